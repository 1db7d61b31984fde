/** Words that may stand for a word of a claim. */
import { alikeInUse } from '../../../index/languages/everyday.ts'
import type { FieldWords } from '../../ask/field-words.ts'
import type { Statement, Word } from './statement.ts'

/** Whether a word that may stand for it is among the terms. */
export function standsFor(
  { term, name }: Word,
  { language }: Pick<Statement, 'language'>,
  terms: ReadonlySet<string>,
  field: FieldWords,
): boolean {
  const isThere = (other: string): boolean => terms.has(other)
  return (
    [...field.alike(term)].some(isThere) || (!name && [...alikeInUse(term, language)].some(isThere))
  )
}

/** So many names in a row are read as what an acronym stands for. */
const LONGEST_NAME = 6

/**
 * Names of one statement that the other has as an acronym, or the other way about: "Human Rights Watch"
 * and "HRW", "United Nations" and "U.N.".
 */
export function acronymsOf(one: Statement, other: Statement): ReadonlySet<Word> {
  const found = new Set<Word>()
  const [runs, others] = [namesInARow(one), namesInARow(other)]
  const shown = new Set(other.words.map(({ folded }) => folded))
  for (const run of runs) if (shown.has(initialsOf(run))) for (const word of run) found.add(word)
  const initials = new Set(others.map(initialsOf))
  for (const word of one.words)
    if (word.folded.length >= 2 && initials.has(word.folded)) found.add(word)
  return found
}

const initialsOf = (run: readonly Word[]): string => run.map(({ folded }) => folded[0]).join('')

/** Every stretch of two or more names that stand side by side, a function word between them at most. */
function namesInARow({ words }: Statement): Word[][] {
  const found: Word[][] = []
  for (const [from, first] of words.entries()) {
    if (!first.name) continue
    const run = [first]
    for (const word of words.slice(from + 1, from + LONGEST_NAME)) {
      if (!word.name || word.at - (run.at(-1)?.at ?? 0) > 2) break
      run.push(word)
      found.push([...run])
    }
  }
  return found
}
