/**
 * Figures that stand among the words of a request, where none counts what it names: nobody is told that
 * there is no figure where its own sentence has all they asked for.
 */
import type { Slices } from '../../index/slices.ts'
import { AROUND, closeness, meanOf } from './closeness.ts'
import { sortOf } from './level.ts'
import type { Member } from './member.ts'
import type { FigureQuery } from './query.ts'
import type { FigureReader } from './reading.ts'

/** Of so many words one may be nowhere. */
const LONG = 4
/** So many are shown. */
const MOST = 12
/** All of them together say less than one that counts what was asked for. */
const WORTH = 0.5

/** The nearest first, each with its own score. */
export async function worded(
  members: readonly Member[],
  { units, period, change }: FigureQuery,
  reader: FigureReader,
  slices: Slices,
): Promise<Member[]> {
  if (units.length === 0) return []
  const fewest = units.length - Math.floor(units.length / LONG)
  const found = await slices.map(members, (member): Member[] => {
    const kind = member.figure.quantity.unit.kind
    // A time that was asked for is another's where nothing of it is there.
    if (period !== undefined && member.match.missing > 0 && !saysPeriod(member, period.terms))
      return []
    const near = closeness(units, member, reader)
    const there = near.filter((one) => one > 0).length
    const inSentence = near.some((one) => one > AROUND)
    if (there < fewest || !inSentence || kind === 'age' || kind === 'duration') return []
    if (!change && sortOf(member.figure) === 'change') return []
    const score = WORTH * meanOf(near, units)
    return [{ ...member, match: { ...member.match, score, own: true, related: false } }]
  })
  return found
    .flat()
    .sort((a, b) => b.match.score - a.match.score)
    .slice(0, MOST)
}

const saysPeriod = ({ reading }: Member, terms: readonly string[]): boolean =>
  terms.every((term) => reading.sentence.has(term) || reading.headings.has(term))
