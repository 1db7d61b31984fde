/**
 * A document's reading text as hashes of its folded words, each marked for what it is: a figure, a
 * name, a date, a word inside quotation marks. One pass over the characters; nothing is cut out.
 */
import { fold } from '../analyzer.ts'
import type { Document } from '../document.ts'
import { numberWords } from '../quantities/numbers/number-words.ts'
import { MONTHS, WEEKDAYS } from '../languages/months.ts'
import { LANGUAGES } from '../languages/packs.ts'
import { add, hashOf, START } from './hash.ts'
import { CAPITAL, CODE, DIGIT, LETTER, letterOf, LIGATURE, SKIPPED, unfolded } from './letters.ts'

export interface Words {
  readonly hashes: Uint32Array
  /** `FIGURE`, `NAME`, `DATED` and `QUOTED`, as bits. */
  readonly marks: Uint8Array
}

export const FIGURE = 1
/** Written with a capital, and not because a sentence starts. */
export const NAME = 2
/** A part of a date: what a new edition changes though it says the same. */
export const DATED = 4
export const QUOTED = 8
/** At most 31, in digits. */
const SMALL = 16
const YEAR = 32
/** Only `-`, `/` or `:` stands between it and the word before. */
const JOINED = 64

/** Only what can be quoted is read: the paragraphs. */
export function readWords({ clean, paragraphs }: Pick<Document, 'clean' | 'paragraphs'>): Words {
  const room = paragraphs.reduce((sum, { start, end }) => sum + ((end - start + 1) >> 1) + 1, 0)
  const hashes = new Uint32Array(room)
  const marks = new Uint8Array(room)
  let count = 0
  for (const { start, end } of paragraphs)
    count = readParagraph(clean, start, end, { hashes, marks }, count)
  const words = { hashes: hashes.subarray(0, count), marks: marks.subarray(0, count) }
  markDates(words)
  return words
}

const SPACE = 0x20
const QUOTE = 0x22
const HYPHEN = 0x2d
const SLASH = 0x2f
const COLON = 0x3a
/** `“`, `«`, `„`, and those that close them. */
const OPENING = new Set([0x201c, 0xab, 0x201e])
const CLOSING = new Set([0x201d, 0xbb])
/** `.`, `!`, `?`, `:`: what comes next may have a capital for that. */
const ENDING = new Set([0x2e, 0x21, 0x3f, COLON])

/** Adds the words from `start` to `end` behind the first `count`; gives how many there are then. */
function readParagraph(
  text: string,
  start: number,
  end: number,
  { hashes, marks }: Words,
  count: number,
): number {
  let quoted = 0
  let fresh = true
  let last = -1
  for (let at = start; at < end;) {
    const code = text.charCodeAt(at)
    const letter = letterOf(code)
    if ((letter & (LETTER | DIGIT)) !== 0) {
      const joined = last === at - 1 && joins(text.charCodeAt(last)) ? JOINED : 0
      if ((letter & DIGIT) !== 0) {
        at = readNumber(text, at, end)
        marks[count] = numberMarks | quoted | joined
        hashes[count] = numberHash
      } else {
        at = readWord(text, at, end)
        const name = !fresh && (letter & CAPITAL) !== 0 ? NAME : 0
        marks[count] = quoted | name
        hashes[count] = wordHash
      }
      count++
      fresh = false
      last = at
      continue
    }
    if (code !== SPACE) {
      if (code === QUOTE) quoted ^= QUOTED
      else if (OPENING.has(code)) quoted = QUOTED
      else if (CLOSING.has(code)) quoted = 0
      fresh ||= ENDING.has(code) || code === QUOTE || OPENING.has(code)
    }
    at++
  }
  return count
}

const joins = (code: number): boolean => code === HYPHEN || code === SLASH || code === COLON

/** What `readWord` and `readNumber` read last: they run for every word, and make no object. */
let wordHash = 0
let numberHash = 0
let numberMarks = 0

/** @returns the end of the word that starts `at` */
function readWord(text: string, from: number, end: number): number {
  let hash = START
  let at = from
  for (; at < end; at++) {
    const letter = letterOf(text.charCodeAt(at))
    if ((letter & (LETTER | DIGIT)) !== 0) {
      if ((letter & LIGATURE) === 0) hash = add(hash, letter & CODE)
      else for (const code of unfolded(text.charCodeAt(at))) hash = add(hash, code)
    } else if ((letter & SKIPPED) === 0) break
  }
  wordHash = hash >>> 0
  return at
}

