/** Which of the figures that have words of a request are shown for it, and in which order. */
import { wholeOf } from '../../index/quantities/figure-index.ts'
import { closenessOf } from './closeness.ts'
import { sortOf } from './level.ts'
import { asksByName, fits, isNamed, isTime } from './match.ts'
import type { Member } from './member.ts'
import type { FigureQuery } from './query.ts'
import type { FigureReader } from './reading.ts'
import { isSaid, isSaidItself } from './said.ts'
import { sameSentence } from './same.ts'

/** What ages and lengths of time are worth where none was asked for. */
const ASIDE = 0.6
const TIME =
  /^(?:ages?|aged|old|years?|months?|weeks?|days?|hours?|minutes?|long|duration|âges?|âgée?s?|ans?|années?|mois|semaines?|jours?|heures?|durée)$/u
/** How much of a score is whose words they are. */
const CLOSE = 0.3

/** Figures of what was asked for; where nothing counts that, all that the place or speaker has. */
export function choose(members: readonly Member[], query: FigureQuery): Member[] {
  if (query.units.length === 0 && query.period === undefined) return []
  const fitting = members.filter(({ match }) => fits(query, match))
  const own = fitting.filter(({ match }) => match.own || match.related)
  const found =
    own.some(({ match }) => !match.related) && !asksByName(query)
      ? own
      : fitting.filter(
          ({ match, reading }) => !match.related && (match.own || isNamed(query, reading)),
        )
  const figures = new Map(found.map((member) => [member.figure, member]))
  // A part comes with what it is part of, but for one that has more of what was asked for.
  return found.filter((member) => {
    const of = wholeOf(member.figure)
    const whole = figures.get(of ?? member.figure)
    // "10 of them children" says nothing where those they are part of were not asked for.
    if (of !== undefined && whole === undefined && !namesAsked(member, query)) return false
    return whole === undefined || whole === member || says(whole, query) < says(member, query)
  })
}

/** Of two that fit alike, the one whose own words were asked for comes first. */
export const nearer = (member: Member, query: FigureQuery, reader: FigureReader): Member => ({
  ...member,
  match: {
    ...member.match,
    score:
      ((1 - CLOSE) * member.match.score + CLOSE * closenessOf(query, member, reader)) *
      (isTime(member.reading) && !query.units.some(({ unit }) => TIME.test(unit.folded))
        ? ASIDE
        : 1),
  },
})

/** "312, a rise of 95": the change is not shown for the count that stands beside it, nor "26" for half of them. */
export function isCount(member: Member, all: readonly Member[]): boolean {
  const sort = sortOf(member.figure)
  if (sort !== 'change' && sort !== 'base') return true
  return !all.some((other) => other !== member && sameSentence(other, member))
}

/** Whether what it counts itself, and not what it is part of, was asked for. */
const namesAsked = ({ reading: { counted } }: Member, { units }: FigureQuery): boolean =>
  units.some(
    ({ unit, people }) =>
      (people !== undefined && counted.people !== undefined) || isSaid(unit, counted.terms),
  )

/** How many of the things that are asked for a figure counts, to the letter. */
const says = ({ reading }: Member, { units }: FigureQuery): number =>
  units.filter(
    ({ unit, thing, events }) => thing && events.size === 0 && isSaidItself(unit, reading.own),
  ).length
