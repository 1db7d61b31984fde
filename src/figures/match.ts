/** Whether a figure is one that was asked for, and how well it fits. */
import { within } from '../../index/languages/combined.ts'
import { phrases } from '../../index/languages/phrases.ts'
import type { Alternative } from '../ask/question.ts'
import type { FigureQuery, QueryUnit } from './query.ts'
import type { FigureTerms } from './reading.ts'
import { areIn, isSaid, isSaidItself } from './said.ts'

export interface Match {
  /** 0 to 1. */
  readonly score: number
  /** A word of the request, and no name, is one of the figure's own parts, not only around it. */
  readonly own: boolean
  /** What happened, where the figure itself does not say and its sentence does. */
  readonly happening?: string
  /** Another kind of harm in the place that was asked about. */
  readonly related: boolean
  /** Of how many words of the request there was no trace. */
  readonly missing: number
  /** Terms of the places asked for that its sentence or one before it names. */
  readonly anchors: ReadonlySet<string>
}

/** What a word of the request is worth by where it was found; its own parts say most. */
const WORTH = {
  own: 1,
  place: 1,
  speakers: 0.9,
  sentence: 0.5,
  before: 0.35,
  previous: 0.35,
  headings: 0.3,
  document: 0.25,
} as const
/** Whoever asks for civilians is also shown counts of people; they may be civilians. */
const PERSONS = 0.6
/** A period wider than the one asked for, or read from the sentence around. */
const ROUGHLY = 0.6
/** A request of so many words may have one that is nowhere. */
const LONG = 4

interface Weight {
  readonly value: number
  readonly own: boolean
}

export function matchFigure(query: FigureQuery, reading: FigureTerms): Match {
  const weights = query.units.map((unit) =>
    isAnotherKind(unit, query, reading) ? NOTHING : weigh(unit, reading),
  )
  const time = weighPeriod(query, reading)
  const all = [...weights.map(({ value }) => value), ...(time === undefined ? [] : [time])]
  const happening = happeningNear(query, reading)
  const happened = happening !== undefined || happens(query, reading)
  const related = !happened && isRelated(query, reading)
  const other = query.units.filter(
    (unit, at) => !(related && unit.casualties) && (weights[at]?.value ?? 0) === 0,
  ).length
  return {
    score: all.reduce((sum, value) => sum + value, 0) / Math.max(1, all.length),
    own: happening !== undefined || weights.some(({ own }, at) => own && saysWhat(query.units, at)),
    ...(happening !== undefined && { happening }),
    anchors: new Set(
      query.units.flatMap((unit, at) =>
        weights[at]?.own === true || !unit.place ? [] : anchorsOf(unit, reading),
      ),
    ),
    related,
    missing: other + (time === 0 ? 1 : 0) + (happened || related ? 0 : 1),
  }
}

/** "12 diarrhoea cases; none had cholera" are no cases of cholera where others are said to be. */
function isAnotherKind(
  asked: QueryUnit,
  { units }: FigureQuery,
  { counted, own }: FigureTerms,
): boolean {
  const { head, terms } = counted
  if (head === undefined || !asked.kindOf.has(head)) return false
  const said = (unit: QueryUnit, there: ReadonlySet<string>): boolean => isSaid(unit.unit, there)
  if (said(asked, own)) return false
  const others = [...terms].filter((term) => term !== head && !STATUS.test(term))
  return others.some((term) => !units.some((unit) => said(unit, new Set([term]))))
}

/** Stems of words that say how sure or how new a count is, not of what kind. */
const STATUS = within(phrases('lookUps', 'status'), (words) => String.raw`^(?:${words}|\d)`)
const NOTHING: Weight = { value: 0, own: false }

/** "US" names somebody, and does not say what is counted, unless there is nothing else. */
function saysWhat(units: readonly QueryUnit[], at: number): boolean {
  const one = units[at]
  return one !== undefined && (!one.name || units.every(({ name }) => name))
}

/** Whether a request names places or speakers and nothing that is counted. */
export const asksByName = ({ units }: FigureQuery): boolean =>
  units.length > 0 && units.every(({ name }) => name)

/** Whether all that was asked for are names to a figure: places, speakers. */
export const isNamed = (query: FigureQuery, reading: FigureTerms): boolean =>
  query.units.every(
    (unit) =>
      !isAnotherKind(unit, query, reading) &&
      !isWhatHappened(unit, reading) &&
      unit.unit.alternatives.some(
        ({ terms }) =>
          areIn(terms, reading.place) ||
          areIn(terms, reading.speakers) ||
          areIn(terms, reading.names) ||
          areIn(terms, reading.before),
      ),
  )

