/**
 * Footnotes: the marks glued to words in running text, and the notes at the foot of a page.
 *
 * A glued number is taken for a mark only when the numbers of a document run 1, 2, 3 …, so that
 * "version 2.4" and "G5" stay what they are.
 */
import type { Span } from '../document.ts'
import { within } from '../languages/combined.ts'
import { phrases } from '../languages/phrases.ts'
import { endsSentence, type Line, startsLowerCase } from './lines.ts'

/** `authorities,1 but`, `influence.4`, `government),3`, `attack”5`, `word.1,2`, `mot1.` */
const GLUED =
  /(?:(?<=[\p{L})\]"'”’»][.,;:!?]?["'”’»)]?)|(?<=(?<!\d)(?:19|20)\d\d[.,;:]))\d{1,3}(?:[,–-]\d{1,3})*(?=[.,;:!?)"”’»]*(?:\s|$))/gu
/** `word¹²`; `10⁵`, `x²` and `km²` are figures. */
const SUPERSCRIPT =
  /(?<=\p{L}\p{L}|[.,;:!?)\]"”’»])(?<!\b(?:[kchd]?m|mm|ft|mi|in|yd))[¹²³⁰⁴-⁹]+(?=[\s.,;:)!?”"»]|$)/giu
/** "No.1", "Fig.2", "p.4": the number is what the abbreviation counts. */
const COUNTED = within(
  phrases('layout', 'counted'),
  (words) => String.raw`(?:^|[\s([/–-])(?:${words})\.$`,
  'iu',
)
const NOTE_START = /^(\d{1,3})[.)]?\s+["'“‘(]?\p{Lu}/u

/** Where the marks stand. `notes` are the numbers of the notes found at page ends. */
export function findMarks(
  text: string,
  notes: ReadonlySet<number>,
  skip: (offset: number) => boolean,
): Span[] {
  const marks: Span[] = []
  let last = 0
  for (const match of text.matchAll(GLUED)) {
    const numbers = match[0].split(/[,–-]/u).map(Number)
    const [number = 0] = numbers
    if (skip(match.index) || number <= last || number > last + 3) continue
    if (numbers.some((each, at) => each <= (numbers[at - 1] ?? 0))) continue
    const before = text.slice(Math.max(0, match.index - 10), match.index)
    if (COUNTED.test(before)) continue
    // "2022.2" and "word4" are marks only where a note of that number exists; "G5" is a name.
    const doubtful = /(?:\p{L}|\d[.,;:])$/u.test(before)
    if (doubtful && (!notes.has(number) || !/(?:\p{Ll}\p{Ll}|[.,;:])$/u.test(before))) continue
    marks.push({ start: match.index, end: match.index + match[0].length })
    last = numbers.at(-1) ?? number
  }
  const sure =
    marks.length >= 2 ||
    marks.some((mark) => notes.has(Number.parseInt(text.slice(mark.start, mark.end), 10)))
  const superscripts = [...(/[¹²³⁰⁴-⁹]/u.test(text) ? text.matchAll(SUPERSCRIPT) : [])].map(
    (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }),
  )
  return [...(sure ? marks : []), ...superscripts].sort((a, b) => a.start - b.start)
}

/**
 * Marks the lines that are notes: a block after an empty line whose numbers go on where the last
 * block's stopped, each with a glued mark somewhere in the text.
 */
export function findNotes(
  lines: readonly Line[],
  text: string,
  furniture: readonly boolean[],
): { isNote: boolean[]; numbers: Set<number> } {
  const isNote = lines.map(() => false)
  const numbers = new Set<number>()
  const glued = new Set(
    [...text.matchAll(GLUED)].flatMap((match) => match[0].split(/[,–-]/u).map(Number)),
  )
  let expected = 1
  for (const [at, line] of lines.entries()) {
    const afterGap = at > 0 && (lines[at - 1]?.trimmed === '' || furniture[at - 1] === true)
    const number = Number(NOTE_START.exec(line.trimmed)?.[1] ?? Number.NaN)
    if (!afterGap || number !== expected || !glued.has(number) || isListOf(lines, at, number))
      continue
    for (let note = at; (lines[note]?.trimmed ?? '') !== '' && furniture[note] !== true; note++) {
      if (note > at && startsNextPage(lines, note)) break
      isNote[note] = true
      const begins = Number(NOTE_START.exec(lines[note]?.trimmed ?? '')?.[1] ?? Number.NaN)
      if (begins === expected) numbers.add(expected++)
    }
  }
  return { isNote, numbers }
}

/** The notes are over where lower case follows a full stop: the next page goes on with its sentence. */
function startsNextPage(lines: readonly Line[], at: number): boolean {
  return endsSentence(lines[at - 1]?.trimmed ?? '') && startsLowerCase(lines[at]?.trimmed ?? '')
}

/** "1. First" after a heading is a list, not notes: its numbers have a full stop and no mark. */
function isListOf(lines: readonly Line[], at: number, number: number): boolean {
  return new RegExp(`^${number}[.)]\\s`, 'u').test(lines[at]?.trimmed ?? '')
}
