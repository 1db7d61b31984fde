/** What a sentence looks like, and where it stands. */
import type { AnalyzedSentence } from '../analyzed.ts'
import type { Match } from '../match.ts'
import { AT, type Row } from './names.ts'

export function describeShape(
  row: Row,
  own: Match,
  { shape, tokens, sentence }: AnalyzedSentence,
  at: number,
  documentLength: number,
): void {
  const words = tokens.length
  let hits = 0
  let last = -1
  for (const { token } of own.hits) {
    if (token !== last) hits++
    last = token
  }
  row[AT['new-words']] = shape.content === 0 ? 0 : Math.min(1, (shape.content - hits) / 20)
  row[AT['length']] = Math.min(1, words / 60)
  row[AT['short']] = words < 5 ? 1 : 0
  row[AT['long']] = words > 50 ? 1 : 0
  row[AT['list']] = sentence.list ? 1 : 0
  row[AT['is-question']] = shape.asks ? 1 : 0
  row[AT['mangled']] = shape.mangled ? 1 : 0
  row[AT['first-of-passage']] = at === 0 ? 1 : 0
  row[AT['first-of-document']] = sentence.start < 4 ? 1 : 0
  row[AT['early']] = 1 / (1 + sentence.start / 2000)
  row[AT['place-in-document']] = documentLength === 0 ? 0 : sentence.start / documentLength
}
