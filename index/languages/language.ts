/** Which language a text is written in, and with whose words it is read. */
import { createRequire } from 'node:module'
import type * as franc from 'franc-min'
import type { Language } from '../document.ts'
import { stopWords } from './stop-words.ts'
import { WordMap } from '../word-map.ts'

/** Loaded with the first text in doubt, at once: an answer need not wait for it. */
const load = createRequire(import.meta.url)
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is loaded is what is named
const trigrams = (): typeof franc => load('franc-min') as typeof franc

const TRIGRAMS: Readonly<Record<string, Language>> = { eng: 'en', fra: 'fr' }
const LANGUAGES: ReadonlySet<string> = new Set(['en', 'fr'])
const isLanguage = (code: string): code is Language => LANGUAGES.has(code)

/** How much of a text is looked at. */
const SAMPLE = 5000
/** Shorter texts have too few trigrams. */
const ENOUGH = 200
/** So many function words of one language for each of the other leave no doubt. */
const CLEARLY = 3
const AT_LEAST = 12
/**
 * Of the words of a text, so many are function words. Those of French are its sisters' too, where they are
 * fewer; nothing else is like English.
 */
const DENSELY: Readonly<Record<Language, number>> = { en: 0.24, fr: 0.36 }
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
  if (text.length < ENOUGH) return nearest(text)
  const written = await detected(text)
  return { language: isLanguage(written) ? written : detectLanguage(text), written }
}

/** Which of our languages it is in, if it is in one: nothing more can be told of a short text. */
export function nearest(text: string): Detected {
  const language = detectLanguage(text, 'en')
  // Where the fallback decides, nothing in the text did.
  return { language, written: detectLanguage(text, 'fr') === language ? language : UNKNOWN }
}

/**
 * One of sixty languages. What tells them apart takes a third of a second and some ninety megabytes to
 * load: only for what is not plainly in a language that we can stem.
 */
async function detected(text: string): Promise<string> {
  const { eld } = await import('eld/extrasmall')
  const found = eld.detect(text.slice(0, SAMPLE))
  return found.language !== '' && found.isReliable() ? found.language : UNKNOWN
}

/** A text that has the function words of one of our languages again and again, and hardly another's. */
function plainLanguage(text: string): Language | undefined {
  const { en, fr, words } = countStopWords(text.slice(0, SAMPLE))
  const most = Math.max(en, fr)
  const likelier: Language = en > fr ? 'en' : 'fr'
  const isPlain =
    most >= AT_LEAST && most >= CLEARLY * Math.min(en, fr) && most >= DENSELY[likelier] * words
  return isPlain ? likelier : undefined
}

/** Which of our languages it is nearest to: by its function words, and its trigrams in doubt. */
export function detectLanguage(text: string, fallback: Language = 'en'): Language {
  const sample = text.slice(0, SAMPLE)
  const { en, fr } = countStopWords(sample)
  const likelier: Language = en > fr ? 'en' : 'fr'
  if (Math.max(en, fr) >= AT_LEAST && Math.max(en, fr) >= CLEARLY * Math.min(en, fr))
    return likelier
  if (sample.length >= ENOUGH) {
    const [[code, score] = ['und', 0]] = trigrams().francAll(sample, {
      only: Object.keys(TRIGRAMS),
    })
    const language = score === 1 ? TRIGRAMS[code] : undefined
    if (language !== undefined) return language
  }
  return en === fr ? fallback : likelier
}

/** A language as documents state it ("fr", "fra", "en-GB", "French"), when we know it. */
export function parseLanguage(stated: string): Language | undefined {
  const [name = ''] = stated.trim().toLowerCase().split(/[-_]/u)
  if (['en', 'eng', 'english', 'anglais'].includes(name)) return 'en'
  return ['fr', 'fra', 'fre', 'french', 'français', 'francais'].includes(name) ? 'fr' : undefined
}

function countStopWords(text: string): Readonly<Record<Language | 'words', number>> {
  const plain = text.toLowerCase().normalize('NFC')
  let [en, fr, words] = [0, 0, 0]
  let start = -1
  for (let at = 0; at <= plain.length; at++) {
    const code = at < plain.length ? plain.charCodeAt(at) : 0
    if (LETTERS[code] === 1) {
      if (start === -1) start = at
      continue
    }
    if (start === -1) continue
    words++
    if (STOP_WORDS.mayHave(plain, start, at)) {
      const languages = STOP_WORDS.get(plain.slice(start, at)) ?? 0
      if ((languages & ENGLISH) !== 0) en++
      if ((languages & FRENCH) !== 0) fr++
    }
    start = -1
  }
  return { en, fr, words }
}

/** Of every UTF-16 unit, whether it is a letter. */
const LETTERS = Uint8Array.from({ length: 0x1_00_00 }, (_, code) =>
  /\p{L}/u.test(String.fromCharCode(code)) ? 1 : 0,
)

const ENGLISH = 1
const FRENCH = 2
/** Function words of both languages, with those that have them. */
const STOP_WORDS = new WordMap(
  [...stopWords('en'), ...stopWords('fr')].map((word): [string, number] => [
    word,
    (stopWords('en').has(word) ? ENGLISH : 0) | (stopWords('fr').has(word) ? FRENCH : 0),
  ]),
)
