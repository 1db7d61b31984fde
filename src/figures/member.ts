/** A figure that was asked for, with all that putting it beside others needs. */
import type { Span } from '../../index/document.ts'
import { dayOf } from '../../index/issue.ts'
import { type Figure, sliceOf } from '../../index/quantities/figure-index.ts'
import type { Unit as QuantityUnit } from '../../index/quantities/quantity.ts'
import type { CountedWords } from './counted.ts'
import { type Interval, intervalOf } from './interval.ts'
import type { Match } from './match.ts'
import type { FigureTerms } from './reading.ts'
import { remembered } from '../remembered.ts'

export interface Member {
  readonly figure: Figure
  readonly reading: FigureTerms
  readonly match: Match
  readonly interval: Interval
  /** Places that are named everywhere in the documents: the country they are about. */
  readonly settings: ReadonlySet<string>
  /** When its document was published, ISO; empty when unknown. */
  readonly published: string
  /** The same in copies of its document. */
  readonly again?: readonly Figure[]
}

export const memberOf = (
  reading: FigureTerms,
  match: Match,
  settings: ReadonlySet<string>,
): Member => ({
  figure: reading.figure,
  reading,
  match,
  interval: intervalOf(reading.figure.quantity),
  settings,
  published: dayOf(reading.figure.document),
})

export const countedOf = ({ reading }: Member): CountedWords => reading.counted

export const happeningOf = ({ reading, match }: Member): string | undefined =>
  reading.counted.happening ?? match.happening

/** Two figures can be compared when these are the same. */
export const unitKey = ({ figure }: Member): string => unitOf(figure)

const unitOf = remembered((figure: Figure): string => {
  const { unit } = figure.quantity
  const per = unit.per === undefined ? '' : evened(sliceOf(figure, unit.per)).toLowerCase()
  return `${nameOfUnit(unit)} ${per}`
})

function nameOfUnit(unit: QuantityUnit): string {
  if (unit.kind === 'currency') return unit.code
  if (unit.kind === 'percent') return unit.points ? 'points' : 'percent'
  if (unit.kind === 'ratio' || unit.kind === 'multiple' || unit.kind === 'count') return unit.kind
  return unit.name
}

/** The same value: an estimated 300 and 300 are one, more than 300 is another. */
export const valueKey = ({ figure }: Member): string => valueOf(figure)

const valueOf = remembered((figure: Figure): string => {
  const { amount, modifier } = figure.quantity
  const ends = amount.kind === 'range' ? `${amount.low}-${amount.high}` : String(amount.value)
  const relation = '=~'.includes(modifier?.relation ?? '=') ? '' : (modifier?.relation ?? '')
  return `${amount.kind} ${relation}${ends}`
})

/** As much of the wording as belongs to the number: modifier, currency sign, multiplier, unit. */
export function wordingOf(figure: Figure): string {
  const { quantity } = figure
  const whole = spanOver([
    quantity.number,
    quantity.unit.span,
    quantity.modifier,
    quantity.unit.per,
  ])
  const long = whole.end - whole.start > LONGEST_WORDING
  return evened(sliceOf(figure, long ? spanOver([quantity.number, quantity.unit.span]) : whole))
}

/** A modifier that stands further off is told apart. */
const LONGEST_WORDING = 60

function spanOver(spans: readonly (Span | undefined)[]): Span {
  const all = spans.filter((span) => span !== undefined)
  return {
    start: Math.min(...all.map(({ start }) => start)),
    end: Math.max(...all.map(({ end }) => end)),
  }
}

/** A wording in one line. */
export const evened = (text: string): string => text.replace(/\s+/gu, ' ').trim()
