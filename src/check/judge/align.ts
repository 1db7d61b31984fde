/** Which number of the evidence a number of the claim is about, and what the one says of the other. */
import { asWords, within } from '../../../index/languages/combined.ts'
import { phrases } from '../../../index/languages/phrases.ts'
import { type Interval, isBelow } from '../../figures/interval.ts'
import type { Mention, Statement } from './statement.ts'

/**
 * `same`: the same value. `within`: all that the evidence can mean is what the claim says.
 * `rounded`: the same, said less exactly. `overlap`: both can be true, neither follows. `apart`: never both.
 */
export type NumberRelation = 'same' | 'within' | 'rounded' | 'overlap' | 'apart'

/** How much a number says: what of `Mention` two of them are compared by. */
export type Amounted = Pick<Mention, 'interval' | 'relation'>

export interface Aligned {
  readonly claim: Mention
  readonly evidence: Mention
  readonly relation: NumberRelation
  /** How much speaks for their being of one thing. */
  readonly fit: number
  /** Both are of one measure and share a word of what they are of, or of what stands near. */
  readonly alike: boolean
  /** How the claim's number stands to the others of the evidence that are of its kind. */
  readonly others: readonly NumberRelation[]
  /** How much better it fits than the next. */
  readonly lead: number
}

export interface Alignment {
  readonly aligned: readonly Aligned[]
  /** Numbers of the claim that the evidence has nothing like. */
  readonly alone: readonly Mention[]
}

/** The pairs that fit best, each number taken once; those left over are compared with what is nearest. */
export function alignNumbers(claim: Statement, evidence: Statement): Alignment {
  const pairs = claim.numbers
    .flatMap((one) =>
      evidence.numbers.map((other) => ({ one, other, fit: fitOf(one, other, claim, evidence) })),
    )
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
  const byClaim = new Map<Mention, Aligned>()
  const taken = new Set<Mention>()
  for (const again of [false, true])
    for (const { one, other, fit } of pairs) {
      if (byClaim.has(one) || (!again && taken.has(other))) continue
      taken.add(other)
      byClaim.set(one, {
        claim: one,
        evidence: other,
        relation: compareNumbers(one, other),
        alike: areAlike(one, other),
        fit: again ? fit / 2 : fit,
        others: pairs
          .filter((pair) => pair.one === one && pair.other !== other)
          .map((pair) => compareNumbers(one, pair.other)),
        lead: fit - (pairs.find((pair) => pair.one === one && pair.other !== other)?.fit ?? 0),
      })
    }
  return {
    aligned: claim.numbers.flatMap((one) => byClaim.get(one) ?? []),
    alone: claim.numbers.filter((one) => !byClaim.has(one)),
  }
}

/** 0 where they cannot be of one thing. */
function fitOf(one: Mention, other: Mention, claim: Statement, evidence: Statement): number {
  const kind = sameKind(one, other)
  if (kind === 0) return 0
  // What is of another kind is looked at only where nothing is of the same.
  if (kind < 0.8 && evidence.numbers.some((third) => sameKind(one, third) >= 0.8)) return 0
  let fit = kind
  for (const term of one.counted) if (other.counted.has(term)) fit += 1.5
  for (const [term, far] of one.near) {
    const there = other.near.get(term)
    if (there !== undefined) fit += 1 / (1 + 0.3 * (far + there - 2))
  }
  if (WHOLE.test(around(one, claim)) && WHOLE.test(around(other, evidence))) fit += 1
  if (compareNumbers(one, other) === 'same') fit += 0.8
  return fit
}

const ALIKE = 0.8

function areAlike(one: Mention, other: Mention): boolean {
  if (sameKind(one, other) < ALIKE) return false
  const shares = (a: Iterable<string>, b: { has: (term: string) => boolean }): boolean =>
    [...a].some((term) => b.has(term))
  // What is counted decides where it is known: a place is near to every number.
  if (one.counted.size > 0 && other.counted.size > 0) return shares(one.counted, other.counted)
  if (one.counted.size > 0) return shares(one.counted, other.near)
  return shares(other.counted.size > 0 ? other.counted : other.near.keys(), one.near)
}

