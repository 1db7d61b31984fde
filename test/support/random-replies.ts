/** Replies of every kind and of any size, with texts that mean harm. */
import * as fc from 'fast-check'
import { VERDICTS } from '../../src/reply.ts'
import type { Citation, Gap, Quote, Reply } from '../../src/reply.ts'
import { figuresReply, text as hostile } from './random-figures.ts'
import { figure as figureOf, quote as quoteOf } from './replies.ts'

/** What Slack reads as markup, mentions, links and pictures. */
export const MARKUP = [
  '<!channel>',
  '<!here|here>',
  '<@U12345678>',
  '<#C12345678|general>',
  '<http://evil.example|https://bank.example>',
  '*bold* _italic_ ~gone~ `code`',
  '```\nblock\n```',
  ':skull: :+1::skin-tone-2:',
  '> quoted',
  '@channel @everyone',
  '<!date^1392734382^{date}|now>',
  '&lt;!channel&gt;',
  '\u202egnp.exe',
  'in\u200bvisible',
]

export const words = fc.oneof(
  { weight: 12, arbitrary: hostile },
  { weight: 6, arbitrary: fc.constantFrom(...MARKUP) },
  { weight: 1, arbitrary: fc.lorem({ maxCount: 300 }) },
  { weight: 1, arbitrary: signs(4000) },
)

/** Longer than a message. */
const long = fc.oneof({ weight: 9, arbitrary: words }, signs(30_000))

/** Signs that take two characters each as JSON. */
function signs(max: number) {
  return fc.nat({ max }).map((length) => '"\\x'.repeat(length / 3))
}

const stated = fc.record({ value: words, inferred: fc.boolean() })

const citation: fc.Arbitrary<Citation> = fc.record(
  {
    document: words,
    title: stated,
    publisher: stated,
    date: stated,
    kind: fc.constantFrom('document' as const, 'digest'),
    revised: words,
    source: fc.record({ title: words, publisher: words }),
    section: words,
    place: fc.record({ kind: fc.constantFrom('page' as const, 'row'), label: words }),
    url: fc.oneof(
      words,
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.constantFrom('javascript:alert(1)', 'https://a@b.example/', 'https://a.example/x|y.pdf'),
    ),
  },
  { requiredKeys: ['document', 'title', 'kind'] },
)

export const randomQuote: fc.Arbitrary<Quote> = fc
  .record({
    text: long.filter((one) => one !== ''),
    marks: fc.array(fc.tuple(fc.nat({ max: 200 }), fc.nat({ max: 50 })), { maxLength: 80 }),
    citation,
    also: fc.array(citation, { maxLength: 5 }),
  })
  .map(({ text, marks, citation: own, also }) =>
    quoteOf(text, {
      marks: marks.map(([start, length]) => ({ start, end: start + length })),
      citation: own,
      also,
    }),
  )

const quotes = fc.array(randomQuote, { minLength: 1, maxLength: 8 })
const lines = fc.array(words, { maxLength: 40 })

const answer = fc.record(
  {
    kind: fc.constant('answer' as const),
    question: words,
    quotes,
    confidence: fc.constant(0.5),
    notes: fc.array(words, { maxLength: 3 }),
    figures: words,
  },
  { requiredKeys: ['kind', 'question', 'quotes', 'confidence', 'notes'] },
)

const nothing = fc.record({
  kind: fc.constant('nothing' as const),
  question: words,
  reason: words,
  unknown: fc.array(words, { maxLength: 4 }),
  nearest: fc.array(randomQuote, { maxLength: 3 }),
  confidence: fc.constant(0.1),
  notes: fc.array(words, { maxLength: 3 }),
})

const gap: fc.Arbitrary<Gap> = fc.record(
  {
    question: words,
    at: fc.constant('2024-03-01T09:30:00.000Z'),
    platform: fc.constant('slack'),
    channel: words,
    reason: words,
    nearest: fc.record({ document: words, text: words }),
  },
  { requiredKeys: ['question', 'at', 'platform', 'channel', 'reason'] },
)

