/** Documents in several languages: which paragraphs are in another one than the document. */
import type { Paragraph } from '../document.ts'
import { countStopWords, type Detected, identify, lettersOf, UNKNOWN } from './language.ts'
import { isLanguage } from './packs.ts'

export interface InLanguages {
  readonly paragraphs: readonly Paragraph[]
  /** Of most of it, which may be another than that of its beginning. */
  readonly detected: Detected
  /** Besides the document's own, those that a good part of it is written in; ISO 639-1. */
  readonly others: readonly string[]
}

/** Fewer letters are a name or a label. */
const ENOUGH = 60
/** So much of a paragraph is looked at. */
const SAMPLE = 400
/** A paragraph with this share of the function words of its document's language is in it. */
const OWN = 0.15
/** Fewer words are no sentence. */
const FEWEST_WORDS = 10
/** Of all the letters, another language has so many at least where it is named. */
const SHARE = 0.1
/** No more paragraphs are looked at closely: a document has its languages all through. */
const MOST = 3000

/** Rows of tables have words of any language, and stay with the document. */
export async function inLanguages(
  clean: string,
  paragraphs: readonly Paragraph[],
  detected: Detected,
): Promise<InLanguages> {
  const { written } = detected
  const alone = { paragraphs, detected, others: [] }
  if (written === UNKNOWN) return alone
  let all = 0
  const strange = new Map<Paragraph, { readonly text: string; readonly size: number }>()
  for (const paragraph of paragraphs) {
    if (paragraph.row === true) continue
    const text = clean.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + SAMPLE))
    const size = lettersOf(text)
    all += size
    if (size >= ENOUGH && !isOwn(text, written)) strange.set(paragraph, { text, size })
  }
  const least = all * SHARE
  const letters = [...strange.values()].reduce((sum, { size }) => sum + size, 0)
  // What tells languages apart is loaded only where there may be another.
  if (letters === 0 || letters < least) return alone
  const codes = new Map<Paragraph, string>()
  const sizes = new Map<string, number>()
  for (const [paragraph, { text, size }] of [...strange].slice(0, MOST)) {
    const code = await identify(text)
    codes.set(paragraph, code)
    sizes.set(code, (sizes.get(code) ?? 0) + size)
  }
  // A paragraph or two by themselves may be misread; what stands again and again is so.
  sizes.set(written, (sizes.get(written) ?? 0) + all - letters)
  const [main = written, ...others] = [...sizes]
    .filter(([code, size]) => code !== UNKNOWN && size >= least)
    .sort((a, b) => b[1] - a[1])
    .map(([code]) => code)
  const language = isLanguage(main) ? main : detected.language
  const known = new Set([main, ...others])
  const inOwn = (one: Paragraph): Paragraph => {
    const code = codes.get(one) ?? written
    return isLanguage(code) && code !== language && known.has(code)
      ? { ...one, language: code }
      : one
  }
  return { paragraphs: paragraphs.map(inOwn), detected: { language, written: main }, others }
}

/** Told without loading what tells languages apart; of a language without function words, nothing is. */
function isOwn(text: string, written: string): boolean {
  if (!isLanguage(written)) return false
  const { counts, words } = countStopWords(text)
  return words < FEWEST_WORDS || (counts.get(written) ?? 0) >= words * OWN
}
