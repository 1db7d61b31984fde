/** Which of the figures that have words of a request are shown for it, and in which order. */
import { wholeOf } from '../../index/quantities/figure-index.ts'
import { evidenceFor } from './evidence.ts'
import { sortOf } from './level.ts'
import { asksByName, fits, isNamed, isTime } from './match.ts'
import type { Member } from './member.ts'
import { asksForTime, type FigureQuery } from './query.ts'
import type { FigureReader } from './reading.ts'
import { isSaid, isSaidItself } from './said.ts'
import { sameSentence } from './same.ts'

/** Figures of what was asked for; where nothing counts that, all that the place or speaker has. */
export function choose(members: readonly Member[], query: FigureQuery): Member[] {
  if (query.units.length === 0 && query.period === undefined) return []
  const fitting = members.filter(
    ({ match, reading }) => fits(query, match) && (!isTime(reading) || asksForTime(query)),
  )
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

/** With how well it fits for its score. */
export const weighed = (member: Member, query: FigureQuery, reader: FigureReader): Member => ({
  ...member,
  match: { ...member.match, score: evidenceFor(query, member, reader) },
})

/**
 * "312, a rise of 95": the change is not shown for the count that stands beside it, nor "26" for half of
 * them. A rise of 9 % is taken for no price.
 */
export function isCount(member: Member, all: readonly Member[]): boolean {
  const sort = sortOf(member.figure)
  if (sort !== 'change' && sort !== 'base') return true
  const { kind } = member.figure.quantity.unit
  return !all.some(
    (other) =>
      other !== member &&
      sameSentence(other, member) &&
      (sort === 'base' || other.figure.quantity.unit.kind === kind),
  )
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
