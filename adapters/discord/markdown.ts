/**
 * Foreign text where Discord reads Markdown: it looks as it was written, and does nothing. What marks
 * something up gets a backslash; what a backslash does not stop (bare addresses, invites, @everyone)
 * is broken by a character without width. `unescaped` is the way back, to the last character.
 */
import { inertText } from '../../src/inert.ts'

/** Invisible; made-inert text has none of its own. */
const BREAK = '\u200b'
/** What stands where a text would be empty, which Discord refuses. */
export const EMPTY = '–'

/** What must not follow directly: addresses, invites, mentions. */
const BREAKS = /(?<=:)(?=\/\/)|(?<=@)(?=everyone|here|[!&]?\d)|(?<=discord(?:app)?)(?=\.)/giu
/** Emphasis, strikethrough, code, spoilers, mentions, times, emoji, masked links, quotes. */
const SIGNS = /[\\*_~`|<>[\]]|:(?=\S)/gu
/** Headings, small print and lists, at the beginning of a line only. */
const OPENERS = /^\s*(?:[#+-]|\d+(?=[.)]))/u

/** One for each character: it with all that keeps it from doing anything. */
function unitsOf(text: string): Unit[] {
  const before = new Map<number, string>()
  for (const { index } of text.matchAll(SIGNS)) before.set(index, '\\')
  for (const { index } of text.matchAll(BREAKS))
    before.set(index, BREAK + (before.get(index) ?? ''))
  const opener = OPENERS.exec(text)?.[0]
  if (opener !== undefined) {
    // Of a number the sign behind it, of all else the sign itself.
    const at = /\d$/u.test(opener) ? opener.length : opener.length - 1
    before.set(at, '\\')
  }
  const units: Unit[] = []
  let at = 0
  for (const char of text) {
    units.push({ char, shown: (before.get(at) ?? '') + char })
    at += char.length
  }
  return units
}

interface Unit {
  readonly char: string
  readonly shown: string
}

const escapeInert = (text: string): string =>
  unitsOf(text)
    .map(({ shown }) => shown)
    .join('')

/** Foreign text on one line, cut where it would be longer than `most` once escaped. Never on a quote. */
export function escape(raw: string, most: number): string {
  // Most of a title of a million characters need not be read.
  const start = raw.slice(0, most * 8)
  const words = inertText(start)
  const all = escapeInert(words)
  if (all.length <= most && start.length === raw.length) return all
  const kept = words.slice(0, fitting(words, most - 1))
  const space = kept.lastIndexOf(' ')
  return `${escapeInert(space > kept.length / 2 ? kept.slice(0, space) : kept)}…`
}

/** How much of inert text takes no more than `most` once escaped. Never half a character. */
export function fitting(text: string, most: number): number {
  let [length, end] = [0, 0]
  for (const { char, shown } of unitsOf(text.slice(0, most))) {
    length += shown.length
    if (length > most) break
    end += char.length
  }
  return end
}

export interface Span {
  readonly start: number
  readonly end: number
}

/** A stretch of inert text with some of it in bold. Marks may overlap, touch or lie outside. */
export function withBold(text: string, stretch: Span, marks: readonly Span[]): string {
  const words = text.slice(stretch.start, stretch.end)
  const bolds = joined(
    marks.map(({ start, end }) => ({ start: start - stretch.start, end: end - stretch.start })),
    words,
  )
  const starts = new Set(bolds.map(({ start }) => start))
  const ends = new Set(bolds.map(({ end }) => end))
  let shown = ''
  let at = 0
  for (const { char, shown: own } of unitsOf(words)) {
    if (ends.has(at)) shown += '**'
    if (starts.has(at)) shown += '**'
    shown += own
    at += char.length
  }
  return ends.has(at) ? `${shown}**` : shown
}

/** In order, apart from one another, neither empty nor with white space at the ends. */
function joined(marks: readonly Span[], words: string): Span[] {
  const found: { start: number; end: number }[] = []
  const within = marks
    .map(({ start, end }) => trimmed(words, Math.max(0, start), Math.min(words.length, end)))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start)
  for (const mark of within) {
    const last = found.at(-1)
    if (last !== undefined && mark.start <= last.end) last.end = Math.max(last.end, mark.end)
    else found.push({ ...mark })
  }
  return found
}

/** Without white space at the ends, and never half a character. */
function trimmed(words: string, from: number, to: number): Span {
  let [start, end] = [from, to]
  while (start < end && (words[start] === ' ' || isSecondHalf(words, start))) start++
  while (end > start && (words[end - 1] === ' ' || isSecondHalf(words, end))) end--
  return { start, end }
}

const isSecondHalf = (words: string, at: number): boolean =>
  /[\udc00-\udfff]/u.test(words[at] ?? '') && /[\ud800-\udbff]/u.test(words[at - 1] ?? '')

/** What an escaped text shows: without backslashes, bold and breaks. */
export const unescaped = (markdown: string): string =>
  markdown
    .replaceAll(BREAK, '')
    .replace(/\*\*|\\([^0-9A-Za-z\s])/gu, (_, sign?: string) => sign ?? '')

/** Foreign text in a code block, where only a fence means anything; neither links nor calls. */
export const inCode = (inertWords: string): string =>
  inertWords.replace(BREAKS, BREAK).replaceAll('`', `\`${BREAK}`)

export const codeBlock = (lines: readonly string[]): string => `\`\`\`\n${lines.join('\n')}\n\`\`\``

export const bold = (markdown: string): string => `**${markdown || EMPTY}**`
export const italic = (markdown: string): string => `*${markdown || EMPTY}*`

/** A masked link. Its words are the bot's own: those of a document could pass for another address. */
export const link = (words: string, url: string): string => `[${words}](<${urlOf(url)}>)`

/** What would end a masked link, or mark its words up. */
const urlOf = (url: string): string =>
  url.replace(
    /[()<>[\]\\`|\s]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
