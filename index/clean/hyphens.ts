/** Words that a layout broke at a line end. */
import { ending, exactly } from '../languages/combined.ts'
import { phrases } from '../languages/phrases.ts'
import type { Line } from './lines.ts'

/** First parts that are more often followed by a hyphen than by the rest of a word. */
const COMPOUNDING = exactly(phrases('layout', 'compounding'))

/** Last parts that belong to a compound more often than to a broken word: "flood-prone". */
const COMPOUNDED = exactly(phrases('layout', 'compounded'))
const LEADING = ending(phrases('layout', 'leadingEndings'))

/** No part of a broken word is longer. */
const LONGEST = 60

/** A line that ends within a word: `govern-`; a soft hyphen (U+00AD) and U+2010 count. */
export const endsBroken = (line: string): boolean => /[\p{L}\p{N}][-\u00AD\u2010]$/u.test(line)

/**
 * Whether the hyphen of a broken word belongs to it: "civilian-/led" keeps it, "govern-/ment" does
 * not. Decided by the document's own words.
 */
export function keepsHyphen(head: string, tail: string, words: ReadonlySet<string>): boolean {
  if (!/^\p{Ll}/u.test(tail)) return true
  const before =
    /(?<![\p{L}\p{N}])[\p{L}\p{N}]+$/u.exec(head.slice(-LONGEST))?.[0].toLowerCase() ?? ''
  const after = /^[\p{L}\p{N}]+/u.exec(tail)?.[0].toLowerCase() ?? ''
  if (words.has(before + after)) return false
  if (words.has(`${before}-${after}`)) return true
  if (COMPOUNDED.test(after) || (LEADING.test(before) && words.has(before))) return true
  return COMPOUNDING.test(before) || (words.has(before) && words.has(after))
}

/** Every word in lower case, hyphenated ones whole and in parts; the parts of broken ones left out. */
export function wordsOf(lines: readonly Line[]): Set<string> {
  const words = new Set<string>()
  let broken = false
  for (const { trimmed } of lines) {
    if (trimmed === '') continue
    const found = trimmed.toLowerCase().match(/[\p{L}\p{N}]+(?:[-\u2010][\p{L}\p{N}]+)*/gu) ?? []
    const from = broken ? 1 : 0
    broken = endsBroken(trimmed)
    for (const word of found.slice(from, broken ? -1 : undefined)) {
      words.add(word)
      if (/[-\u2010]/u.test(word)) for (const part of word.split(/[-\u2010]/u)) words.add(part)
    }
  }
  return words
}
