/**
 * THE analyzer: text → terms with offsets. The index is built with it, questions are read with it
 * and hits are marked with it, so that all three agree on what a word is.
 */
import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemFrench } from '@orama/stemmers/french'
import type { Language, Span } from './document.ts'
import { stopWords } from './stop-words.ts'

export interface Token extends Span {
  /** Without accents, in lower case: `goita`, `u.s.` → `us`, `3,744` → `3744`. */
  readonly folded: string
  /** What is indexed: the stem of a word, a number as digits, a hyphenated word whole and in parts. */
  readonly terms: readonly string[]
  readonly stop: boolean
  /** Written with a capital, at least in part. */
  readonly capital: boolean
  readonly number: boolean
}

/** Numbers with separators and signs (1); dotted acronyms (2); words with apostrophes and hyphens. */
const TOKEN =
  /([$€£¥]?\d+(?:[.,\u00A0\u202F]\d+|(?<=(?<!\d)\d{1,3}(?: \d{3})*) \d{3}(?!\d))*(?=\P{L}|$)[%‰]?)|((?<![\p{L}\p{N}])(?:\p{L}\.){2,})|(?:[\p{L}\p{N}\p{M}]+(?:[-‐‑–'’](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]+)*)/gu

/** Most words: nothing in them to fold, cut or take apart. */
const PLAIN = /^[A-Za-z0-9]+$/

export function analyze(text: string, language: Language): Token[] {
  const tokens: Token[] = []
  const stops = stopWords(language)
  for (const match of text.matchAll(TOKEN)) {
    const [raw, number, acronym] = match
    const start = match.index
    if (number !== undefined) {
      const folded = foldNumber(number)
      tokens.push({
        start,
        end: start + raw.length,
        folded,
        terms: [folded],
        stop: false,
        capital: false,
        number: true,
      })
      continue
    }
    if (acronym !== undefined) {
      const folded = fold(acronym).replaceAll('.', '')
      tokens.push({
        start,
        end: start + raw.length,
        folded,
        terms: [folded],
        stop: false,
        capital: isCapital(raw),
        number: false,
      })
      continue
    }
    pushWord(tokens, raw, start, language, stops)
  }
  return tokens
}

/** The terms of a text, stop words left out. */
export function indexTerms(text: string, language: Language): string[] {
  return analyze(text, language).flatMap((token) => (token.stop ? [] : token.terms))
}

function pushWord(
  tokens: Token[],
  raw: string,
  start: number,
  language: Language,
  stops: ReadonlySet<string>,
): void {
  if (PLAIN.test(raw)) {
    const term = raw.toLowerCase()
    tokens.push({
      start,
      end: start + raw.length,
      folded: term,
      terms: [stem(term, language)],
      stop: stops.has(term) && !isShouted(raw),
      capital: term !== raw,
      number: /^\d/u.test(term),
    })
    return
  }
  let word = raw
  let at = start
  if (language === 'fr') {
    // "l’armée", "d'une", "qu’il": the elided article is a word of its own.
    const elision = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’]/iu.exec(word)?.[0]
    if (elision !== undefined) {
      const folded = fold(elision.slice(0, -1))
      tokens.push({
        start: at,
        end: at + elision.length - 1,
        folded,
        terms: [folded],
        stop: true,
        capital: false,
        number: false,
      })
      at += elision.length
      word = word.slice(elision.length)
    }
  }
  const end = at + word.length
  const base = word.replace(/['’]s?$/iu, '')
  const folded = fold(base)
  const parts = folded.split(/[-'’]/u).filter((part) => part !== '')
  const capital = isCapital(word)
  if (parts.length < 2) {
    const term = folded.replace(/['’]/gu, '')
    const stop = stops.has(term) && !isShouted(base)
    tokens.push({
      start: at,
      end,
      folded: term,
      terms: [stem(term, language)],
      stop,
      capital,
      number: /^\d/u.test(term),
    })
    return
  }
  const stop = parts.every((part) => stops.has(part))
  const whole = parts.join('-')
  const terms = [
    whole,
    ...parts.filter((part) => !stops.has(part)).map((part) => stem(part, language)),
  ]
  tokens.push({
    start: at,
    end,
    folded: whole,
    terms: [...new Set(terms)],
    stop,
    capital,
    number: false,
  })
}

/** `Goïta` → `goita`, `œuvre` → `oeuvre`; compatibility forms and hyphens unified. */
export function fold(text: string): string {
  const plain = /^[\p{ASCII}]*$/u.test(text)
  if (plain) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[‐‑–]/gu, '-')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replaceAll('’', "'")
}

/** `3,744` = `3 744` = `3744`; `$16.56` and `16,56` → `16.56`; `324%` → `324`. */
function foldNumber(raw: string): string {
  const digits = raw.replace(/[$€£¥%‰\s]/gu, '')
  const grouped = digits.replace(/[.,](?=\d{3}(?:\D|$))/gu, '')
  return grouped.replaceAll(',', '.')
}

/** `IT`, `US`: an acronym that looks like a stop word. */
const isShouted = (word: string): boolean => word.length >= 2 && /^\p{Lu}+$/u.test(word)
const isCapital = (word: string): boolean => /\p{Lu}/u.test(word)

const STEMMERS: Readonly<Record<Language, (word: string) => string>> = {
  en: stemEnglish,
  fr: stemFrench,
}
/** What was asked for of late, and before that: rare words push rare words out, and never the common. */
interface Stems {
  late: Map<string, string>
  before: Map<string, string>
}
const remembered: Readonly<Record<Language, Stems>> = {
  en: { late: new Map(), before: new Map() },
  fr: { late: new Map(), before: new Map() },
}
const REMEMBERED_STEMS = 50_000

/** The stem of a folded word. */
export function stem(word: string, language: Language): string {
  if (word.length < 3 || word.length > 40) return word
  const stems = remembered[language]
  const known = stems.late.get(word)
  if (known !== undefined) return known
  const found = stems.before.get(word) ?? (/\d/u.test(word) ? word : STEMMERS[language](word))
  if (stems.late.size >= REMEMBERED_STEMS) {
    stems.before = stems.late
    stems.late = new Map()
  }
  stems.late.set(word, found)
  return found
}
