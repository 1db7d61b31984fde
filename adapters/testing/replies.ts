/** A reply of every kind, for what renders them. */
import type { Citation, Figure, Quote, Reply } from '../../src/reply.ts'

export const citation = (over: Partial<Citation> = {}): Citation => ({
  document: 'harvest.md',
  title: { value: 'The harvest report', inferred: false },
  publisher: { value: 'Field Office', inferred: false },
  date: { value: '2023-04-02', inferred: false },
  kind: 'document',
  ...over,
})

export const quote = (text: string, over: Partial<Quote> = {}): Quote => ({
  text,
  start: 0,
  end: text.length,
  omitted: [],
  marks: [],
  citation: citation(),
  also: [],
  ...over,
})

/** A figure of a sentence that has its wording. */
export function figure(wording: string, text: string, over: Partial<Figure> = {}): Figure {
  const value = Number(/\d+/.exec(wording)?.[0])
  return {
    source: 1,
    wording,
    amount: { kind: 'exact', value },
    unit: { kind: 'count' },
    attribution: [],
    quote: quote(text, { marks: [markOf(text, wording)] }),
    ...over,
  }
}

/** The mark of a word in a text. */
export function markOf(text: string, word: string): { start: number; end: number } {
  const start = text.indexOf(word)
  if (start === -1) throw new Error(`“${word}” is not in the text`)
  return { start, end: start + word.length }
}

export const answer = (...quotes: Quote[]): Extract<Reply, { kind: 'answer' }> => ({
  kind: 'answer',
  question: 'How was the harvest?',
  quotes,
  confidence: 0.9,
  notes: [],
})

export const nothing = (...nearest: Quote[]): Extract<Reply, { kind: 'nothing' }> => ({
  kind: 'nothing',
  question: 'Who won the regatta?',
  reason: 'No document says who won it.',
  unknown: ['regatta'],
  nearest,
  confidence: 0.1,
  notes: [],
})

export const sources = (over: Partial<Extract<Reply, { kind: 'sources' }>> = {}) => ({
  kind: 'sources' as const,
  origins: [{ location: '/farms', set: 'default', documents: 1 }],
  documents: [{ ...citation(), language: 'en', length: 812, passages: 7 }],
  problems: ['notes.xyz: skipped: .xyz is not read'],
  ...over,
})

/** Two counts of one thing that cannot both be true, from two sentences. */
const FIGURES: Extract<Reply, { kind: 'figures' }> = {
  kind: 'figures',
  question: 'wells in Kelani',
  description: 'The well digger counts 7 wells in Kelani, the council claims 12. They contradict.',
  notes: [],
  groups: [
    {
      label: 'dug · Kelani',
      related: false,
      lines: [
        {
          line: 1,
          figures: [
            figure('more than 12', 'In 2022 the council claimed more than 12 wells in Kelani.', {
              amount: { kind: 'exact', value: 12 },
              qualifier: { relation: '>', wording: 'more than' },
              counted: 'wells',
              event: { kind: 'built', wording: 'dug' },
              period: {
                wording: '2022',
                from: '2022-01-01',
                to: '2022-12-31',
                origin: 'sentence',
              },
              place: { wording: 'Kelani', origin: 'sentence' },
              attribution: [{ speaker: 'the council', cue: 'claimed', stance: 'claimed' }],
            }),
          ],
          labels: [{ kind: 'contradiction', line: 2, wording: 'contradicts' }],
        },
        {
          line: 2,
          figures: [figure('7', 'I dug 7 of them by hand.', { source: 2, counted: 'wells' })],
          labels: [{ kind: 'contradiction', line: 1, wording: 'contradicts' }],
        },
      ],
    },
  ],
}

const stretch = (text: string) => ({
  text,
  start: 0,
  end: text.length,
  omitted: [],
  marks: [],
  figures: [],
})

