/** Numbers that begin with a word: "two hundred", "dozens", "two-thirds", "half a million". */
import { type Numeral, scaled } from './numeral.ts'
import { dozens, halfAfter } from './halves.ts'
import { readMultiplier } from './multipliers.ts'
import type { NumberWords } from '../../languages/pack.ts'
import { readWords } from './number-words.ts'
import type { Token } from './tokens.ts'

export function spelled(
  tokens: readonly Token[],
  at: number,
  words: NumberWords,
): Numeral | undefined {
  const run = readWords(tokens, at, words)
  if (run === undefined) return undefined
  let { value, to } = run
  if (tokens[to]?.lower === words.decimal) {
    let part = ''
    let next = to + 1
    for (; next < tokens.length && part.length < 12; next++) {
      const digit = words.small.get(tokens[next]?.lower ?? '')
      if (digit === undefined || digit > 9) break
      part += String(digit)
    }
    if (part !== '') {
      value = Number(`${value}.${part}`)
      to = next
    }
  }
  const half = halfAfter(tokens, to, words, true)
  if (half !== undefined) {
    // "one million and a half" is a half of a million more.
    const unit = words.multipliers.get(tokens[to - 1]?.lower ?? '') ?? 1
    value += half.value * (unit > 100 ? unit : 1)
    to = half.to
  }
  const dozen = dozens(tokens, to, words)
  const times =
    dozen ?? (Number.isInteger(value) ? undefined : readMultiplier(tokens, to, words, false))
  if (times !== undefined) {
    value = scaled(value, times.times)
    to = times.to
  }
  if (!Number.isFinite(value)) return undefined
  return { from: at, to, value, written: value, form: 'words', plain: false }
}

/** "dozens", "tens of thousands", "des centaines de milliers", "une vingtaine". */
export function vague(
  tokens: readonly Token[],
  at: number,
  words: NumberWords,
): Numeral | undefined {
  const first = words.vague.get(tokens[at]?.lower ?? '')
  if (first === undefined) return undefined
  // "12 millions", "deux millions": a number of its own has taken the word already; alone it is vague.
  let value = first
  let to = at + 1
  while (to - at < 8) {
    const of = tokens[to]?.lower
    const more = words.vague.get(tokens[to + 1]?.lower ?? '')
    if ((of !== 'of' && of !== 'de' && of !== 'and') || more === undefined) break
    if (of !== 'and') value *= more
    to += 2
  }
  return { from: at, to, value, written: value, form: 'vague', plain: false }
}

/** "two-thirds", "a quarter", "one fifth", "half", "half a million", "les trois quarts", "la moitié". */
export function fraction(
  tokens: readonly Token[],
  at: number,
  words: NumberWords,
): Numeral | undefined {
  const token = tokens[at]
  if (token === undefined) return undefined
  const own = words.fractions.get(token.lower)
  if (own !== undefined) {
    const before = tokens[at - 1]
    const article = words.articles.has(before?.lower ?? '')
    if (own === 2 || own === 4) {
      const million = halfOf(tokens, at, words, own)
      if (million !== undefined) return million
    }
    if (
      own !== 2 &&
      !article &&
      !(before?.lower === 'le' || before?.lower === 'du' || before?.lower === 'un')
    )
      return undefined
    if (own !== 2 && article && before?.spaced === undefined) return undefined
    const from = article && own !== 2 ? at - 1 : at
    return of(from, at + 1, 1, own)
  }
  const run = readWords(tokens, at, words)
  if (run === undefined || run.value > 99 || run.value === 0) return undefined
  let next = run.to
  const hyphen = tokens[next]
  if (hyphen?.text === '-' && tokens[next + 1]?.spaced === false) next++
  const word = tokens[next]?.lower ?? ''
  const whole = words.fractions.get(word)
  if (whole === undefined || whole <= run.value) return undefined
  // "one third" but "two thirds"; "twenty fifth" is an ordinal.
  const plural = word.endsWith('s')
  if (run.value > 1 && !plural) return undefined
  return of(at, next + 1, run.value, whole)
}

const of = (from: number, to: number, part: number, whole: number): Numeral => ({
  from,
  to,
  value: part / whole,
  written: part,
  form: 'fraction',
  part,
  whole,
  plain: false,
})

/** "half a million", "un demi-million". */
function halfOf(
  tokens: readonly Token[],
  at: number,
  words: NumberWords,
  parts: number,
): Numeral | undefined {
  let next = at + 1
  const word = tokens[next]
  if (word !== undefined && (words.articles.has(word.lower) || word.text === '-')) next++
  const times = dozens(tokens, next, words) ?? readMultiplier(tokens, next, words, false)
  if (times === undefined) return undefined
  return {
    from: at,
    to: times.to,
    value: times.times / parts,
    written: 1 / parts,
    form: 'words',
    plain: false,
  }
}
