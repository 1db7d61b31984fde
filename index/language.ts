/** Which of the languages we can stem a text is written in. */
import { francAll } from 'franc-min'
import type { Language } from './document.ts'
import { stopWords } from './stop-words.ts'
import { WordMap } from './word-map.ts'

const LANGUAGES: Readonly<Record<string, Language>> = { eng: 'en', fra: 'fr' }

/** How much of a text is looked at. */
const SAMPLE = 5000
/** Shorter texts have too few trigrams. */
const ENOUGH = 200
/** So many function words of one language for each of the other leave no doubt. */
const CLEARLY = 3
const AT_LEAST = 12
/** By its function words; by its trigrams where those leave a doubt. */
export function detectLanguage(text: string, fallback: Language = 'en'): Language {
  const sample = text.slice(0, SAMPLE)
  const { en, fr } = countStopWords(sample)
  const likelier: Language = en > fr ? 'en' : 'fr'
  if (Math.max(en, fr) >= AT_LEAST && Math.max(en, fr) >= CLEARLY * Math.min(en, fr))
    return likelier
  if (sample.length >= ENOUGH) {
    const [[code, score] = ['und', 0]] = francAll(sample, { only: Object.keys(LANGUAGES) })
    const language = score === 1 ? LANGUAGES[code] : undefined
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

function countStopWords(text: string): Readonly<Record<Language, number>> {
  const plain = text.toLowerCase().normalize('NFC')
  let [en, fr] = [0, 0]
  let start = -1
  for (let at = 0; at <= plain.length; at++) {
    const code = at < plain.length ? plain.charCodeAt(at) : 0
    if (LETTERS[code] === 1) {
      if (start === -1) start = at
      continue
    }
    if (start === -1) continue
    if (STOP_WORDS.mayHave(plain, start, at)) {
      const languages = STOP_WORDS.get(plain.slice(start, at)) ?? 0
      if ((languages & ENGLISH) !== 0) en++
      if ((languages & FRENCH) !== 0) fr++
    }
    start = -1
  }
  return { en, fr }
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
