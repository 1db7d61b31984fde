/** Words of a question that no passage has, read as those that are spelt alike. */
import { distance } from 'fastest-levenshtein'
import { fold, stem, type Token } from '../../index/analyzer.ts'
import type { Corpus } from '../../index/corpus.ts'
import type { Language } from '../../index/document.ts'
import { FIRST } from '../../index/languages/packs.ts'
import { isOfNation } from '../nations.ts'
import { rememberedUntilChanged } from '../remembered.ts'

/** So many words are considered. */
const MOST = 3
const SHORT = 4
/** Words that begin with the same letters are of one family: "renovated", "renovation". */
const STEM = 5
/** From so many letters on, a word may be misspelt in two places. */
const LONG = 8

/** The terms that a misspelt word may stand for, all as near; none where it is a word that is spelt well. */
export function spelledAlike(
  token: Token,
  languages: ReadonlySet<Language>,
  corpus: Corpus,
): string[] {
  // No passage has it, but what a document is called has: it is no mistake.
  if (titleWords(corpus).has(token.folded)) return []
  // "Iceland" is no Ireland, "Nigeria" no Niger.
  if (token.capital && isOfNation(token.folded)) return []
  const found = [...languages]
    .flatMap((language) => corpus.vocabulary.nearest(stem(token.folded, language), MOST))
    .filter(({ term }) => couldBe(token, term, corpus.vocabulary.written(term) ?? term))
    .sort((a, b) => a.distance - b.distance)
  const [best] = found
  return [
    ...new Set(found.filter((one) => one.distance === best?.distance).map(({ term }) => term)),
  ]
}

/** Whether the word in its first form is a doubled letter away: the same word, written by ear. */
export const isDoubled = ({ folded }: Token, term: string): boolean =>
  single(term) === single(stem(folded, FIRST))

function couldBe(token: Token, term: string, written: string): boolean {
  const shorter = Math.min(token.folded.length, term.length)
  // "poor" is no "por".
  if (isDoubled(token, term)) return shorter >= SHORT
  // A short word is half another with two letters changed: "mpox" is no "pox".
  if (shorter <= SHORT) return false
  // Of words of every day that are little longer, the nearest is mostly another: "flood" is no "floor".
  if (!token.capital && shorter <= STEM) return false
  // A name is no word of every day: "Haiti" is no "habits".
  if (token.capital && !/\p{Lu}/u.test(written)) return false
  // Stems are alike where the words are not, those of another language above all.
  const there = fold(written)
  return (
    token.folded.slice(0, STEM) === there.slice(0, STEM) ||
    distance(token.folded, there) <= (token.folded.length < LONG ? 2 : 3)
  )
}

/** "Mourra" and "Moura" differ by a doubled letter only. */
const single = (term: string): string => term.replace(/(?<letter>\p{L})\k<letter>/gu, '$<letter>')

const titleWords = rememberedUntilChanged((corpus: Corpus): ReadonlySet<string> => {
  const words = new Set<string>()
  for (const { title } of corpus.documents.values())
    for (const word of fold(title.value).split(/[^\p{L}\p{N}]+/u)) words.add(word)
  return words
})