/** Typed so that a new kind of reply has to find its place here. */
export const REPLIES: { readonly [Kind in Reply['kind']]: Extract<Reply, { kind: Kind }> } = {
  answer: answer(
    quote('Rain came late, and the millet yield fell by a third in the northern valleys.'),
    quote('Farmers in two districts sold their goats before the dry season had ended.'),
  ),
  nothing: nothing(quote('The ferry was repaired in spring by a crew of eleven carpenters.')),
  figures: FIGURES,
  sources: sources(),
  gaps: {
    kind: 'gaps',
    gaps: [
      {
        question: 'Who dug the new well?',
        at: '2024-03-01T09:30:00.000Z',
        platform: 'terminal',
        channel: 'terminal',
        reason: 'No document has “well”.',
        nearest: { document: 'farms.md', text: 'Rain came late.' },
      },
    ],
  },
  help: {
    kind: 'help',
    text: ['I answer from one document about farming.'],
    examples: ['How far did the millet yield fall?'],
  },
  summary: {
    kind: 'summary',
    title: 'New since 1 April',
    language: 'en',
    documents: [
      {
        publisher: 'Field Office',
        documents: [{ state: 'updated', citation: citation(), copies: [] }],
      },
    ],
    lead: [quote('The granary at Kelani was opened a month early.')],
    sections: [
      { heading: 'Markets', quotes: [quote('Salt was dear all winter.', { start: 90, end: 115 })] },
    ],
    figures: [
      {
        kind: 'changed',
        label: 'sacks · Kelani',
        now: figure('90', 'There are 90 sacks left in Kelani.'),
        before: figure('140', 'There were 140 sacks in Kelani.'),
      },
    ],
    gaps: [],
    notes: ['2 more documents are not shown.'],
  },
  document: {
    kind: 'document',
    citation: citation(),
    language: 'en',
    hash: 'a'.repeat(64),
    part: 1,
    parts: 1,
    blocks: [
      { kind: 'heading', text: 'Yields', level: 1 },
      { kind: 'paragraph', list: false, stretch: stretch('The barley was cut in June.') },
      {
        kind: 'table',
        heads: ['Zone', 'Sacks'],
        rows: [
          {
            marked: false,
            cells: [
              { column: 0, stretch: stretch('Kelani') },
              { column: 1, stretch: stretch('212') },
            ],
          },
        ],
      },
    ],
    versions: [],
    copies: [],
  },
  page: {
    kind: 'page',
    citation: citation(),
    page: 2,
    of: 9,
    width: 595,
    height: 842,
    picture: Buffer.from('RIFF    WEBP').toString('base64'),
    marks: [
      {
        text: 'The barley was cut in June.',
        start: 0,
        end: 27,
        left: 70,
        top: 90,
        right: 210,
        bottom: 102,
      },
    ],
    marked: 'all',
  },
  context: {
    kind: 'context',
    quote: quote('Nobody had counted the goats.'),
    paragraphs: [
      {
        text: 'The market was full. Nobody had counted the goats.',
        start: 0,
        end: 50,
        omitted: [],
      },
    ],
  },
  check: {
    kind: 'check',
    draft: 'The bridge has fallen. It will be built again. “It fell at noon,” she said. Why?',
    findings: [
      {
        kind: 'claim',
        start: 0,
        end: 22,
        verdict: 'supported',
        confidence: 0.8,
        reason: 'The documents say so.',
        differences: [],
        quotes: [quote('The bridge at Oss fell in the night.')],
      },
      {
        kind: 'claim',
        start: 23,
        end: 46,
        verdict: 'not stated',
        confidence: 0.9,
        reason: 'No document says this.',
        differences: [],
        quotes: [],
      },
      {
        kind: 'quotation',
        start: 47,
        end: 65,
        verdict: 'altered',
        confidence: 1,
        reason: '“at noon” for “in the night”.',
        differences: [{ start: 56, end: 63, wording: 'in the night', harmless: false }],
        quotes: [quote('The bridge at Oss fell in the night.')],
      },
    ],
    left: [{ start: 76, end: 80, why: 'question' }],
    notes: [],
  },
  notice: { kind: 'notice', text: ['Added harvest.md to the set farms.', 'It holds 7 passages.'] },
  suggestions: { kind: 'suggestions', values: ['The harvest report', 'The flood bulletin'] },
  failed: {
    kind: 'failed',
    message: 'The question is too long; ask it shorter.',
    code: 'question',
  },
}
