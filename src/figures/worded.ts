/**
 * Figures that stand among the words of a request, where none counts what it names: nobody is told that
 * there is no figure where its own sentence has all they asked for.
 */
import { sentenceOf } from '../../index/quantities/figure-index.ts'
import type { Slices } from '../../index/slices.ts'
import { sortOf } from './level.ts'
import type { Member } from './member.ts'
import type { FigureQuery } from './query.ts'
import type { FigureReader } from './reading.ts'
import { stretchOf } from './stretch.ts'

/** Of so many words one may be nowhere. */
const LONG = 4
/** So many are shown. */
const MOST = 12
/** What a word is worth that stands among the words of the figure alone, of all of the sentence, of another. */
const [ALONE, SHARED, ANOTHERS] = [1, 0.6, 0.3]
/** A word that a figure counts says so much more than one that stands around it. */
const COUNTED = 5
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

/** What a word is worth that stands in a heading, or is named in the sentences before. */
const AROUND = 0.2

/** How much of what was asked for the figure alone has, of all that its sentence and others have: 0 to 1. */
export const closenessOf = ({ units }: FigureQuery, member: Member, reader: FigureReader): number =>
  meanOf(closeness(units, member, reader), units)

/** 0 to 1 for each word: whether it is the figure's own, the sentence's, or another figure's. */
function closeness(
  units: FigureQuery['units'],
  { figure, reading }: Member,
  reader: FigureReader,
): number[] {
  const { start } = sentenceOf(figure)
  const { own, lead } = stretchOf(figure)
  const worthAt = (at: number): number =>
    at >= own.start && at < own.end ? ALONE : at < lead.end ? SHARED : ANOTHERS
  const words = reader.wordsAround(figure)
  const worthOf = (term: string): number =>
    Math.max(
      0,
      ...words
        .filter(({ terms }) => terms.includes(term))
        .map((token) => worthAt(token.start + start)),
    )
  return units.map(({ unit }) => {
    let best = 0
    for (const { terms, via } of unit.alternatives) {
      if (via === 'field' || terms.length === 0) continue
      if (terms.every((term) => reading.own.has(term))) return ALONE
      const there = Math.min(...terms.map(worthOf))
      const around = isAround(terms, reading.before) || isAround(terms, reading.headings)
      best = Math.max(best, there, around ? AROUND : 0)
    }
    return best
  })
}

function meanOf(near: readonly number[], units: FigureQuery['units']): number {
  const weights = units.map(({ thing }) => (thing ? COUNTED : 1))
  const sum = near.reduce((total, one, at) => total + one * (weights[at] ?? 1), 0)
  return (
    sum /
    Math.max(
      1,
      weights.reduce((total, one) => total + one, 0),
    )
  )
}

const isAround = (terms: readonly string[], within: ReadonlySet<string>): boolean =>
  terms.length > 0 && terms.every((term) => within.has(term))
