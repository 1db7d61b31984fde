/** Which sentences of new documents stand for them: central, early, telling, and none twice. */
import { within } from '../../index/languages/combined.ts'
import { phrases } from '../../index/languages/phrases.ts'
import { analyze } from '../../index/analyzer.ts'
import type { Corpus } from '../../index/corpus.ts'
import type { Span } from '../../index/document.ts'
import type { Passage } from '../../index/passages.ts'
import { Slices } from '../../index/slices.ts'
import { analyzePassage, leansOnBefore } from '../ask/analyzed.ts'
import { plainWording } from '../ask/wording.ts'
import { importance } from './importance.ts'
import { salience } from './salience.ts'

export interface Chosen {
  readonly passage: Passage
  /** Index of the sentence in its passage. */
  readonly at: number
  readonly score: number
  /** The sentence's wording: the same words are the same key wherever they stand. */
  readonly key: string
}

export interface ChooseOptions {
  readonly most: number
  /** Left out: quoted before. */
  readonly isQuoted: (key: string) => boolean
  /** Of one document; two unless told. */
  readonly mostOfOne?: number
  /** Words of what is quoted beside: not quoted again. */
  readonly told?: readonly ReadonlySet<string>[]
  /** How much a document's sentences count beside those of others; 1 unless told. */
  readonly weight?: (id: string) => number
  /** How well a sentence fits the topic, 0 not at all; every sentence fits unless told. */
  readonly fits?: (passage: Passage, at: number) => number
}

const MOST_OF_ONE = 2
const SHORTEST = 40
const LONGEST = 420
/** Of a long document, the graph is made of so many sentences; the first ones. */
const MOST_SENTENCES = 300
/** So many are read of all documents: where many are new, each gives its first ones, at least so many. */
const MOST_READ = 4000
const FEWEST_SENTENCES = 20
/** So many of a document's best go on to be compared with those of others. */
const BEST_OF_ONE = 4
const MOST_TOGETHER = 400
/** Two quotes share at most this much of their words. */
const MOST_ALIKE = 0.6

/** Of so many documents quotes are chosen, when so many are new. */
export const readOf = (documents: number): number =>
  Math.min(documents, Math.floor(MOST_READ / sentencesOf(documents)))

/** Sentences a document. */
const sentencesOf = (documents: number): number =>
  Math.min(MOST_SENTENCES, Math.max(FEWEST_SENTENCES, Math.floor(MOST_READ / documents)))

/** @param documents ids, each of another story: copies are folded before; the first `readOf` are read */
export async function choose(
  corpus: Corpus,
  documents: readonly string[],
  {
    most,
    mostOfOne = MOST_OF_ONE,
    isQuoted,
    told = [],
    fits = () => 1,
    weight = () => 1,
  }: ChooseOptions,
): Promise<Chosen[]> {
  const slices = new Slices()
  const best: Candidate[] = []
  const sentences = sentencesOf(documents.length)
  for (const id of documents.slice(0, readOf(documents.length)))
    best.push(
      ...(await bestOf(
        corpus,
        id,
        { sentences, fits, best: Math.max(BEST_OF_ONE, mostOfOne) },
        slices,
      )),
    )
  const candidates = best
    .filter(({ key }) => !isQuoted(key))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_TOGETHER)
  const together = await salience(
    candidates.map(({ terms }) => terms),
    slices,
  )
  const ranked = candidates
    .map((one, at) => ({
      ...one,
      score: one.score * (0.7 + 0.3 * (together[at] ?? 0)) * weight(one.passage.document.id),
    }))
    .sort((a, b) => b.score - a.score)
  const chosen: Candidate[] = []
  const counts = new Map<string, number>()
  for (const one of ranked) {
    const { id } = one.passage.document
    if (chosen.length >= most) break
    if ((counts.get(id) ?? 0) >= mostOfOne) continue
    if (isTold(one.words, [...told, ...chosen.map(({ words }) => words)])) continue
    chosen.push(one)
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return chosen
}

/** Whether some of what is told says it already. */
export const isTold = (words: ReadonlySet<string>, told: readonly ReadonlySet<string>[]): boolean =>
  told.some((other) => overlap(words, other) > MOST_ALIKE)

