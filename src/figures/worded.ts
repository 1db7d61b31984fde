/**
 * Figures that stand among the words of a request, and are not said to count what it names: nobody is
 * told that there is no figure, or a lesser one first, where a sentence has all they asked for.
 */
import type { Slices } from '../../index/slices.ts'
import { evidenceOf, weigh } from './evidence.ts'
import { sortOf } from './level.ts'
import { isTime } from './match.ts'
import type { Member } from './member.ts'
import { asksForTime, type FigureQuery } from './query.ts'
import type { FigureReader } from './reading.ts'
import { isSaid, isSaidItself } from './said.ts'
import { wordsAround } from './words-around.ts'

/** Of so many words one may be nowhere. */
const LONG = 4
/** So many are shown. */
const MOST = 12
/** So much less likely, as a logarithm of odds, is about as well. */
const MARGIN = 1

/**
 * Each with its own score, the best first.
 * @param beside where others are said to count it: then only those that have every word, and count no
 *   other thing
 */
export async function worded(
  members: readonly Member[],
  query: FigureQuery,
  reader: FigureReader,
  slices: Slices,
  beside: boolean,
): Promise<Member[]> {
  if (query.units.length === 0) return []
  const found = await slices.map(members, (member): Member[] => {
    if (!isAmong(member, query, reader)) return []
    const evidence = evidenceOf(query, member, reader)
    const isClear = evidence.every === 1 && evidence.foreign === 0 && evidence.other === 0
    if (beside && !isClear) return []
    const match = { ...member.match, score: weigh(evidence), own: true, related: false }
    return [{ ...member, match }]
  })
  return found
    .flat()
    .sort((a, b) => b.match.score - a.match.score)
    .slice(0, MOST)
}

/** Those that fit about as well as the best of what is said to count what was asked for. */
export function rivals(among: readonly Member[], counts: readonly Member[]): Member[] {
  const best = Math.max(...counts.flatMap(({ match }) => (match.related ? [] : [match.score])))
  return among.filter(({ match }) => match.score >= best - MARGIN)
}

function isAmong(member: Member, query: FigureQuery, reader: FigureReader): boolean {
  const { units, period, change } = query
  const { reading, figure, match } = member
  // A time that was asked for is another's where nothing of it is there.
  if (period !== undefined && match.missing > 0 && !saysPeriod(member, period.terms)) return false
  if (isTime(reading) && !asksForTime(query)) return false
  const { kind } = figure.quantity.unit
  if (!change && kind === 'count' && sortOf(figure) === 'change') return false
  const { terms } = wordsAround(figure, reader)
  const own = units.filter(({ unit }) => isSaidItself(unit, terms) || isSaid(unit, reading.own))
  const around = units.filter(
    ({ unit }) =>
      isSaid(unit, reading.before) ||
      isSaid(unit, reading.previous) ||
      isSaid(unit, reading.headings),
  )
  const fewest = units.length - Math.floor(units.length / LONG)
  return own.length > 0 && new Set([...own, ...around]).size >= fewest
}

const saysPeriod = ({ reading }: Member, terms: readonly string[]): boolean =>
  terms.every((term) => reading.sentence.has(term) || reading.headings.has(term))
