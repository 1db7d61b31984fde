/** Which language a text is written in, and with whose words it is read. */
import { createRequire } from 'node:module'
import type * as franc from 'franc-min'
import { FIRST, isLanguage, type Language, LANGUAGES, PACKS } from './packs.ts'
import { stopWords } from './stop-words.ts'
import { WordMap } from '../word-map.ts'

/** Loaded with the first text in doubt, at once: an answer need not wait for it. */
const load = createRequire(import.meta.url)
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is loaded is what is named
const trigrams = (): typeof franc => load('franc-min') as typeof franc

const TRIGRAMS: ReadonlyMap<string, Language> = new Map(
  LANGUAGES.map((language) => [PACKS[language].trigrams, language]),
)

/** How much of a text is looked at. */
const SAMPLE = 5000
/** Shorter texts have too few trigrams. */
const ENOUGH = 200
/** So many function words of one language for each of the other leave no doubt. */
const CLEARLY = 3
const AT_LEAST = 12
/** What is not known, by its code. */
export const UNKNOWN = 'und'

export interface Detected {
  /** Whose words and stems it is read with. */
  readonly language: Language
  /** ISO 639-1 of what it is written in; `und` when not known. */
  readonly written: string
}

/** By its function words where those leave no doubt; what is long enough to tell, by its letters. */
export async function detect(text: string): Promise<Detected> {
  const plain = plainLanguage(text)
  if (plain !== undefined) return { language: plain, written: plain }
  const written = await identify(text)
  return { language: isLanguage(written) ? written : detectLanguage(text), written }
}

/** Which of our languages it is in, if it is in one: all that can be told at once. */
export function nearest(text: string): Detected {
  const language = likeliest(text)
  return { language: language ?? FIRST, written: language ?? UNKNOWN }
}

/** Fewer letters tell nothing for sure: of 20 to 40, one in twenty-five is taken for another language. */
const FEWEST_LETTERS = 40
/** Of fewer than so many, the likeliest language has to be clearly likelier than the next. */
const MANY_LETTERS = 150
const CLEARLY_LIKELIER = 0.03

/**
 * One of sixty languages, `und` where that is not sure. What tells them apart takes a third of a second
 * and some ninety megabytes to load: only for what is not plainly in a language that we can stem.
 */
export async function identify(text: string): Promise<string> {
  const sample = text.slice(0, SAMPLE)
  if (lettersOf(sample) < FEWEST_LETTERS) return UNKNOWN
  const { eld } = await import('eld/extrasmall')
  // Rows of a table say the same again and again: there each word counts once.
  for (const tried of [sample, distinctWords(sample)]) {
    const letters = lettersOf(tried)
    const found = eld.detect(tried)
    const [first = 0, second = 0] = Object.values(found.getScores()).sort((a, b) => b - a)
    const isClear = letters >= MANY_LETTERS || first - second >= CLEARLY_LIKELIER
    if (letters >= FEWEST_LETTERS && found.language !== '' && found.isReliable() && isClear)
      return found.language
  }
  return UNKNOWN
}

const distinctWords = (text: string): string =>
  [...new Set(text.toLowerCase().match(/\p{L}{2,}/gu))].join(' ')

export const lettersOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0

/** A text that has the function words of one of our languages again and again, and hardly another's. */
function plainLanguage(text: string): Language | undefined {
  const counts = countStopWords(text.slice(0, SAMPLE))
  const { language } = counts
  const isPlain = isClear(counts) && counts.most >= PACKS[language].density * counts.words
  return isPlain ? language : undefined
}

/** Which of our languages it is nearest to: by its function words, and its trigrams in doubt. */
export const detectLanguage = (text: string, fallback: Language = FIRST): Language =>
  likeliest(text) ?? fallback

/** `undefined` where nothing in the text tells. */
function likeliest(text: string): Language | undefined {
  const sample = text.slice(0, SAMPLE)
  const counts = countStopWords(sample)
  if (isClear(counts)) return counts.language
  if (sample.length >= ENOUGH) {
    const [[code, score] = ['und', 0]] = trigrams().francAll(sample, {
      only: [...TRIGRAMS.keys()],
    })
    const language = score === 1 ? TRIGRAMS.get(code) : undefined
    if (language !== undefined) return language
  }
  return counts.most === counts.next ? undefined : counts.language
}

/** A language as documents state it ("fr", "fra", "en-GB", "French"), when we know it. */
export function parseLanguage(stated: string): Language | undefined {
  const [name = ''] = stated.trim().toLowerCase().split(/[-_]/u)
  return LANGUAGES.find((language) => PACKS[language].names.includes(name))
}

interface Counts {
  readonly counts: ReadonlyMap<Language, number>
  /** That with most function words in the text. */
  readonly language: Language
  readonly most: number
  /** Of the language that has most after it. */
  readonly next: number
  readonly words: number
}

const isClear = ({ most, next }: Counts): boolean => most >= AT_LEAST && most >= CLEARLY * next

export function countStopWords(text: string): Counts {
  const plain = text.toLowerCase().normalize('NFC')
  const counts = LANGUAGES.map(() => 0)
  let words = 0
  let start = -1
  for (let at = 0; at <= plain.length; at++) {
    const code = at < plain.length ? plain.charCodeAt(at) : 0
    if (LETTERS[code] === 1) {
      if (start === -1) start = at
      continue
    }
    if (start === -1) continue
    words++
    if (STOP_WORDS.mayHave(plain, start, at))
      for (const language of STOP_WORDS.get(plain.slice(start, at)) ?? [])
        counts[language] = (counts[language] ?? 0) + 1
    start = -1
  }
  const [most = 0, next = 0] = counts.toSorted((a, b) => b - a)
  return {
    language: LANGUAGES[counts.lastIndexOf(most)] ?? FIRST,
    counts: new Map(LANGUAGES.map((language, at) => [language, counts[at] ?? 0])),
    most,
    next,
    words,
  }
}

/** Of every UTF-16 unit, whether it is a letter. */
const LETTERS = Uint8Array.from({ length: 0x1_00_00 }, (_, code) =>
  /\p{L}/u.test(String.fromCharCode(code)) ? 1 : 0,
)

/** Function words of all languages, with the places of those that have them. */
const STOP_WORDS = new WordMap(
  LANGUAGES.flatMap((language) => [...stopWords(language)]).map(
    (word): [string, readonly number[]] => [
      word,
      LANGUAGES.flatMap((language, at) => (stopWords(language).has(word) ? [at] : [])),
    ],
  ),
)
