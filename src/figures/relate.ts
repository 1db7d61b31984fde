/** How two figures of one group stand to one another. No winner is picked. */
import { compareIssues } from '../../index/issue.ts'
import type { Figure } from '../../index/quantities/figure-index.ts'
import type { AreCopies } from '../ask/copies.ts'
import type { FigureLine } from '../reply.ts'
import { haveOtherCauses } from './cause.ts'
import { isBelow, meet } from './interval.ts'
import { countedOf, happeningOf, type Member } from './member.ts'
import { isOverMore, sortOf } from './level.ts'
import { isWithin, periodOf, sameSentence, sameTerms } from './same.ts'
import { areOfOne } from './which.ts'
import { areSeries } from './series.ts'

export interface Relation {
  readonly kind: FigureLine['labels'][number]['kind']
  /** From the first figure's side, to be followed by the other's number. */
  readonly wording: string
  /** From the other's side. */
  readonly back: string
}

/** `undefined` where nothing can be shown of the two: then nothing is said. */
export function relate(a: Member, b: Member, areCopies: AreCopies): Relation | undefined {
  const [one, other] = [countedOf(a).narrowing, countedOf(b).narrowing]
  if (!sameTerms(one, other)) return relateParts(a, b, areCopies)
  const [now, then] = [periodOf(a), periodOf(b)]
  const periods = now !== undefined && then !== undefined
  if (periods && (now.from !== then.from || now.to !== then.to) && !isLater(a, b) && !isLater(b, a))
    return both('scope', 'of another period than')
  if (meet(a.interval, b.interval)) return both('range', 'can be true with')
  if (sameVoice(a, b) || isOverMonths(now, then)) return both('scope', ANOTHER)
  const updated = sameSpeaker(a, b) || areEditions(a, b, areCopies) ? update(a, b) : undefined
  return updated ?? contradiction(a, b)
}

/**
 * Both count the same of the same place and time, each in a sentence of its own and as a count of its
 * own. What is not told in the same terms may differ for many reasons.
 */
function contradiction(a: Member, b: Member): Relation | undefined {
  if (isSpared(a, b) || isSpared(b, a)) return both('scope', 'of another period than')
  const apart = !sameSentence(a, b) && [a, b].every(({ figure }) => isWhole(figure))
  return apart && sameTime(a, b) && samePlaceTold(a, b) && !haveOtherCauses(a, b) && areOfOne(a, b)
    ? both('contradiction', 'contradicts')
    : undefined
}

/** What is counted over a part of the other's time, and is less. */
function isSpared(part: Member, whole: Member): boolean {
  const [own, all] = [periodOf(part), periodOf(whole)]
  if (own === undefined || all === undefined) return false
  const isInside = own.from >= all.from && own.to <= all.to
  const isSame = own.from === all.from && own.to === all.to
  return isInside && !isSame && isBelow(part.interval, whole.interval)
}

const isWhole = (figure: Figure): boolean => sortOf(figure) === 'level' && !isOverMore(figure)

/** Milliseconds between two documents that count what changes from week to week, and name no time. */
const SOON = 31 * 86_400_000

/** One period, or one within the other; where neither names one, what happened once, or counted soon after. */
function sameTime(a: Member, b: Member): boolean {
  const [one, other] = [periodOf(a), periodOf(b)]
  if (one !== undefined && other !== undefined)
    return (
      (one.from <= other.from && one.to >= other.to) ||
      (other.from <= one.from && other.to >= one.to)
    )
  if ([a, b].some(namesTime)) return false
  if ([a, b].every((count) => countedOf(count).casualties || isOnce(count))) return true
  const days = Math.abs(Date.parse(a.published) - Date.parse(b.published))
  return days <= SOON
}

/** In its sentence or section, though perhaps in words that no calendar resolves. */
const namesTime = ({ figure }: Member): boolean => figure.quantity.period !== undefined

