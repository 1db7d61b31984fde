/** Whether two figures are of one kind, one period, one place, one happening. */
import { parseDate } from '../../index/dates.ts'
import { within } from '../../index/languages/combined.ts'
import { phrases } from '../../index/languages/phrases.ts'
import { sentenceOf, sliceOf } from '../../index/quantities/figure-index.ts'
import { isOverPlaces } from './level.ts'
import { countedOf, happeningOf, type Member, unitKey, valueKey } from './member.ts'
import { remembered } from '../remembered.ts'
import { areSeries } from './series.ts'

export function belongTogether(a: Member, b: Member): boolean {
  return (
    // Money is assistance to one and provided to another.
    (happeningOf(a) === happeningOf(b) || a.figure.quantity.unit.kind === 'currency') &&
    unitKey(a) === unitKey(b) &&
    sameThing(a, b) &&
    (isOverPlaces(a.figure) === isOverPlaces(b.figure) || saysTheSame(a, b)) &&
    samePlace(a, b) &&
    !apartInTime(a, b)
  )
}

/** One counts what the other counts, or a part of it. */
export function sameThing(a: Member, b: Member): boolean {
  const [one, other] = [countedOf(a), countedOf(b)]
  if ((one.people === undefined) !== (other.people === undefined)) return false
  if (one.people === undefined && one.head !== other.head) return false
  // Two numbers of nothing in particular are one only when they are equal.
  if (one.people === undefined && one.head === undefined) return valueKey(a) === valueKey(b)
  return isWithin(one.narrowing, other.narrowing) || isWithin(other.narrowing, one.narrowing)
}