/** Of the words of the shorter, the share that the longer has, too. */
export function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [short, long] = one.size < other.size ? [one, other] : [other, one]
  if (short.size === 0) return 0
  let shared = 0
  for (const word of short) if (long.has(word)) shared++
  return shared / short.size
}

export const wordsOf = (text: string): Set<string> => wordsIn(plainWording(text))
const wordsIn = (wording: string): Set<string> => new Set(wording.split(' '))

interface Candidate extends Chosen {
  readonly terms: readonly string[]
  readonly words: ReadonlySet<string>
}

interface Wanted {
  /** So many are read. */
  readonly sentences: number
  readonly fits: NonNullable<ChooseOptions['fits']>
  /** So many are given. */
  readonly best: number
}

async function bestOf(
  corpus: Corpus,
  id: string,
  { sentences, fits, best: most }: Wanted,
  slices: Slices,
): Promise<Candidate[]> {
  const all = corpus
    .passagesOf(id)
    .flatMap((passage) => passage.sentences.map((sentence, at) => ({ passage, sentence, at })))
    .filter(({ passage, at }) => fits(passage, at) > 0)
    .slice(0, sentences)
  const terms = await slices.map(all, ({ passage, sentence }) => termsOf(passage, sentence))
  const central = await salience(terms, slices)
  await corpus.readFigures([id])
  const numbers = corpus
    .figuresOf(id)
    .map(({ paragraph, quantity }) => paragraph.start + quantity.number.start)
  const found = await slices.map(all.entries(), ([index, { passage, sentence, at }]) => {
    const { document, heading } = passage
    const text = document.clean.slice(sentence.start, sentence.end)
    if (!isQuotable(passage, at, text)) return []
    const figure = hasOneIn(numbers, sentence)
    const matters = importance({ text, language: document.language, heading, index, figure })
    const listed = sentence.list ? 0.9 : 1
    const score = Math.sqrt(central[index] ?? 0) * matters * listed * fits(passage, at)
    return [{ passage, at, score, text, terms: terms[index] ?? [] }]
  })
  const best = found
    .flat()
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
  return best.map(({ text, ...one }) => {
    const key = plainWording(text)
    return { ...one, key, words: wordsIn(key) }
  })
}

/** @param numbers in order */
function hasOneIn(numbers: readonly number[], { start, end }: Span): boolean {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] ?? end) < start) low = middle + 1
    else high = middle
  }
  return (numbers[low] ?? end) < end
}

const termsOf = (
  { document }: Passage,
  { start, end }: { readonly start: number; readonly end: number },
): string[] =>
  analyze(document.clean.slice(start, end), document.language).flatMap(({ stop, terms }) =>
    stop ? [] : (terms[0] ?? []),
  )

const FEWEST_WRITTEN_OUT = 10

const isWrittenOut = (text: string): boolean =>
  /\S\.$/u.test(text) && (text.match(/\S+/gu)?.length ?? 0) >= FEWEST_WRITTEN_OUT

/** What cannot end a sentence: behind it, a line is the rest of one that a page or a column has cut. */
const GOES_ON = within(
  phrases('layout', 'openEnds'),
  (words) => String.raw`(?:,|[\s(](?:${words}))\s+$`,
  'iu',
)

/** "This number", "ces cas": of something told before; "this week" is of now. */
const POINTING_BACK = within(
  phrases('answers', 'pointingBack'),
  (words) => String.raw`\b(?:${words})`,
  'iu',
)

/** Says something by itself: a whole sentence, no “he said so”. */
function isQuotable(passage: Passage, at: number, text: string): boolean {
  const sentence = passage.sentences[at]
  if (sentence === undefined) return false
  // Many reports are nothing but lists; of those, what is written out.
  if (sentence.list && !isWrittenOut(text)) return false
  if (text.length < SHORTEST || text.length > LONGEST) return false
  if (!/^[\p{Lu}\p{N}“"«‘'(]/u.test(text) || !/[.!?…”"»’']$/u.test(text)) return false
  const analyzed = analyzePassage(passage)[at]
  if (GOES_ON.test(passage.document.clean.slice(Math.max(0, sentence.start - 24), sentence.start)))
    return false
  return analyzed !== undefined && !leansOnBefore(analyzed) && !POINTING_BACK.test(text)
}
