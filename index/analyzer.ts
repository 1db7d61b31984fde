/**
 * THE analyzer: text → terms with offsets. The index is built with it, questions are read with it
 * and hits are marked with it, so that all three agree on what a word is.
 */
import type { Language, Span } from './document.ts'
import { fold } from './fold.ts'
import { within } from './languages/combined.ts'
import { packOf, perLanguage } from './languages/packs.ts'
import { isWithoutBlanks, scriptRules, wordsWithin } from './languages/scripts.ts'
import { stopWords } from './languages/stop-words.ts'
import { WordCache } from './word-cache.ts'

export { fold } from './fold.ts'

/** What there is to know of a word, wherever it stands. */
export interface Word {
  /** Without accents, in lower case: `goita`, `u.s.` → `us`, `3,744` → `3744`. */
  readonly folded: string
  /** What is indexed: the stem of a word, a number as digits, a hyphenated word whole and in parts. */
  readonly terms: readonly string[]
  readonly stop: boolean
  /** Written with a capital, at least in part. */
  readonly capital: boolean
  readonly number: boolean
}

export interface Token extends Span, Word {}

/** Numbers with separators and signs (1); dotted acronyms (2); words with apostrophes and hyphens. */
const TOKEN =
  /([$€£¥]?\d+(?:[.,\u00A0\u202F]\d+|(?<=(?<!\d)\d{1,3}) \d{3}(?!\d))*(?=\P{L}|$)[%‰]?)|((?<![\p{L}\p{N}])(?:\p{L}\.){2,})|(?:[\p{L}\p{N}\p{M}]+(?:[-‐‑–'’](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]+)*)/gu

export function analyze(text: string, language: Language): Token[] {
  const tokens: Token[] = []
  eachWord(text, language, ({ folded, terms, stop, capital, number }, start, end) =>
    tokens.push({ start, end, folded, terms, stop, capital, number }),
  )
  return tokens
}

/** The words of a text in order, with where each starts and ends. */
export function eachWord(
  text: string,
  language: Language,
  tell: (word: Word, start: number, end: number) => void,
): void {
  const known = words[language]
  for (let at = 0; at < text.length;) {
    if (isBetween(text.charCodeAt(at))) {
      at++
      continue
    }
    let start = at
    let end = plainEnd(text, at)
    if (end === start) {
      TOKEN.lastIndex = at
      const match = TOKEN.exec(text)
      if (match === null) return
      const [, number, acronym] = match
      start = match.index
      end = TOKEN.lastIndex
      const special = number === undefined ? acronym && acronymWord(acronym) : numberWord(number)
      if (special !== undefined && special !== '') {
        tell(special, start, end)
        at = end
        continue
      }
    }
    for (const token of known.get(text, start, end))
      tell(token, start + token.start, start + token.end)
    at = end
  }
}

const numberWord = (raw: string): Word => {
  const folded = foldNumber(raw)
  return { folded, terms: [folded], stop: false, capital: false, number: true }
}

const acronymWord = (raw: string): Word => {
  const folded = fold(raw).replaceAll('.', '')
  return { folded, terms: [folded], stop: false, capital: isCapital(raw), number: false }
}

const APOSTROPHE = 0x27
const HYPHEN = 0x2d
const FULL_STOP = 0x2e
const DOLLAR = 0x24
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a
const isAscii = (code: number): boolean => code < 0x80

/** ASCII that no token begins with. */
const isBetween = (code: number): boolean =>
  isAscii(code) && !isLetter(code) && !isDigit(code) && code !== DOLLAR

/**
 * Most words are ASCII letters between blanks, and are found sooner without `TOKEN`.
 * @returns the end of such a word; `start` when `TOKEN` has to look
 */
function plainEnd(text: string, start: number): number {
  let end = start
  let code = text.charCodeAt(end)
  if (!isLetter(code)) return start
  while (isLetter(code) || isDigit(code)) code = text.charCodeAt(++end)
  if (end === text.length) return end
  const goesOn =
    !isAscii(code) ||
    code === APOSTROPHE ||
    code === HYPHEN ||
    (code === FULL_STOP && end === start + 1)
  return goesOn ? start : end
}

/** The terms of a text, stop words left out. */
export function indexTerms(text: string, language: Language): string[] {
  return analyze(text, language).flatMap((token) => (token.stop ? [] : token.terms))
}

/** Most words: nothing in them to fold, cut or take apart. */
const PLAIN = /^[A-Za-z0-9]+$/

/** Names of columns that data sets write as one word. */
const RUN_TOGETHER: ReadonlyMap<string, readonly string[]> = new Map([
  ['inneed', ['need']],
  ['subsector', ['sector']],
])

/** The tokens of a word by itself: its elided article is another. */
function tokensOf(raw: string, language: Language): readonly Token[] {
  if (PLAIN.test(raw)) {
    const folded = raw.toLowerCase()
    return [
      {
        start: 0,
        end: raw.length,
        folded,
        terms: [stem(folded, language), ...(RUN_TOGETHER.get(folded) ?? [])],
        stop: stopWords(language).has(folded) && !isShouted(raw),
        capital: folded !== raw,
        number: isDigit(raw.charCodeAt(0)),
      },
    ]
  }
  if (isWithoutBlanks(raw))
    return wordsWithin(raw).flatMap(({ word, start }) =>
      tokensOfWord(word, language).map((token) => ({
        ...token,
        start: start + token.start,
        end: start + token.end,
      })),
    )
  return tokensOfWord(raw, language)
}

function tokensOfWord(raw: string, language: Language): Token[] {
  const tokens: Token[] = []
  let word = raw
  let start = 0
  // "l’armée", "d'une", "qu’il": the elided article is a word of its own.
  const elision = ELISIONS[language]?.exec(word)?.[0]
  if (elision !== undefined) {
    const folded = fold(elision.slice(0, -1))
    tokens.push({
      start,
      end: elision.length - 1,
      folded,
      terms: [folded],
      stop: true,
      capital: false,
      number: false,
    })
    start = elision.length
    word = word.slice(start)
  }
  const end = raw.length
  const base = word.replace(/['’]s?$/iu, '')
  const folded = fold(base)
  const parts = folded.split(/[-'’]/u).filter((part) => part !== '')
  const capital = isCapital(word)
  if (parts.length < 2) {
    const term = folded.replace(/['’]/gu, '')
    tokens.push({
      start,
      end,
      folded: term,
      terms: [stem(term, language)],
      // A line that is drawn between words folds to nothing, and says nothing.
      stop: term === '' || (isStop(term, language) && !isShouted(base)),
      capital,
      number: /^\d/u.test(term),
    })
    return tokens
  }
  const whole = parts.join('-')
  const own = parts.filter((part) => !isStop(part, language)).map((part) => stem(part, language))
  tokens.push({
    start,
    end,
    folded: whole,
    terms: [...new Set([whole, ...own])],
    stop: own.length === 0,
    capital,
    number: false,
  })
  return tokens
}

const ELISIONS = perLanguage(({ grammar: { elided } }) =>
  elided === undefined ? undefined : within([elided], (words) => `^(?:${words})['’]`, 'iu'),
)

/** `3,744` = `3 744` = `3744`; `$16.56` and `16,56` → `16.56`; `324%` → `324`. */
function foldNumber(raw: string): string {
  const digits = raw.replace(/[$€£¥%‰\s]/gu, '')
  const grouped = digits.replace(/[.,](?=\d{3}(?:\D|$))/gu, '')
  return grouped.replaceAll(',', '.')
}

/** `IT`, `US`: an acronym that looks like a stop word. */
const isShouted = (word: string): boolean => word.length >= 2 && /^\p{Lu}+$/u.test(word)
const isCapital = (word: string): boolean => /\p{Lu}/u.test(word)

/** The stem of a folded word. */
export function stem(word: string, language: Language): string {
  if (word.length < 3 || word.length > LONGEST_WORD || /\d/u.test(word)) return word
  return (scriptRules(word) ?? packOf(language)).stem(word)
}

const isStop = (folded: string, language: Language): boolean =>
  (scriptRules(folded)?.stopWords ?? stopWords(language)).has(folded)

/** Longer words are no words of a language. */
const LONGEST_WORD = 40

/** The same few thousand words are most of every text. */
const words = perLanguage(
  (_, language) => new WordCache<readonly Token[]>((raw) => tokensOf(raw, language)),
)
