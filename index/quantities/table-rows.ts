/**
 * The figures of the row of a table: what a cell counts is said by its heads and by the cells beside it.
 * A cell whose heads do not say what it holds gives no figure.
 */
import { exactly, within } from '../languages/combined.ts'
import { phrases } from '../languages/phrases.ts'
import type { Span } from '../document.ts'
import { inherited } from './context/inherited.ts'
import { readNumeral } from './numbers/numerals.ts'
import { periods } from './context/period.ts'
import type { Amount, Context, Event, Period, PlaceName, Quantity, Unit } from './quantity.ts'
import { tokenize } from './numbers/tokens.ts'
import { SIGNS } from '../languages/currencies.ts'
import { EVENTS } from '../languages/events.ts'
import { packOf } from '../languages/packs.ts'

const NO_PLACE = within(phrases('tables', 'noPlace'), (words) => words, 'iu')
const PERCENT = within(phrases('tables', 'percent'), (words) => words, 'iu')
const THOUSANDS = within(
  phrases('tables', 'thousands'),
  (words) => String.raw`\b(?:${words})\b`,
  'iu',
)
const MILLIONS = within(
  phrases('tables', 'millions'),
  (words) => String.raw`\b(?:${words})\b`,
  'iu',
)

/** Stretches of the row's text; `head` is absent where the column has none. */
export interface RowCell {
  readonly head?: Span
  readonly value: Span
}

export function rowQuantities(
  text: string,
  cells: readonly RowCell[],
  context: Context,
): Quantity[] {
  const read = cells.map((cell): Read => {
    const head = cell.head === undefined ? '' : text.slice(cell.head.start, cell.head.end)
    const value = text.slice(cell.value.start, cell.value.end)
    return { ...cell, words: head, text: value, figure: figureOf(value, context) }
  })
  const above = inherited(context)
  const labels = read.filter(
    ({ figure, text: words }) => figure === undefined && /\p{L}{2}/u.test(words),
  )
  const row = roleOf(labels)
  const day = read.find(({ words, text: value }) => DATED.test(words) && isDate(value))
  return read.flatMap((cell): Quantity[] => {
    const { figure, head, value, words } = cell
    if (figure === undefined || IDENTIFIES.test(words)) return []
    // "Deaths | 12": of two cells without heads the first names the second.
    if (head === undefined && read.length !== 2) return []
    const counted = row.counts ?? (GENERIC.test(words) ? undefined : head)
    if (counted === undefined) return []
    const scale = scaleOf(words)
    const place =
      row.place ??
      (row.counts === undefined || head === undefined ? undefined : placeIn(text, head))
    const named = head === undefined ? undefined : yearOf(text, head, context)
    const period = named ?? (day === undefined ? undefined : dayOf(day))
    const event = eventIn(text, counted, context)
    const counts = `${text.slice(counted.start, counted.end)} ${words}`
    return [
      {
        start: value.start + figure.start,
        end: value.start + figure.end,
        number: { start: value.start + figure.start, end: value.start + figure.end },
        amount: scaled(figure.amount, scale),
        unit: unitOf(figure, counts),
        counted: { ...counted, head: headNoun(text, counted, context), elided: false },
        ...(event !== undefined && { event }),
        ...withDefault('period', period, above.period),
        ...withDefault('place', place && placeOf(text, place), above.place),
        attribution: [],
        sentence: { start: 0, end: text.length },
      },
    ]
  })
}

interface Read extends RowCell {
  /** The words of its heads. */
  readonly words: string
  readonly text: string
  readonly figure: CellFigure | undefined
}

interface CellFigure extends Span {
  readonly amount: Amount
  readonly sign: string
}