/** What is destroyed or damaged stays so; who is displaced or in need is counted anew every week. */
const isOnce = (member: Member): boolean =>
  ['destroyed', 'damaged'].includes(happeningOf(member) ?? '')

function samePlaceTold(a: Member, b: Member): boolean {
  const places = ({ reading, match }: Member): string[] => [...reading.place, ...match.anchors]
  const others = new Set(places(b))
  return places(a).some((term) => others.has(term))
}

/** The later one updates the earlier; undefined when no date tells which that is. */
function update(a: Member, b: Member): Relation | undefined {
  if (isLater(a, b)) return { kind: 'update', wording: 'updates', back: 'updated by' }
  if (isLater(b, a)) return { kind: 'update', wording: 'updated by', back: 'updates' }
  return undefined
}

/** One text in two editions, unless each names somebody else who counts. */
function areEditions(a: Member, b: Member, areCopies: AreCopies): boolean {
  const [one, other] = [a.reading.speakers, b.reading.speakers]
  const apart = one.size > 0 && other.size > 0 && ![...one].some((term) => other.has(term))
  return !apart && areCopies(a.figure.document.id, b.figure.document.id)
}

/** One counts a part of what the other counts: it may be less, never more. */
function relateParts(a: Member, b: Member, areCopies: AreCopies): Relation | undefined {
  const [one, other] = [countedOf(a).narrowing, countedOf(b).narrowing]
  if (isWithin(one, other)) {
    if (!isBelow(a.interval, b.interval) || sameVoice(a, b))
      return { kind: 'scope', wording: 'a wider count than', back: 'a narrower count than' }
    const updated = areEditions(a, b, areCopies) ? update(a, b) : undefined
    return updated ?? contradiction(a, b)
  }
  if (isWithin(other, one)) {
    const back = relateParts(b, a, areCopies)
    return back === undefined ? undefined : flip(back)
  }
  return both('scope', ANOTHER)
}

const both = (kind: Relation['kind'], wording: string): Relation => ({
  kind,
  wording,
  back: wording,
})
const flip = ({ kind, wording, back }: Relation): Relation => ({
  kind,
  wording: back,
  back: wording,
})

const ANOTHER = 'another count than'

/** Who gives two numbers in one document does not contradict himself: he counts two things. */
const sameVoice = (a: Member, b: Member): boolean =>
  a.figure.document === b.figure.document && sameTerms(a.reading.speakers, b.reading.speakers)

type Period = ReturnType<typeof periodOf>

/** A count over months beside one that names no time: that may be of one day among them. */
const isOverMonths = (one: Period, other: Period): boolean =>
  (other === undefined && isLong(one)) || (one === undefined && isLong(other))

const isLong = (period: Period): boolean =>
  period !== undefined && Date.parse(period.to) - Date.parse(period.from) > MONTH

const MONTH = 45 * 86_400_000

/** Published later, a later number of the series, or counted up to a later day. */
function isLater(a: Member, b: Member): boolean {
  if (a.published !== '' && b.published !== '' && a.published !== b.published)
    return a.published > b.published
  const [issue, earlier] = [a.figure.document, b.figure.document]
  if (areSeries(issue, earlier) && compareIssues(issue, earlier) !== 0)
    return compareIssues(issue, earlier) > 0
  const [one, other] = [periodOf(a), periodOf(b)]
  return one !== undefined && other !== undefined && one.from === other.from && one.to > other.to
}

/** The same is named as the one who counts, or nobody is and the publisher or the series is the same. */
function sameSpeaker(a: Member, b: Member): boolean {
  const [one, other] = [a.reading.speakers, b.reading.speakers]
  if (one.size > 0 || other.size > 0) return [...one].some((term) => other.has(term))
  const [left, right] = [a.figure.document.publisher?.value, b.figure.document.publisher?.value]
  if (left !== undefined || right !== undefined) return left === right
  return (
    a.figure.document.id === b.figure.document.id || areSeries(a.figure.document, b.figure.document)
  )
}
