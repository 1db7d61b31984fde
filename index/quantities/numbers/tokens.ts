/**
 * A text as words, numbers and marks with offsets, in one pass. Everything else in this folder works
 * on these tokens and never on the text, so that its time grows with the length of the text and no faster.
 */
import { exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import { ALWAYS, BEFORE_NUMBER } from '../../languages/abbreviations.ts'
import { fold } from '../../analyzer.ts'
import type { Language, Span } from '../../document.ts'
import { lexicon } from './lexicon.ts'
import { perLanguage } from '../../languages/packs.ts'

const NO_STOP = exactly(phrases('numbers', 'noStop'))

const ELIDES = perLanguage(({ grammar: { elided } }) => elided !== undefined)

type TokenKind = 'word' | 'number' | 'mark'

export interface Token extends Span {
  readonly kind: TokenKind
  readonly text: string
  /** In lower case, with straight apostrophes. */
  readonly lower: string
  /** Word classes, as `lexicon.ts` has them. */
  readonly classes: number
  readonly capital: boolean
  /** White space stands before it. */
  readonly spaced: boolean
  /** A line ends before it. */
  readonly line: boolean
  /** Number of its sentence, from 0. */
  readonly sentence: number
}

const OTHER = 0
const LETTER = 1
const DIGIT = 2
const SPACE = 3
const LINE = 4
/** Cannot be seen: a number with one inside cannot be trusted. */
const HIDDEN = 5
/** A digit of another script, a fraction in one character. */
const FOREIGN = 6

const CLASSES = new Uint8Array(0x10000)
for (let code = 0; code < 0x10000; code++) CLASSES[code] = classify(code)

function classify(code: number): number {
  if (code >= 0x30 && code <= 0x39) return DIGIT
  if (code >= 0xd800 && code <= 0xdfff) return OTHER
  if (code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029 || code === 0x0c)
    return LINE
  if (
    (code >= 0x200b && code <= 0x200f) ||
    code === 0x2060 ||
    code === 0xfeff ||
    code === 0xad ||
    (code >= 0x202a && code <= 0x202e)
  )
    return HIDDEN
  const character = String.fromCharCode(code)
  if (/\s/u.test(character)) return SPACE
  if (/[\p{L}\p{M}]/u.test(character)) return LETTER
  if (/[\p{Nd}¼½¾⅐-⅞]/u.test(character)) return FOREIGN
  return OTHER
}

const classOf = (text: string, at: number): number =>
  at < text.length ? (CLASSES[text.charCodeAt(at)] ?? OTHER) : OTHER

export function tokenize(text: string, language: Language): Token[] {
  const words = lexicon(language)
  const found: Token[] = []
  let at = 0
  let spaced = true
  let lines = 1
  let sentence = 0
  let ended = false
  while (at < text.length) {
    const here = classOf(text, at)
    if (here === SPACE || here === LINE || here === HIDDEN) {
      if (here !== HIDDEN) spaced = true
      if (here === LINE) lines++
      at++
      continue
    }
    const start = at
    let kind: TokenKind = 'mark'
    if (here === LETTER && isAddress(text, at)) at = addressEnd(text, at)
    else if (here === LETTER) {
      kind = 'word'
      at = wordEnd(text, at, language)
    } else if (here === DIGIT || here === FOREIGN) {
      kind = 'number'
      at = numberEnd(text, at)
    } else {
      at += text.codePointAt(at) === text.charCodeAt(at) ? 1 : 2
    }
    const raw = text.slice(start, at)
    const lower = kind === 'word' ? lowered(raw) : raw
    const capital = kind === 'word' && raw.charCodeAt(0) !== lower.charCodeAt(0)
    const line = lines > 0 && found.length > 0
    // Codes are looked up much sooner than texts, and most tokens are words.
    const mark = kind === 'mark' ? text.charCodeAt(start) : 0
    if (
      found.length > 0 &&
      ((ended && spaced && startsSentence(kind, raw, capital)) || lines > 1 || BULLETS.has(mark))
    )
      sentence++
    found.push({
      start,
      end: at,
      kind,
      text: raw,
      lower,
      classes: kind === 'word' ? (words.get(lower) ?? 0) : 0,
      capital,
      spaced,
      line,
      sentence,
    })
    ended = ENDS.has(mark)
      ? raw !== '.' || !abbreviated(found, /^\s*\d/u.test(text.slice(at, at + 3)))
      : ended && CLOSERS.has(mark) && !spaced
    spaced = false
    lines = 0
  }
  return found
}

const codesOf = (marks: string): ReadonlySet<number> =>
  new Set(Array.from(marks, (mark) => mark.charCodeAt(0)))

const ENDS = codesOf('.!?…')
const CLOSERS = codesOf('"”’\'»)]')
const BULLETS = codesOf('•●▪◼◦‣\uf0b7■❖✓')

/** An address is one mark: nothing in it is a word or a figure. */
function isAddress(text: string, at: number): boolean {
  // By the second letter: words that begin with an h or a w are many.
  const beginning = (text.charCodeAt(at) | 0x20) * 0x100 + (text.charCodeAt(at + 1) | 0x20)
  if (beginning === 0x6874) return /^https?:\/\//iu.test(text.slice(at, at + 8))
  return beginning === 0x7777 && text.slice(at, at + 4).toLowerCase() === 'www.'
}

function addressEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && classOf(text, at) !== SPACE && classOf(text, at) !== LINE) at++
  return at
}

