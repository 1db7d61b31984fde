/** What figures are asked for: the words of the request, which of them are happenings, and when. */
import { directionOf } from '../../index/languages/changes.ts'
import { exactly } from '../../index/languages/combined.ts'
import { phrases } from '../../index/languages/phrases.ts'
import { findPeriod, parseDate } from '../../index/dates.ts'
import type { FieldGroup, FieldWords } from '../ask/field-words.ts'
import type { Question, Unit } from '../ask/question.ts'
import type { FigureTerms } from './reading.ts'
import { areIn, isSaid } from './said.ts'

export interface QueryUnit {
  readonly unit: Unit
  /** Names of the events that it names. */
  readonly events: ReadonlySet<string>
  readonly casualties: boolean
  /** Something is counted under this name in what was found. */
  readonly thing: boolean
  /** What was found writes it with a capital, and counts nothing under it. */
  readonly name: boolean
  /** Heads that it tells apart in what was found: `cases` for the cholera of "cholera cases". */
  readonly kindOf: ReadonlySet<string>
  /** The name of a place of figures that were found. */
  readonly place: boolean
  /** Which persons it names, if any. */
  readonly people?: 'all' | 'most' | 'some'
}

export interface FigureQuery {
  readonly units: readonly QueryUnit[]
  /** By how much something changed is asked for. */
  readonly change: boolean
  /** First and last day asked for, ISO dates. */
  readonly period?: {
    readonly from: string
    readonly to: string
    readonly terms: readonly string[]
  }
}

/** They ask for figures as such. */
const COUNTING = exactly(phrases('lookUps', 'counting'))

export function readQuery(question: Question, field: FieldWords): FigureQuery {
  const period = periodOf(question)
  const meant = question.units.filter(({ folded }) => !COUNTING.test(folded))
  const units = meant.filter((unit) => period === undefined || !isDate(unit))
  return {
    units: units.map((unit) => readUnit(unit, field)),
    change: units.some(({ folded }) => directionOf(folded) !== undefined),
    ...(period !== undefined && { period }),
  }
}

const TIME = exactly(phrases('lookUps', 'times'))

/** Whether an age or a length of time is asked for. */
export const asksForTime = ({ units }: FigureQuery): boolean =>
  units.some(({ unit }) => TIME.test(unit.folded))

/** The query, knowing what it is put to: which of its words are things there, names, places. */
export const amid = (query: FigureQuery, readings: readonly FigureTerms[]): FigureQuery => ({
  ...query,
  units: query.units.map((one) => {
    const among = (where: 'things' | 'names' | 'place' | 'placed'): boolean =>
      readings.some((reading) => isSaid(one.unit, reading[where]))
    const means = one.events.size > 0 || one.people !== undefined
    const thing = !one.unit.name && among('things')
    const name = !means && (one.unit.name || (!thing && among('names')))
    return {
      ...one,
      thing,
      name,
      place: name && (among('place') || among('placed')),
      kindOf: headsOf(one, readings),
    }
  }),
})

/** What is counted under a name that this word stands before. */
const headsOf = ({ unit }: QueryUnit, readings: readonly FigureTerms[]): Set<string> =>
  new Set(
    readings.flatMap(({ counted }) => {
      const { head, terms } = counted
      const tells =
        head !== undefined &&
        unit.alternatives.some(
          ({ terms: own, via }) => via !== 'field' && areIn(own, terms) && !own.includes(head),
        )
      return tells ? [head] : []
    }),
  )

function readUnit(unit: Unit, field: FieldWords): QueryUnit {
  const groups = unit.alternatives
    .filter(({ via, terms }) => via !== 'field' && terms.length === 1)
    .flatMap(({ terms }) => terms.flatMap((term) => field.groupsOf(term)))
  const people = groups.flatMap((group) => group.people ?? []).find((kind) => kind !== 'none')
  return {
    unit,
    events: new Set(groups.flatMap(({ event }) => event ?? [])),
    casualties: groups.some((group: FieldGroup) => group.casualties === true),
    thing: false,
    name: unit.name,
    kindOf: new Set(),
    place: false,
    ...(people !== undefined && { people }),
  }
}

/** "2020", "March 2022". */
function periodOf({ text, units }: Question): FigureQuery['period'] {
  const found = findPeriod(text)
  if (found === undefined) return undefined
  const terms = units.filter(isDate).flatMap((unit) => unit.alternatives[0]?.terms ?? [])
  return { ...wholeOf(found), terms }
}

/** First and last day of a year, month or day. */
function wholeOf(date: string): { from: string; to: string } {
  if (date.length === 4) return { from: `${date}-01-01`, to: `${date}-12-31` }
  if (date.length > 7) return { from: date, to: date }
  const last = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5)), 0)).getUTCDate()
  return { from: `${date}-01`, to: `${date}-${last}` }
}

const isDate = ({ folded, written }: Unit): boolean =>
  /^(?:19|20)\d{2}$/u.test(folded) ||
  (/^\p{L}{3,9}$/u.test(folded) && parseDate(`${written} 2020`)?.length === 7)