/** One number and its sign, and perhaps a share in brackets behind it: "38 (90.5%)", "5 920", "22,4 %". */
const FIGURE =
  /^(?<sign>[$€£¥]?)\s?(?<number>\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?!\d)|\d[\d.,'’]*)\s?(?<percent>%?)(?<more>\s?\([^()]{1,20}\)|\*{1,3})?$/u

function figureOf(value: string, { language }: Context): CellFigure | undefined {
  const match = FIGURE.exec(value.trim())
  const { sign = '', number = '', percent = '' } = match?.groups ?? {}
  if (match === null) return undefined
  const digits = number.replace(/[ \u00A0\u202F]/gu, '')
  const known = /^0+\d/u.test(digits)
    ? Number(digits)
    : readNumeral(digits, packOf(language).grammar.decimalMark)
  if (known === undefined || !Number.isFinite(known)) return undefined
  const start = value.indexOf(number)
  return {
    start,
    end:
      start +
      number.length +
      (percent === '' ? 0 : value.slice(start + number.length).indexOf('%') + 1),
    amount: { kind: 'exact', value: known },
    sign: percent === '' ? sign : '%',
  }
}

/** Numbers that only say which row it is. */
const IDENTIFIES = within(
  phrases('tables', 'identifies'),
  (words) => String.raw`(?:^|[^\p{L}])(?:${words})\.?$`,
  'iu',
)
/** They say that there is a number, not of what. */
const GENERIC = exactly(phrases('tables', 'generic'), 'iu')
const PLACES = within(
  phrases('tables', 'places'),
  (words) => String.raw`(?:^|[^\p{L}])(?:${words})(?:$|[^\p{L}])`,
  'iu',
)
const NAMES_WHAT = within(phrases('tables', 'namesWhat'), (words) => words, 'iu')
const DATED = within(
  phrases('tables', 'dated'),
  (words) => String.raw`(?:^|[^\p{L}])(?:${words})(?:$|[^\p{L}])`,
  'iu',
)

const isDate = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(value.trim())

/** What the words of a row say: what its numbers count, or where. */
function roleOf(labels: readonly Read[]): { readonly counts?: Span; readonly place?: Span } {
  const named = labels.findLast(({ words }) => NAMES_WHAT.test(words))
  const located = labels.filter(({ words }) => PLACES.test(words) && !/code/iu.test(words))
  const place = located.at(-1)?.value
  // Under an empty corner stands what is counted.
  const [first] = labels
  const counts =
    named?.value ?? (first !== undefined && first.head === undefined ? first.value : undefined)
  return { ...(counts !== undefined && { counts }), ...(place !== undefined && { place }) }
}

/** The last name of a head, where it is no time and no total. */
function placeIn(text: string, head: Span): Span | undefined {
  const words = text.slice(head.start, head.end)
  if (!/^\p{Lu}/u.test(words) || NO_PLACE.test(words)) return undefined
  return head
}

const placeOf = (text: string, { start, end }: Span): PlaceName => ({
  start,
  end,
  origin: 'sentence',
  wording: text.slice(start, end),
})

/** "Population 2023": a year, or a day, in the heads of a cell. */
function yearOf(text: string, head: Span, { published, language }: Context): Period | undefined {
  const words = text.slice(head.start, head.end)
  const [when] = periods(tokenize(words, language), published)
  if (when === undefined) return undefined
  const { start, end, from, to } = when
  return {
    start: head.start + start,
    end: head.start + end,
    origin: 'sentence',
    wording: words.slice(start, end),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  }
}

const dayOf = ({ value, text }: Read): Period => ({
  start: value.start,
  end: value.end,
  origin: 'sentence',
  wording: text,
  from: text.trim(),
  to: text.trim(),
})

function eventIn(text: string, { start, end }: Span, { language }: Context): Event | undefined {
  for (const match of text.slice(start, end).matchAll(/\p{L}+/gu)) {
    const kind = EVENTS[language].get(match[0].toLowerCase())
    if (kind !== undefined)
      return { start: start + match.index, end: start + match.index + match[0].length, kind }
  }
  return undefined
}

/** English puts the noun last, French first. */
function headNoun(text: string, { start, end }: Span, { language }: Context): Span {
  const words = [...text.slice(start, end).matchAll(/\p{L}{2,}/gu)]
  const word = packOf(language).grammar.head === 'first' ? words[0] : words.at(-1)
  if (word === undefined) return { start, end }
  return { start: start + word.index, end: start + word.index + word[0].length }
}

function unitOf({ sign, start, end }: CellFigure, words: string): Unit {
  if (sign === '%' || PERCENT.test(words)) return { kind: 'percent', points: false }
  const named = MONEY.exec(words)?.[0]
  const code = SIGNS.get(sign) ?? (named === undefined ? undefined : (SIGNS.get(named) ?? named))
  if (code !== undefined && end > start) return { kind: 'currency', code }
  return { kind: 'count' }
}

/** Other codes are words in capitals as often as not. */
const MONEY = within(phrases('tables', 'money'), (words) => words)

/** "in thousands", "(millions)". */
function scaleOf(words: string): number {
  if (THOUSANDS.test(words)) return 1000
  return MILLIONS.test(words) ? 1_000_000 : 1
}

const scaled = (amount: Amount, by: number): Amount =>
  amount.kind === 'exact'
    ? { kind: 'exact', value: Number((amount.value * by).toPrecision(15)) }
    : amount

function withDefault<Key extends string, Value>(
  key: Key,
  own: Value | undefined,
  other: Value | undefined,
): { [key in Key]?: Value } {
  const value = own ?? other
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one key of one value
  return (value === undefined ? {} : { [key]: value }) as { [key in Key]?: Value }
}
