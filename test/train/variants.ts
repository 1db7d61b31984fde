/**
 * Questions as people type them: a letter wrong, or only the words that matter, in lower case. Sets of
 * questions are well spelt; without these the model would take a slip for a missing subject.
 */
import { createHash } from 'node:crypto'
import { analyze } from '../../index/analyzer.ts'
import { stopWords } from '../../index/languages/stop-words.ts'
import { seeded } from './random.ts'

/** One question in so many gets a variant. */
const EVERY = 3

/** For some questions, by their id, another wording; always the same. */
export function variantOf(question: string, id: string): string | undefined {
  const digest = createHash('sha256').update(id).digest()
  const [chosen = 0, kind = 0] = digest
  if (chosen % EVERY !== 0) return undefined
  const variant =
    kind % 3 === 0 ? keywords(question) : slips(question, kind, seeded(digest.readUInt32LE(4)))
  return variant === question || variant === '' ? undefined : variant
}

/** One word misspelt, or two, and all in lower case for some. */
function slips(question: string, kind: number, random: () => number): string {
  const once = misspelt(question, random)
  const twice = kind % 2 === 0 ? misspelt(once, random) : once
  return kind % 5 === 0 ? twice.toLowerCase() : twice
}

/** Two letters of a long word changed places, one doubled, or one left out. */
export function misspelt(question: string, random: () => number): string {
  const words = analyze(question, 'en').filter(
    (token) => !token.stop && !token.number && token.end - token.start >= 5,
  )
  const word = words[Math.floor(random() * words.length)]
  if (word === undefined) return question
  const at = word.start + 1 + Math.floor(random() * (word.end - word.start - 2))
  const [one, two] = [question[at] ?? '', question[at + 1] ?? '']
  const wrong = [two + one, one + one + two, two]
  const slip = wrong[Math.floor(random() * wrong.length)] ?? ''
  return question.slice(0, at) + slip + question.slice(at + 2)
}

/** The words with meaning alone, in English or French. */
export function keywords(question: string): string {
  return analyze(question, 'en')
    .filter(({ stop, folded }) => !stop && !stopWords('fr').has(folded))
    .map(({ start, end }) => question.slice(start, end).toLowerCase())
    .join(' ')
}
