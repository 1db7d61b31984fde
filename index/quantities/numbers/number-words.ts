/**
 * Numbers in words: "two hundred and fifty-four", "quatre-vingt-dix-sept mille". The words of each
 * language are a table; how they add up is the same for all.
 */
import type { Language } from '../../document.ts'
import type { NumberWords } from '../../languages/pack.ts'
import { packOf } from '../../languages/packs.ts'
import type { Token } from './tokens.ts'

export const numberWords = (language: Language): NumberWords => packOf(language).numbers

/** A run of number words, `from` to `to` (exclusive) in the list of tokens. */
export interface SpelledNumber {
  readonly to: number
  readonly value: number
}

/** A number word is never so far that a run of them goes on longer than this. */
const LONGEST = 24

/** The longest run of number words from a token on that makes one number. */
export function readWords(
  tokens: readonly Token[],
  from: number,
  words: NumberWords,
): SpelledNumber | undefined {
  let total = 0
  let group = 0
  let last = Number.POSITIVE_INFINITY
  let largest = Number.POSITIVE_INFINITY
  let found: SpelledNumber | undefined
  let at = from
  while (at < tokens.length && at - from < LONGEST) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'number') break
    if (at > from && token.kind === 'mark') {
      const next = tokens[at + 1]
      const hyphen =
        (token.text === '-' || token.text === '‑') && !token.spaced && next?.spaced === false
      if (!hyphen || next === undefined || !isNumberWord(next.lower, words)) break
      at++
      continue
    }
    if (at > from && words.joiners.has(token.lower)) {
      const next = tokens[at + 1]
      const value = next === undefined ? undefined : words.small.get(next.lower)
      if (value === undefined || !joins(last, value)) break
      // "one billion and three quarters": the small number belongs to the fraction.
      if (words.fractions.has(tokens[at + 2]?.lower ?? '')) break
      at++
      continue
    }
    const small = words.small.get(token.lower)
    const times = words.multipliers.get(token.lower)
    if (small !== undefined) {
      if (last === 4 && token.lower.startsWith('vingt')) {
        // "quatre-vingts" is four times twenty.
        group += 76
        last = 80
      } else {
        if (!adds(last, small)) break
        group += small
        last = small
      }
    } else if (times !== undefined) {
      if (times === 100 || (times < 1000 && group > 0)) {
        if (group > 99) break
        group = (group === 0 ? 1 : group) * times
      } else {
        if (times >= largest) {
          // "hundred thousand million": the multiplier takes all that was said before.
          if (group !== 0) break
          total *= times
        } else total += (group === 0 ? 1 : group) * times
        largest = times
        group = 0
      }
      last = times
    } else break
    at++
    found = { to: at, value: total + group }
  }
  return found
}

const isNumberWord = (word: string, words: NumberWords): boolean =>
  words.small.has(word) || words.multipliers.has(word)

/** Whether a small number can follow: "twenty three", "hundred five", "soixante dix", "quatre vingt". */
function adds(last: number, next: number): boolean {
  if (last === Number.POSITIVE_INFINITY || last >= 100) return true
  if (last === 80 || last === 60) return next > 0 && next < 20
  if (last === 10) return next >= 7 && next <= 9
  return last >= 20 && last % 10 === 0 && next > 0 && next < 10
}

const joins = (last: number, next: number): boolean =>
  last >= 100 || (last >= 20 && last % 10 === 0 && (next === 1 || next === 11))
