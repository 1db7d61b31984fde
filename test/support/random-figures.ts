/** Figures replies of every shape, with texts that mean harm. */
import * as fc from 'fast-check'
import { type Figures, LABELS } from '../../src/reply.ts'
import { citation, quote } from './replies.ts'

/** Formulas, escapes, markup, separators, characters that hide or turn text. */
const HOSTILE = [
  '=HYPERLINK("http://x.example","y")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '\ufeff=1',
  '</text><script>x</script>',
  '&amp;<![CDATA[',
  '\u001b[31mred',
  '\u0000\ufffe\uffff\ud800',
  '\u202eturned',
  'a,"b"\r\nc;d',
  'toString',
  '__proto__',
  'é ü œ 数 🌾 ع',
]

export const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.lorem({ maxCount: 30 }),
)

const amount = fc.oneof(
  fc.record({ kind: fc.constant('exact' as const), value: value() }),
  fc.record({ kind: fc.constant('vague' as const), value: value() }),
  fc.tuple(value(), value()).map(([one, other]) => ({
    kind: 'range' as const,
    low: Math.min(one, other),
    high: Math.max(one, other),
  })),
)

function value() {
  return fc.oneof(
    fc.integer({ min: -10, max: 2_000_000 }),
    fc.double({ noNaN: true }),
    fc.constantFrom(0, 1e-9, 1e15, Number.MAX_VALUE),
  )
}

const figure = fc.record(
  {
    source: fc.integer({ min: 1, max: 5 }),
    wording: text,
    amount,
    unit: fc.constantFrom(
      { kind: 'count' as const },
      { kind: 'currency' as const, name: 'USD', wording: '$' },
      { kind: 'percent' as const },
    ),
    qualifier: fc.record({
      relation: fc.constantFrom('≥' as const, '>', '~', '≤', '<', '='),
      wording: text,
    }),
    counted: text,
    event: fc.record({ kind: text, wording: text }),
    period: fc.record({ wording: text, origin: fc.constant('sentence' as const) }),
    place: fc.record({ wording: text, origin: fc.constant('section' as const) }),
    attribution: fc.array(
      fc.record({
        speaker: text,
        cue: text,
        stance: fc.constantFrom('said' as const, 'claimed', 'denied', 'disputed'),
      }),
      { maxLength: 2 },
    ),
    quote: text.map((words) =>
      quote(words, { citation: citation({ title: { value: words, inferred: false } }) }),
    ),
  },
  { requiredKeys: ['source', 'wording', 'amount', 'unit', 'attribution', 'quote'] },
)

const line = fc.record(
  {
    line: fc.integer({ min: 1, max: 99 }),
    figures: fc.array(figure, { minLength: 1, maxLength: 3 }),
    partOf: fc.integer({ min: 1, max: 9 }),
    labels: fc.array(
      fc.record({
        kind: fc.constantFrom(...LABELS),
        line: fc.integer({ min: 1, max: 99 }),
        wording: text,
      }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['line', 'figures', 'labels'] },
)

export const figuresReply: fc.Arbitrary<Figures> = fc.record({
  kind: fc.constant('figures' as const),
  question: text,
  groups: fc.array(
    fc.record({
      label: text,
      related: fc.boolean(),
      lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  description: text,
  notes: fc.array(text, { maxLength: 2 }),
})