const source = citation.chain((one) =>
  fc.record({ language: words, length: fc.nat(), passages: fc.nat() }).map((rest) => ({
    ...one,
    ...rest,
  })),
)

const figure = fc
  .record({ wording: words, quote: randomQuote })
  .map((own) => ({ ...figureOf('7', 'They dug 7 wells.'), ...own }))

export const randomSummary = fc
  .record({
    title: words,
    language: fc.constantFrom('en' as const, 'fr'),
    documents: fc.array(
      fc.record({
        publisher: words,
        documents: fc.array(
          fc.record({
            state: fc.constantFrom('new' as const, 'updated', 'known'),
            citation,
            copies: fc.array(citation, { maxLength: 5 }),
          }),
          { minLength: 1, maxLength: 12 },
        ),
      }),
      { maxLength: 5 },
    ),
    lead: fc.array(randomQuote, { maxLength: 4 }),
    sections: fc.array(
      fc.record({
        heading: words,
        quotes: fc.array(randomQuote, { minLength: 1, maxLength: 8 }),
      }),
      { maxLength: 3 },
    ),
    figures: fc.array(
      fc.record({
        kind: fc.constantFrom('new' as const, 'changed', 'contradicted'),
        label: words,
        now: figure,
        before: figure,
      }),
      { maxLength: 4 },
    ),
    gaps: fc.array(gap, { maxLength: 30 }),
    notes: lines,
  })
  .map((rest) => ({ kind: 'summary' as const, ...rest }))

const VERDICT = fc.constantFrom(...VERDICTS.holds, ...VERDICTS.open, ...VERDICTS.wrong)

const check = fc
  .record({
    draft: long,
    findings: fc.array(
      fc.record({
        kind: fc.constantFrom('claim' as const, 'quotation', 'number'),
        from: fc.nat(400),
        length: fc.nat(400),
        verdict: VERDICT,
        reason: words,
        quotes: fc.array(randomQuote, { maxLength: 3 }),
      }),
      { maxLength: 12 },
    ),
    notes: lines,
  })
  .map(({ draft, findings, notes }) => ({
    kind: 'check' as const,
    draft,
    findings: findings.map(({ from, length, ...rest }) => {
      const start = Math.min(from, draft.length)
      return {
        ...rest,
        start,
        end: Math.min(draft.length, start + length),
        confidence: 0.5,
        differences: [],
      }
    }),
    left: [],
    notes,
  }))

export const randomReply: fc.Arbitrary<Reply> = fc.oneof(
  { weight: 4, arbitrary: answer },
  { weight: 2, arbitrary: nothing },
  { weight: 2, arbitrary: figuresReply },
  randomSummary,
  fc.record({
    kind: fc.constant('sources' as const),
    origins: fc.array(fc.record({ location: words, set: words, documents: fc.nat() })),
    documents: fc.array(source, { maxLength: 120 }),
    problems: fc.array(words, { maxLength: 80 }),
  }),
  fc.record({ kind: fc.constant('gaps' as const), gaps: fc.array(gap, { maxLength: 80 }) }),
  fc.record({ kind: fc.constant('help' as const), text: lines, examples: lines }),
  fc.record({
    kind: fc.constant('context' as const),
    quote: randomQuote,
    paragraphs: fc.array(
      long.map((own) => ({ text: own, start: 0, end: own.length, omitted: [] })),
      { minLength: 1, maxLength: 4 },
    ),
  }),
  check,
  fc.record({
    kind: fc.constant('notice' as const),
    text: fc.array(words, { minLength: 1, maxLength: 30 }),
  }),
  fc.record({
    kind: fc.constant('suggestions' as const),
    values: fc.array(words, { maxLength: 150 }),
  }),
  fc.record({
    kind: fc.constant('failed' as const),
    message: words,
    code: fc.constant('internal'),
  }),
)
