/** How much of what a claim is about a sentence is about too: the share of its words, by what each says. */
import type { Corpus } from '../../index/corpus.ts'
import { saysLittle } from '../../index/languages/everyday.ts'
import type { FieldWords } from '../ask/field-words.ts'
import type { Evidence } from './evidence.ts'
import { type Aligned, alignNumbers, isNear } from './judge/align.ts'
import { acronymsOf, standsFor } from './judge/stand-in.ts'
import type { Statement, Word } from './judge/statement.ts'
import { compareTimes } from './judge/times.ts'

/** What a word counts where only the like of it stands there. */
const ALIKE = 0.8
const SAME_BEGINNING = 0.7
/** In the heading, the title or the sentences before. */
const ABOVE = 0.6
/** A word that no document has is mostly the writer's own for something that is said otherwise. */
const OWN_WORD = 0.35
/** A word that says little: "also", "according". */
const LITTLE = 0.15
/** What a number or a date counts, in words that hardly any document has. */
const NUMBER = 0.8
/** Another number of the same thing. */
const OTHER = 0.5

/** From 0 to 1. */
export function aboutness(
  claim: Statement,
  { statement, context }: Pick<Evidence, 'statement' | 'context'>,
  corpus: Corpus,
  field: FieldWords,
): number {
  const terms = new Set(statement.tokens.flatMap((token) => [...token.terms]))
  const shortened = acronymsOf(claim, statement)
  let all = 0
  let shared = 0
  for (const word of claim.words) {
    const weight = weightOf(word, claim, corpus)
    all += weight
    shared +=
      weight * (shortened.has(word) ? 1 : shareOf(word, claim, statement, terms, context, field))
  }
  const { aligned } = alignNumbers(claim, statement)
  for (const number of claim.numbers) {
    const weight = numberWeight(corpus)
    all += weight
    const pair = aligned.find((one) => one.claim === number)
    if (pair !== undefined) shared += weight * (isLike(pair) ? 1 : pair.alike ? OTHER : 0)
  }
  for (const time of claim.times) {
    const weight = numberWeight(corpus)
    all += weight
    if (statement.times.some((other) => compareTimes(time, other) !== 'apart')) shared += weight
  }
  return all === 0 ? 0 : shared / all
}

const isLike = ({ relation, claim, evidence }: Aligned): boolean =>
  relation !== 'apart' && (relation !== 'within' || isNear(claim, evidence))

/** What a word says: little, where many documents have it. */
export function weightOf(word: Word, { language }: Statement, corpus: Corpus): number {
  const idf = corpus.idf(word.term)
  if (word.name) return idf
  if (saysLittle(word.term, language)) return idf * LITTLE
  return corpus.vocabulary.frequency(word.term) > 0 ? idf : idf * OWN_WORD
}

/** Asks for what the words of a claim say, so that it is known here. */
export const learnWeights = async (claim: Statement, corpus: Corpus): Promise<void> => {
  await corpus.informed(() => claim.words.map((word) => weightOf(word, claim, corpus)))
}

/** What a number or a date says. */
export const numberWeight = (corpus: Corpus): number => corpus.idf('') * NUMBER

function shareOf(
  word: Word,
  claim: Statement,
  { words }: Statement,
  terms: ReadonlySet<string>,
  context: ReadonlySet<string>,
  field: FieldWords,
): number {
  if (terms.has(word.term)) return 1
  if (standsFor(word, claim, terms, field)) return ALIKE
  if (words.some(({ folded }) => beginAlike(word.folded, folded))) return SAME_BEGINNING
  return context.has(word.term) ? ABOVE : 0
}

/** "investigate" and "investigation": five letters or more, and most of the longer word. */
export function beginAlike(a: string, b: string): boolean {
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  return same >= 5 && same >= 0.6 * Math.max(a.length, b.length)
}
