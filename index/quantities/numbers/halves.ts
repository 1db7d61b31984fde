/** What follows a number and is part of it: "and a half", "1/2", "dozen". */
import { exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import type { NumberWords } from '../../languages/pack.ts'
import type { Token } from './tokens.ts'

const DOZENS = exactly(phrases('numbers', 'dozens'))

/** "3 dozen", "two dozens". */
export function dozens(
  tokens: readonly Token[],
  at: number,
  words: NumberWords,
): { to: number; times: number } | undefined {
  const word = tokens[at]?.lower ?? ''
  const times = DOZENS.test(word) ? 12 : undefined
  return times === undefined || words.small.size === 0 ? undefined : { to: at + 1, times }
}

/** "two and a half", "2 1/2", "deux et demi". */
export function halfAfter(
  tokens: readonly Token[],
  at: number,
  words: NumberWords,
  spelledOut = false,
): { value: number; to: number } | undefined {
  const token = tokens[at]
  if (token === undefined) return undefined
  if (words.joiners.has(token.lower)) {
    let next = at + 1
    if (words.articles.has(tokens[next]?.lower ?? '') || tokens[next]?.lower === 'one') next++
    const word = tokens[next]?.lower ?? ''
    const parts = words.fractions.get(word)
    // "two and a third" of something is rare and "a third" more often is an ordinal.
    const isFraction = parts !== undefined && (words.half.has(word) || parts === 4)
    return isFraction && !word.endsWith('s') ? { value: 1 / parts, to: next + 1 } : undefined
  }
  if (spelledOut) return undefined
  const slash = tokens[at + 1]
  const below = tokens[at + 2]
  if (token.kind !== 'number' || slash?.text !== '/' || below?.kind !== 'number') return undefined
  const [part, whole] = [Number(token.text), Number(below.text)]
  const small = part < whole && whole <= 16 && !slash.spaced && !below.spaced && token.spaced
  return small ? { value: part / whole, to: at + 3 } : undefined
}
