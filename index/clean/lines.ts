/** Lines of a text file and what each of them is by itself. */
import type { Span } from '../document.ts'
import { alternatives } from '../languages/phrases.ts'

export interface Line extends Span {
  /** Without white space at its ends. */
  readonly trimmed: string
}

/** A line and its end: CR, LF or both; form feeds, vertical tabs and Unicode's separators end one too. */
const LINE = /([^\r\n\f\v\u0085\u2028\u2029]*)(?:\r\n|[\r\n\f\v\u0085\u2028\u2029]|$)/gu

export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  for (const match of text.matchAll(LINE)) {
    if (match[0] === '' && match.index >= text.length) break
    const body = match[1] ?? ''
    const trimmed = body.trim()
    const start = match.index + (trimmed === '' ? 0 : body.indexOf(trimmed))
    lines.push({ start, end: start + trimmed.length, trimmed })
  }
  return lines
}

export const isUrl = (line: string): boolean =>
  /^(?:(?:https?|ftp):\/\/|www\.)\S+(?:\s+(?:https?:\/\/|www\.)\S+)*$/iu.test(line)

/** "Page 3 of 12", "- 4 -", "3 | 12", and "12", which may as well be a figure of a table. */
export const isPageNumber = (line: string): boolean =>
  line.length <= 20 && (isBareNumber(line) || PAGE_LABEL.test(line) || DASHED_NUMBER.test(line))

const words = (name: Parameters<typeof alternatives<'layout'>>[1]): string =>
  alternatives('layout', name)

const PAGE_LABEL = new RegExp(
  String.raw`^(?:(?:${words('page')})\s+\d{1,4}|p\.\d{1,4}|\d{1,4}(?=\D))(?:\s*(?:\/|\||${words('ofPages')})\s*\d{1,4})?$`,
  'iu',
)
const DASHED_NUMBER = /^[-–—|]\s*\d{1,4}\s*[-–—|]$/u

/** A number alone that may be that of a page; a year is a heading. */
export const isBareNumber = (line: string): boolean =>
  /^\d{1,4}$/u.test(line) && !/^(?:19|20)\d\d$/u.test(line)

export const isListItem = (line: string): boolean =>
  /^(?:[•●▪◦‣*–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+\S/u.test(line)

/** Ends as a sentence or a quotation ends. */
export const endsSentence = (line: string): boolean =>
  /[.!?…](?:[ \u00A0\u202F]?[)\]"'”’»])*$/u.test(line)

export const startsLowerCase = (line: string): boolean => /^[("'“‘«]?\p{Ll}/u.test(line)

/** Might be a heading: short, no full stop, begins like one. */
export const looksLikeHeading = (line: string): boolean =>
  line.length <= 120 &&
  line.split(/\s+/u).length <= 18 &&
  /^["'“‘«(]?[\p{Lu}\p{N}]/u.test(line) &&
  !/[.,;…!–—-]$/u.test(line) &&
  !(line.endsWith(':') && line.split(/\s+/u).length > LONGEST_LABEL) &&
  !FIELD.test(line) &&
  !/^\d{1,3}$/u.test(line) &&
  !/\p{Ll}{3}[.!?] \p{Lu}/u.test(line) &&
  !isListItem(line)

/** Words of a heading that ends in a colon; a longer one is a sentence that leads in a list. */
const LONGEST_LABEL = 8
/** What a page says about itself: "License: cc-by", "Updated March 21, 2020". */
const FIELD = new RegExp(
  String.raw`^(?:(?:${words('fields')})\s*:\s*\S|(?:${words('dated')})[\s:](?=.*\d{4}))`,
  'iu',
)
