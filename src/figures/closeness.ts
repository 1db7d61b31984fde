/** Whose words they are: how much of a request a figure alone has, of all that its sentence says. */
import { sentenceOf } from '../../index/quantities/figure-index.ts'
import type { Member } from './member.ts'
import type { FigureQuery } from './query.ts'
import type { FigureReader } from './reading.ts'
import { areIn } from './said.ts'
import { stretchOf } from './stretch.ts'

/** What a word is worth that stands among the words of the figure alone, of all of the sentence, of another. */
const [ALONE, SHARED, ANOTHERS] = [1, 0.6, 0.3]
/** A word that a figure counts says so much more than one that stands around it. */
const COUNTED = 5
/** What a word is worth that stands in a heading, or is named in the sentences before. */
export const AROUND = 0.2

/** How much of what was asked for the figure alone has, of all that its sentence and others have: 0 to 1. */
export const closenessOf = ({ units }: FigureQuery, member: Member, reader: FigureReader): number =>
  meanOf(closeness(units, member, reader), units)

/** 0 to 1 for each word: whether it is the figure's own, the sentence's, or another figure's. */
export function closeness(
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
      if (areIn(terms, reading.own)) return ALONE
      const there = Math.min(...terms.map(worthOf))
      const around = areIn(terms, reading.before) || areIn(terms, reading.headings)
      best = Math.max(best, there, around ? AROUND : 0)
    }
    return best
  })
}

export function meanOf(near: readonly number[], units: FigureQuery['units']): number {
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