/** Whether `part` is all there in `whole`. */
export const isWithin = (part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean =>
  [...part].every((term) => whole.has(term))

export const sameTerms = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && isWithin(a, b)

/**
 * Places that share a word are one. Without a place of its own a figure is where the request's names
 * put it; else nothing says that two counts are of one happening, unless they say the same.
 */
function samePlace(a: Member, b: Member): boolean {
  if (sameSentence(a, b) || saysTheSame(a, b) || sameAccount(a, b)) return true
  const [one, other] = [a.reading.place, b.reading.place]
  const shared = [...one].filter((term) => other.has(term))
  const anchors = [...a.match.anchors].filter((term) => b.match.anchors.has(term))
  if (sameSeries(a, b) && (one.size === 0 || other.size === 0)) return true
  const apart = one.size > 0 && other.size > 0 && isElsewhere(a) && isElsewhere(b)
  const common = shared.length > 0 ? shared : apart ? [] : anchors
  if (common.some((term) => !a.settings.has(term))) return true
  // Where everything happens, only the time tells one happening from another.
  return common.length > 0 && periodOf(a) !== undefined && periodOf(b) !== undefined
}

export const sameSentence = ({ figure }: Member, { figure: other }: Member): boolean =>
  figure.siblings === other.siblings &&
  figure.quantity.sentence.start === other.quantity.sentence.start

/** Numbers of one series count what happened again, when they count it in the same terms. */
const sameSeries = (a: Member, b: Member): boolean =>
  happeningOf(a) !== undefined &&
  a.figure.document !== b.figure.document &&
  areSeries(a.figure.document, b.figure.document) &&
  sameTerms(countedOf(a).narrowing, countedOf(b).narrowing)

/** "3,761 murders" twice are one count; "two people killed" in two places, or told of no place, are two. */
export const saysTheSame = (a: Member, b: Member): boolean =>
  valueKey(a) === valueKey(b) &&
  sameTerms(countedOf(a).narrowing, countedOf(b).narrowing) &&
  !areApart(a, b) &&
  (isTelling(a, b) || sharePlace(a, b) || shareDay(a, b) || areInOneChapter(a, b))

const sharePlace = ({ reading: a }: Member, { reading: b }: Member): boolean =>
  [...a.place].some((term) => b.place.has(term))

/** Both give a time, and the same. */
function shareDay(a: Member, b: Member): boolean {
  const [one, other] = [periodOf(a), periodOf(b)]
  return one !== undefined && one.from === other?.from && one.to === other.to
}

/** "four triage nurses" of one chapter are four; of people without another word there may be four more. */
const areInOneChapter = (a: Member, b: Member): boolean =>
  a.figure.document === b.figure.document &&
  chapterOf(a.figure) === chapterOf(b.figure) &&
  countedOf(a).narrowing.size > 0

const chapterOf = ({ heading }: Member['figure']): string | undefined => heading.split(' › ')[0]

/** Each has a place of its own, and nothing puts both where the request asks. */
export const areApart = (a: Member, b: Member): boolean =>
  a.reading.place.size > 0 &&
  b.reading.place.size > 0 &&
  !sharePlace(a, b) &&
  ![...a.match.anchors].some((term) => b.match.anchors.has(term))

/** So many digits are hardly those of two things; fewer may be, in another document or section. */
const TELLING = 3
const RATHER_TELLING = 2
/** Below it, what is counted in one place is often counted in another. */
const MANY = 100

function isTelling({ figure: a }: Member, { figure: b }: Member): boolean {
  const digits = digitsOf(a)
  if (digits >= TELLING) return true
  const oneSection = a.document !== b.document || a.heading === b.heading
  return digits >= RATHER_TELLING && valuesOf(a).every((value) => value >= MANY) && oneSection
}

const valuesOf = ({ quantity: { amount } }: Member['figure']): number[] =>
  amount.kind === 'range' ? [amount.low, amount.high] : [amount.value]

/** How many digits say something: 2 of 1,500, 3 of 12.5. */
const digitsOf = (figure: Member['figure']): number =>
  Math.max(...valuesOf(figure).map((value) => significant(value).length))

/** "15" of 1,500: the digits of 1.5e+3. */
const significant = (value: number): string =>
  (value.toExponential().split('e')[0] ?? '').replace('.', '')

/** Money of one document and one period. */
function sameAccount(a: Member, b: Member): boolean {
  const [one, other] = [periodOf(a), periodOf(b)]
  return (
    a.figure.quantity.unit.kind === 'currency' &&
    a.figure.document === b.figure.document &&
    one !== undefined &&
    one.from === other?.from &&
    one.to === other.to
  )
}

/** Its own place is not the one that was asked for. */
const isElsewhere = ({ reading, match }: Member): boolean =>
  ![...match.anchors].some((term) => reading.place.has(term))

function apartInTime(a: Member, b: Member): boolean {
  const [one, other] = [periodOf(a), periodOf(b)]
  if (one === undefined || other === undefined) return areOtherDays(a, b)
  return one.to < other.from || other.to < one.from
}

/** "29 January" and "30 August" of no year that is told: where they are one report's, they are two days. */
function areOtherDays({ figure: a }: Member, { figure: b }: Member): boolean {
  if (a.document !== b.document) return false
  const [one, other] = [dayOf(a), dayOf(b)]
  return one !== '' && other !== '' && one !== other
}

/** Any leap year will do. */
const A_YEAR = '2000'

const dayOf = remembered((figure: Member['figure']): string => {
  const { period } = figure.quantity
  if (period === undefined || period.from !== undefined || period.origin !== 'sentence') return ''
  return parseDate(`${period.wording} ${A_YEAR}`) ?? ''
})

/**
 * The period that its sentence or section gives, where it could be resolved. What stands "as of" a day
 * counts all that was before: such a period begins with the empty string.
 */
export const periodOf = ({ figure }: Member): Period | undefined => periodOfFigure(figure)

interface Period {
  readonly from: string
  readonly to: string
}

const periodOfFigure = remembered((figure: Member['figure']): Period | undefined => {
  const { period } = figure.quantity
  if (period?.from === undefined || period.to === undefined || isOfPart(figure)) return undefined
  return { from: isUpTo(figure) ? '' : period.from, to: period.to }
})

/** "In the first half of 2023": not all of it, and when is not told. */
function isOfPart(figure: Member['figure']): boolean {
  const { period } = figure.quantity
  if (period?.origin !== 'sentence') return false
  const text = sliceOf(figure, sentenceOf(figure))
  const at = text.indexOf(period.wording)
  return at > 0 && PART_OF_TIME.test(text.slice(Math.max(0, at - SHORT), at))
}

const SHORT = 40
const PART_OF_TIME = within(
  phrases('comparing', 'partsOfTime'),
  (words) => String.raw`(?<!\p{L})(?:${words})\s(?:of|de|du|des)\s(?:the\s|l[’'])?$`,
  'iu',
)

/** "As of December 8, 13 cases": to that day, not on it. */
function isUpTo(figure: Member['figure']): boolean {
  const { period } = figure.quantity
  if (period?.origin !== 'sentence') return false
  const text = sliceOf(figure, sentenceOf(figure))
  const at = text.indexOf(period.wording)
  return at > 0 && UP_TO.test(text.slice(0, at))
}

const UP_TO = within(
  phrases('lookUps', 'upTo'),
  (words) => String.raw`(?:^|\s)(?:${words})\s+$`,
  'iu',
)
