/**
 * Figures that stand among the words of a request, where none counts what it names: nobody is told that
 * there is no figure where its own sentence has all they asked for.
 */
import { sentenceOf } from '../../index/quantities/figure-index.ts'
import type { Unit } from '../ask/question.ts'
import { sortOf } from './level.ts'
import type { Member } from './member.ts'
import type { FigureQuery } from './query.ts'
import type { FigureReader } from './reading.ts'

/** Of so many words one may be nowhere. */
const LONG = 4
/** So many are shown. */
const MOST = 12
/** Characters between a word and the number that halve what the word says of it. */
const NEAR = 60
/** All of them together say less than one that counts what was asked for. */
const WORTH = 0.5

/** The nearest first, each with its own score. */
export function worded(
  members: readonly Member[],
  { units, period }: FigureQuery,
  reader: FigureReader,
): Member[] {
  if (units.length === 0) return []
  const fewest = units.length - Math.floor(units.length / LONG)
  return members
    .flatMap((member): Member[] => {
      const kind = member.figure.quantity.unit.kind
      // A time that was asked for is another's where nothing of it is there.
      if (period !== undefined && member.match.missing > 0 && !saysPeriod(member, period.terms))
        return []
      const near = units.map(({ unit }) => nearness(unit, member, reader))
      const found = near.filter((one) => one > 0).length
      const inSentence = near.some((one) => one > AROUND)
      if (found < fewest || !inSentence || kind === 'age' || kind === 'duration') return []
      if (sortOf(member.figure) === 'change') return []
      const score = (WORTH * near.reduce((sum, one) => sum + one, 0)) / units.length
      return [{ ...member, match: { ...member.match, score, own: true, related: false } }]
    })
    .sort((a, b) => b.match.score - a.match.score)
    .slice(0, MOST)
}

const saysPeriod = ({ reading }: Member, terms: readonly string[]): boolean =>
  terms.every((term) => reading.sentence.has(term) || reading.headings.has(term))

/** What a word is worth that stands in a heading, or is named in the sentences before. */
const AROUND = 0.2

/** 0 to 1: how near to the number the word stands. */
function nearness(
  { alternatives }: Unit,
  { figure, reading }: Member,
  reader: FigureReader,
): number {
  const { start } = sentenceOf(figure)
  const { number } = figure.quantity
  let best = 0
  for (const { terms, via } of alternatives) {
    if (via === 'field') continue
    const at = terms.map((term) => {
      const places = reader
        .wordsAround(figure)
        .filter((token) => token.terms.includes(term))
        .map((token) =>
          Math.max(token.start + start - number.end, number.start - token.end - start),
        )
      return Math.min(...places)
    })
    const far = Math.max(...at)
    if (terms.length > 0 && Number.isFinite(far))
      best = Math.max(best, NEAR / (NEAR + Math.max(0, far)))
    else if (isAround(terms, reading.before) || isAround(terms, reading.headings))
      best = Math.max(best, AROUND)
  }
  return best
}

const isAround = (terms: readonly string[], within: ReadonlySet<string>): boolean =>
  terms.length > 0 && terms.every((term) => within.has(term))
