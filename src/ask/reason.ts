/** Why there is no answer, in a sentence a person understands. */
import type { Filters } from './filters.ts'
import type { Question } from './question.ts'
import type { Ranked } from './rank.ts'

export function reasonFor(question: Question, ranked: readonly Ranked[], filters: Filters): string {
  const first = ranked[0]
  if (question.units.length === 0)
    return 'The question has only words that every document has; name who, where or what you mean.'
  if (first === undefined && filters.phrases.length > 0)
    return `The documents do not say: no passage has the exact words ${list(filters.phrases)}.`
  if (first === undefined && filters.without.length > 0)
    return `Nothing is left without ${list(filters.without)}; take a “-word” out of the question.`
  const missing = question.unknown
  if (missing.length > 0 && missing.length === question.units.length)
    return `The documents do not say: none of them has ${list(missing)}.`
  if (missing.length > 0) return `The documents do not say: no document has ${list(missing)}.`
  if (first === undefined) return 'The documents do not say: no passage has these words.'
  const apart = question.units
    .filter((_, at) => (first.match.weights[at] ?? 0) === 0)
    .map((unit) => unit.written)
  if (apart.length > 0)
    return `The documents do not say: no passage brings ${list(apart)} together with the rest of the question.`
  return 'The documents have these words, but no sentence that clearly answers.'
}

const list = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ')