/** Whether so much of the request is there that the figure is one of those asked for. */
export function fits({ units }: FigureQuery, match: Match): boolean {
  if (match.missing === 0) return true
  return match.missing === 1 && units.length >= LONG && match.own && !match.related
}

/** What happened is what was asked for, or nothing was. */
function happens({ units }: FigureQuery, reading: FigureTerms): boolean {
  const asked = units.filter(({ events }) => events.size > 0)
  if (asked.length === 0) return true
  if (isTime(reading)) return false
  return asked.some((unit) => isWhatHappened(unit, reading) || isSaidItself(unit.unit, reading.own))
}

/** "600 men, half of them sailors, were killed": what its sentence says and no other count takes. */
function happeningNear({ units }: FigureQuery, reading: FigureTerms): string | undefined {
  const { counted, sentence } = reading
  if (counted.happening !== undefined || counted.people === undefined) return undefined
  const asked = units.find(({ events, unit }) => events.size > 0 && isSaid(unit, sentence))
  return asked === undefined ? undefined : [...asked.events][0]
}

/** How long a siege was in which people were killed is no count of the killed. */
function isWhatHappened({ events }: QueryUnit, reading: FigureTerms): boolean {
  return !isTime(reading) && [...events].some((event) => reading.counted.events.has(event))
}

export const isTime = ({ figure }: FigureTerms): boolean =>
  figure.quantity.unit.kind === 'age' || figure.quantity.unit.kind === 'duration'

/** Other harm, where the request names one kind and something besides. */
function isRelated({ units }: FigureQuery, { counted }: FigureTerms): boolean {
  return (
    counted.casualties &&
    counted.people !== undefined &&
    units.some(({ casualties }) => casualties) &&
    units.some(({ casualties, people }) => !casualties && people === undefined)
  )
}

function weigh(asked: QueryUnit, reading: FigureTerms): Weight {
  const { unit, people } = asked
  const { counted } = reading
  if (isWhatHappened(asked, reading)) return { value: 1, own: true }
  const best = Math.max(
    0,
    ...unit.alternatives.map((one) => one.weight * worth(one, reading, asked.thing)),
  )
  const own = isSaid(unit, reading.own)
  if (own || people === undefined || people === 'some' || counted.people === undefined)
    return { value: best, own }
  // "people" are met by women; "civilians" by people, not by soldiers.
  const value = people === 'all' ? 1 : PERSONS
  return { value: Math.max(best, value), own: true }
}

function worth({ terms }: Alternative, reading: FigureTerms, thing: boolean): number {
  for (const [where, value] of Object.entries(WORTH)) {
    // What is counted elsewhere under this name is not counted here because a title has the word.
    if (thing && where === 'document') continue
    if (areIn(terms, termsIn(where, reading))) return value
  }
  return 0
}

const NONE: ReadonlySet<string> = new Set()

/** What the request calls it, whatever the document does. */
function anchorsOf({ unit }: QueryUnit, reading: FigureTerms): readonly string[] {
  const found = unit.alternatives.some(({ terms }) =>
    ['place', 'sentence', 'before'].some((where) => areIn(terms, termsIn(where, reading))),
  )
  return found ? (unit.alternatives[0]?.terms ?? []) : []
}

function termsIn(where: string, reading: FigureTerms): ReadonlySet<string> {
  if (where === 'own') return reading.own
  if (where === 'place') return reading.place
  if (where === 'speakers') return reading.speakers
  if (where === 'sentence') return reading.sentence
  if (where === 'previous') return reading.previous
  // A sentence that names its own place has left the one before.
  if (where === 'before') return reading.place.size === 0 ? reading.before : NONE
  return where === 'headings' ? reading.headings : reading.document
}

/** Undefined when no time was asked for, 0 when the figure is of another. */
function weighPeriod({ period }: FigureQuery, reading: FigureTerms): number | undefined {
  if (period === undefined) return undefined
  const own = reading.figure.quantity.period
  if (own?.from !== undefined && own.to !== undefined) {
    const overlap = own.from <= period.to && own.to >= period.from
    if (overlap) return own.from >= period.from && own.to <= period.to ? 1 : ROUGHLY
    if (own.origin === 'sentence') return 0
  }
  if (areIn(period.terms, reading.sentence)) return ROUGHLY
  return areIn(period.terms, reading.headings) ? WORTH.headings : 0
}
