/**
 * How well a figure fits a request: which of the words it counts, which its sentence has, and which
 * belong to another figure beside it.
 */
import { sortOf } from './level.ts'
import { isTime } from './match.ts'
import type { Member } from './member.ts'
import { presenceOf, SAID } from './presence.ts'
import { asksForTime, type FigureQuery, type QueryUnit } from './query.ts'
import type { FigureReader } from './reading.ts'
import { areIn } from './said.ts'
import { wordsAround } from './words-around.ts'

/** 0 to 1 each; shares are of the words of the request. */
export interface Evidence {
  /** Every word of the request is there, itself or what stands for it. */
  readonly every: number
  /** The share of what the words say that is not there. */
  readonly missing: number
  /** The share of what it counts that was asked for. */
  readonly covered: number
  /** Its unit was asked for: "hectares", "SYP". */
  readonly unit: number
  /** What happened was asked for, in the document's own word. */
  readonly event: number
  /** It counts something else. */
  readonly other: number
  /** Nothing says what it counts. */
  readonly bare: number
  /** Words that it has from the figure it is part of. */
  readonly whole: number
  /** Words that stand among the words of this figure alone. */
  readonly own: number
  /** Words that another figure of the sentence counts. */
  readonly foreign: number
  /** Words that follow one another as they do in the request. */
  readonly run: number
  /** The same, among the words of this figure alone. */
  readonly ownRun: number
  /** How much of its sentence the request is. */
  readonly dense: number
  /** So many figures of the sentence stand before it: a fifth each. */
  readonly order: number
  /** It is an age or a length of time, and none was asked for. */
  readonly time: number
  /** It is a change, as was asked. */
  readonly change: number
}

/**
 * Learned from look-ups of annotated figures, as the choice of one among all figures of a report, with
 * a fifth of the reports kept apart; rounded.
 */
const WEIGHTS: Readonly<Record<keyof Evidence, number>> = {
  every: 3.7,
  missing: -2.8,
  covered: 1.4,
  unit: 1.3,
  event: 0.4,
  other: -1.8,
  bare: 0.7,
  whole: 1.5,
  own: 0.9,
  foreign: -0.9,
  run: 1.2,
  ownRun: 0.8,
  dense: 1.3,
  order: -0.5,
  time: -1.7,
  change: 0.5,
}
const NAMES = Object.keys(WEIGHTS).filter((name): name is keyof Evidence => name in WEIGHTS)

/** Logarithm of the odds among the figures of one request: only differences mean something. */
export function evidenceFor(query: FigureQuery, member: Member, reader: FigureReader): number {
  return weigh(evidenceOf(query, member, reader))
}

export const weigh = (evidence: Evidence): number =>
  NAMES.reduce((sum, name) => sum + WEIGHTS[name] * evidence[name], 0)

/** A shorter sentence says no more by its being short. */
const SHORT = 5
/** So many figures before it are many. */
const MANY = 5
/** Words that follow one another may have so many others between them. */
const STEP = 3

export function evidenceOf(query: FigureQuery, member: Member, reader: FigureReader): Evidence {
  const { units } = query
  const { quantity } = member.figure
  const around = wordsAround(member.figure, reader)
  const own = units.map(termsOf)
  const places = own.map((terms) => around.placesOf(terms))
  const asked = new Set(own.flatMap((terms) => [...terms]))
  const present = units.map((unit) => presenceOf(unit, member.reading, around.terms))
  const [counted, head, event, ...unit] = [
    quantity.counted,
    quantity.counted?.head,
    quantity.event,
    quantity.unit.span,
    quantity.unit.per,
  ].map((span) => [...around.within(span)])
  const isUnit = unit.some((terms) => terms.some((term) => asked.has(term)))
  const parts = [counted, event, ...unit].flatMap((terms) => terms ?? [])
  const runs = places.map((here, at) => following(places[at - 1] ?? [], here))
  const share = (has: readonly boolean[]): number =>
    has.filter(Boolean).length / Math.max(1, units.length)
  const steps = Math.max(1, units.length - 1)
  return {
    every: Number(present.every((one) => one >= SAID)),
    missing: missingOf(units, present),
    covered: shareIn(counted ?? [], asked),
    unit: Number(isUnit),
    event: Number((event ?? []).some((term) => asked.has(term))),
    other: Number(
      quantity.counted?.elided === false && !isUnit && shareIn(head ?? [], asked) === 0,
    ),
    bare: Number(quantity.counted === undefined),
    whole: share(
      units.map(
        ({ unit: { alternatives } }, at) =>
          alternatives.some(
            ({ terms, via }) => via !== 'field' && areIn(terms, member.reading.own),
          ) &&
          !parts.some((term) => own[at]?.has(term)) &&
          !(places[at] ?? []).some(around.isOwn),
      ),
    ),
    own: share(
      places.map((here, at) => here.some(around.isOwn) || parts.some((term) => own[at]?.has(term))),
    ),
    foreign: share(places.map(around.areForeign)),
    run: runs.filter((run) => run.length > 0).length / steps,
    ownRun: runs.filter((run) => run.some(around.isOwn)).length / steps,
    dense: places.filter((here) => here.length > 0).length / Math.max(SHORT, around.content),
    order: Math.min(1, around.order / MANY),
    time: Number(isTime(member.reading) && !asksForTime(query)),
    change: Number(isChange(member) && query.change),
  }
}

/** Its own terms, not those of other words of the field. */
const termsOf = ({ unit }: QueryUnit): ReadonlySet<string> =>
  new Set(unit.alternatives.flatMap(({ terms, via }) => (via === 'field' ? [] : terms)))

const isChange = ({ figure }: Member): boolean =>
  sortOf(figure) === 'change' || figure.quantity.change !== undefined

function missingOf(units: readonly QueryUnit[], present: readonly number[]): number {
  const all = units.reduce((sum, { unit }) => sum + unit.idf, 0)
  const gone = units.reduce((sum, { unit }, at) => sum + (1 - (present[at] ?? 0)) * unit.idf, 0)
  return all === 0 ? 0 : gone / all
}

const shareIn = (terms: readonly string[], within: ReadonlySet<string>): number =>
  terms.filter((term) => within.has(term)).length / Math.max(1, terms.length)

/** Those places that come soon after one of the others. */
const following = (before: readonly number[], here: readonly number[]): number[] =>
  here.filter((place) => before.some((one) => place > one && place - one <= STEP))