const ZERO = 0x30
const COMMA = 0x2c
const POINT = 0x2e
const NO_BREAK = 0xa0
const NARROW_NO_BREAK = 0x202f

/** `3,744`, `3 744` and `3744` are one; `2.5` and `25` are not. */
function readNumber(text: string, from: number, end: number): number {
  let hash = START
  let at = from
  let value = 0
  let plain = true
  let ordinal = false
  for (; at < end; at++) {
    const code = text.charCodeAt(at)
    const letter = letterOf(code)
    if ((letter & DIGIT) !== 0) {
      hash = add(hash, letter & CODE)
      if (value < 10_000) value = value * 10 + (letter & CODE) - ZERO
    } else if ((letter & LETTER) !== 0) {
      hash = add(hash, letter & CODE)
      ordinal = true
    } else if (isSeparator(code) && isDigit(text, at + 1, end)) {
      plain = false
      if (!groups(text, at, end)) hash = add(hash, POINT)
    } else if ((letter & SKIPPED) === 0) break
  }
  numberHash = hash >>> 0
  const small = plain && value <= 31 ? SMALL : 0
  const year = plain && !ordinal && value >= 1900 && value < 2100 ? YEAR : 0
  numberMarks = FIGURE | small | year
  return at
}

const isSeparator = (code: number): boolean =>
  code === POINT || code === COMMA || code === NO_BREAK || code === NARROW_NO_BREAK

const isDigit = (text: string, at: number, end: number): boolean =>
  at < end && (letterOf(text.charCodeAt(at)) & DIGIT) !== 0

/** Three digits and no fourth come after it: it sets thousands apart. */
const groups = (text: string, at: number, end: number): boolean =>
  isDigit(text, at + 1, end) &&
  isDigit(text, at + 2, end) &&
  isDigit(text, at + 3, end) &&
  !isDigit(text, at + 4, end)

const hashesOf = (words: Iterable<string>): Set<number> =>
  new Set([...words].map((word) => hashOf(fold(word))))

/** Dates only beside a number: they are words of their own, too. */
const LOOSE = hashesOf(['may', 'march', 'mars', 'mar', 'mai', 'dec', 'sept', 'jan'])
const TIMES = hashesOf([...MONTHS.keys(), ...WEEKDAYS.keys()])
/** One is an article as often as a number. */
const SPELLED = hashesOf(
  LANGUAGES.map((language) => numberWords(language)).flatMap(({ small, multipliers, vague }) =>
    [...small.keys(), ...multipliers.keys(), ...vague.keys()].filter(
      (word) => !['one', 'un', 'une'].includes(word),
    ),
  ),
)

/** Most words are neither; of their hashes' last bits most tell so at once. */
const LAST = 0xfff
const perhaps = new Uint8Array(LAST + 1)
for (const hash of [...TIMES, ...SPELLED]) perhaps[hash & LAST] = 1

function markDates(words: Words): void {
  const { hashes, marks } = words
  for (let at = 0; at < hashes.length; at++) {
    const hash = hashes[at] ?? 0
    const mark = marks[at] ?? 0
    if ((mark & YEAR) !== 0) marks[at] = mark | DATED
    else if ((mark & FIGURE) === 0 && perhaps[hash & LAST] === 1) {
      if (SPELLED.has(hash)) marks[at] = mark | FIGURE
      else if (TIMES.has(hash) && (!LOOSE.has(hash) || besideNumber(words, at))) dateWord(words, at)
    }
  }
  for (let at = 1; at < marks.length; at++) spread(marks, at, at - 1, at)
  for (let at = marks.length - 1; at > 0; at--) spread(marks, at - 1, at, at)
}

const besideNumber = ({ marks }: Words, at: number): boolean =>
  (((marks[at - 1] ?? 0) | (marks[at + 1] ?? 0)) & (SMALL | YEAR)) !== 0

/** The name of a month or a day, and the day's number beside it. */
function dateWord({ marks }: Words, at: number): void {
  marks[at] = ((marks[at] ?? 0) | DATED) & ~NAME
  for (const beside of [at - 1, at + 1])
    if (((marks[beside] ?? 0) & SMALL) !== 0) marks[beside] = (marks[beside] ?? 0) | DATED
}

/** `2023-04-12`, `12/04/2023`: the numbers joined to a part of a date are parts of it; so is `10:30`. */
function spread(marks: Uint8Array, at: number, from: number, joint: number): void {
  const [mark = 0, other = 0] = [marks[at], marks[from]]
  if (((marks[joint] ?? 0) & JOINED) !== 0 && (mark & SMALL) !== 0 && (other & DATED) !== 0)
    marks[at] = mark | DATED
}