/** "worldwide", "globally", "a total of": over all there is. */
const WHOLE = within(phrases('lookUps', 'worldwide'), asWords, 'iu')

const around = ({ start, end }: Mention, { text }: Statement): string =>
  text.slice(Math.max(0, start - 40), end + 40)

const COUNTS: ReadonlySet<Mention['measure']> = new Set(['count', 'plain', 'duration', 'age'])

function sameKind(one: Mention, other: Mention): number {
  if (one.measure === other.measure) return one.unit === other.unit ? 1 : 0.2
  if (COUNTS.has(one.measure) && COUNTS.has(other.measure)) return 0.8
  if (one.measure === 'ordinal' || other.measure === 'ordinal') return 0
  return COUNTS.has(one.measure) || COUNTS.has(other.measure) ? 0.3 : 0
}

export function compareNumbers(claim: Amounted, evidence: Amounted): NumberRelation {
  const [one, other] = [claim.interval, evidence.interval]
  if (sameInterval(one, other)) return 'same'
  if (isRounded(one, other) || isBare(claim, evidence)) return 'rounded'
  if (contains(one, other)) return 'within'
  if (isBelow(one, other) || isBelow(other, one) || isTurned(claim, evidence)) return 'apart'
  return 'overlap'
}

/** A floor is borne out by what lies this far above it: nobody says "at least 23" of 47. */
const FAR_ABOVE = 1.5

/** The number is what the bound was made from: it lies within it, and not far above. */
export function isNear({ interval: { low, high } }: Amounted, { interval }: Amounted): boolean {
  const least = Math.min(interval.low, interval.high)
  return high !== Infinity || low <= 0 || least <= low * FAR_ABOVE
}

const sameInterval = (a: Interval, b: Interval): boolean =>
  a.low === b.low && a.high === b.high && a.openLow === b.openLow && a.openHigh === b.openHigh

function contains(outer: Interval, inner: Interval): boolean {
  const low =
    inner.low > outer.low || (inner.low === outer.low && (!outer.openLow || inner.openLow))
  const high =
    inner.high < outer.high || (inner.high === outer.high && (!outer.openHigh || inner.openHigh))
  return low && high
}

/** "at most 47" of "at least 47": one number, its qualifier turned around. */
const isTurned = (claim: Amounted, evidence: Amounted): boolean =>
  ('≥>'.includes(claim.relation) &&
    '≤<'.includes(evidence.relation) &&
    claim.interval.low === evidence.interval.high) ||
  ('≤<'.includes(claim.relation) &&
    '≥>'.includes(evidence.relation) &&
    claim.interval.high === evidence.interval.low)

/** "87 million" of "over 87 million": the same number, the qualifier left out. */
const isBare = (claim: Amounted, evidence: Amounted): boolean =>
  claim.relation === '=' &&
  '>≥~'.includes(evidence.relation) &&
  claim.interval.low === claim.interval.high &&
  (evidence.relation === '~'
    ? Math.abs((evidence.interval.low + evidence.interval.high) / 2 - claim.interval.low) <
      1e-9 * Math.abs(claim.interval.low)
    : evidence.interval.low === claim.interval.low)

/** "1.2 million" of 1,234,000: exact numbers of which one has fewer digits and rounds the other. */
function isRounded(one: Interval, other: Interval): boolean {
  if (one.low !== one.high || other.low !== other.high) return false
  const [a, b] = [Math.abs(one.low), Math.abs(other.low)]
  if (Math.max(a, b) < 100 && Number.isInteger(a) && Number.isInteger(b)) return false
  return rounds(a, b) || rounds(b, a)
}

function rounds(rough: number, exact: number): boolean {
  const [mantissa = ''] = rough.toExponential().split('e')
  const digits = mantissa.replace('.', '').length
  if (digits > 4) return false
  return Number(exact.toPrecision(digits)) === rough && Math.abs(rough - exact) / rough < 0.05
}
