/** Which of the languages we can stem a text is written in. */
import { francAll } from 'franc-min'
import type { Language } from './document.ts'
import { stopWords } from './stop-words.ts'

const LANGUAGES: Readonly<Record<string, Language>> = { eng: 'en', fra: 'fr' }

/** How much of a text is looked at. */
const SAMPLE = 5000
/** Shorter texts have too few trigrams. */
const ENOUGH = 200
/** So many function words of one language for each of the other leave no doubt. */
const CLEARLY = 3
const AT_LEAST = 12
const LONGEST_STOP_WORD = Math.max(
  ...[...stopWords('en'), ...stopWords('fr')].map(({ length }) => length),
)

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
  const words =
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/\p{L}+/gu) ?? []
  const [english, french] = [stopWords('en'), stopWords('fr')]
  let [en, fr] = [0, 0]
  for (const word of words) {
    // Looking up costs more than all else here.
    if (word.length > LONGEST_STOP_WORD) continue
    if (english.has(word)) en++
    if (french.has(word)) fr++
  }
  return { en, fr }
}