/** A hyphen is a token of its own; an apostrophe inside a word is not, but for French elisions. */
function wordEnd(text: string, from: number, language: Language): number {
  let at = from + 1
  for (;;) {
    while (classOf(text, at) === LETTER) at++
    const mark = text.charCodeAt(at)
    if ((mark !== 0x27 && mark !== 0x2019) || classOf(text, at + 1) !== LETTER) return at
    if (ELIDES[language] && (at - from <= 2 || text.slice(at - 2, at).toLowerCase() === 'qu'))
      return at + 1
    at++
  }
}

/** Digits, and separators that stand between digits. A character that is not seen makes it unreadable. */
function numberEnd(text: string, from: number): number {
  let at = from + 1
  for (;;) {
    let here = classOf(text, at)
    while (here === DIGIT || here === FOREIGN) here = classOf(text, ++at)
    if (here === HIDDEN) {
      let next = at + 1
      while (classOf(text, next) === HIDDEN) next++
      const after = classOf(text, next)
      if (after !== DIGIT && after !== FOREIGN) return at
      at = next
      continue
    }
    const mark = text.charCodeAt(at)
    const separates =
      mark === 0x2c || mark === 0x2e || mark === 0x66b || mark === 0x66c || isApostrophe(mark)
    const after = classOf(text, at + 1)
    if (!separates || (after !== DIGIT && after !== FOREIGN)) return at
    if (isApostrophe(mark) && !/^\d{3}(?!\d)/u.test(text.slice(at + 1, at + 5))) return at
    at++
  }
}

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019

const lowered = (raw: string): string => {
  const lower = raw.toLowerCase()
  // A few capitals grow in lower case; the token must not.
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower
}

function startsSentence(kind: TokenKind, raw: string, capital: boolean): boolean {
  if (kind === 'word') return capital
  return kind === 'number' || OPENERS.has(raw)
}

const OPENERS = new Set(['"', '“', '‘', '«', '(', '[', "'", '-', '–', '—', '*', '$', '€', '£'])

/**
 * Whether the full stop that ends `tokens` belongs to an abbreviation or an initial.
 * @param numbered whether a number follows: "Nov. 19", but "in May. The"
 */
function abbreviated(tokens: readonly Token[], numbered: boolean): boolean {
  const before = tokens[tokens.length - 2]
  if (before === undefined || before.kind === 'mark' || tokens.at(-1)?.spaced === true) return false
  if (before.kind === 'number')
    // "1." at the beginning of a line is the mark of a list.
    return before.line || tokens.length === 2
  if (before.text.length === 1 && before.capital) return true
  // "£250m." ends a sentence, "M. Diallo" does not.
  if (before.text.length > 6 || (!before.spaced && tokens.at(-3)?.kind === 'number')) return false
  if (before.text.length < 3 && !before.capital && !NO_STOP.test(before.lower)) return false
  const word = fold(before.lower)
  return ALWAYS.has(word) || (numbered && BEFORE_NUMBER.has(word))
}
