/** Why there is no answer, in a sentence a person understands. */
import type { Wordings } from '../wordings/wordings.ts'
import type { Filters } from './filters.ts'
import type { Question } from './question.ts'
import type { Ranked } from './rank.ts'

export function reasonFor(
  question: Question,
  ranked: readonly Ranked[],
  filters: Filters,
  { reasons, quoted }: Wordings['answers'],
): string {
  const first = ranked[0]
  const list = (words: readonly string[]): string => words.map(quoted).join(', ')
  if (question.units.length === 0) return reasons.commonWords
  if (first === undefined && filters.phrases.length > 0)
    return reasons.noPhrase(list(filters.phrases))
  if (first === undefined && filters.without.length > 0)
    return reasons.noneLeft(list(filters.without))
  const missing = question.unknown
  if (missing.length > 0 && missing.length === question.units.length)
    return reasons.noneHas(list(missing))
  if (missing.length > 0) return reasons.noDocumentHas(list(missing))
  if (first === undefined) {
    const names = question.units.filter(({ name }) => name).map(({ written }) => written)
    return names.length > 0 ? reasons.apart(list(names)) : reasons.noPassage
  }
  const apart = question.units
    .filter((_, at) => (first.match.weights[at] ?? 0) === 0)
    .map((unit) => unit.written)
  return apart.length > 0 ? reasons.apart(list(apart)) : reasons.unclear
}
