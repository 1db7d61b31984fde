/** One number: digits or words, its multiplier, a fraction or a vague magnitude. No units yet. */
import type { Language } from '../../document.ts'
import { dozens, halfAfter } from './halves.ts'
import { type Numeral, type TokenizedText, scaled } from './numeral.ts'
import { NUMBER_WORD } from './lexicon.ts'
import { readMultiplier } from './multipliers.ts'
import type { NumberWords } from '../../languages/pack.ts'
import { numberWords } from './number-words.ts'
import { readNumeral } from './numerals.ts'
import { fraction, spelled, vague } from './spelled.ts'
import type { Token } from './tokens.ts'
import { packOf } from '../../languages/packs.ts'

/** The number that begins at a token; with its length alone (`value` not a number) when it cannot be read. */
export function readFigure(
  { tokens, language }: TokenizedText,
  at: number,
  currency: boolean,
): Numeral | undefined {
  const token = tokens[at]
  if (token === undefined) return undefined
  const words = numberWords(language)
  if (token.kind === 'number') return digits(tokens, at, language, words, currency)
  if (token.kind !== 'word' || (token.classes & NUMBER_WORD) === 0) return undefined
  return vague(tokens, at, words) ?? fraction(tokens, at, words) ?? spelled(tokens, at, words)
}

function digits(
  tokens: readonly Token[],
  at: number,
  language: Language,
  words: NumberWords,
  currency: boolean,
): Numeral | undefined {
  const grouped = spacedGroups(tokens, at)
  const point = leadingPoint(tokens, at)
  const text = grouped === undefined ? (tokens[at]?.text ?? '') : grouped.text
  let to = grouped?.to ?? at + 1
  const written = point
    ? readNumeral(`0.${text}`, '.')
    : readNumeral(text, packOf(language).grammar.decimalMark)
  if (written === undefined)
    return { from: at, to, value: Number.NaN, written: Number.NaN, form: 'digits', plain: false }
  let value = written
  let times = dozens(tokens, to, words) ?? readMultiplier(tokens, to, words, currency)
  const half = halfAfter(tokens, times?.to ?? to, words)
  if (half !== undefined) {
    value += half.value
    to = half.to
    // "2 and a half million", and "2 million and a half", which is the same.
    times = times ?? readMultiplier(tokens, to, words, currency)
    if (times !== undefined) times = { ...times, to: Math.max(to, times.to) }
  }
  if (times !== undefined) {
    // Exact in decimal: 8.7 × 10⁶ must not become 8699999.999….
    value = scaled(value, times.times)
    to = times.to
  }
  const plain = times === undefined && half === undefined && !point && /^\d+$/u.test(text)
  return {
    from: point ? at - 1 : at,
    to,
    value,
    written,
    form: 'digits',
    plain: plain && grouped === undefined,
  }
}

/** ".25": the point stands apart from the word before it. */
function leadingPoint(tokens: readonly Token[], at: number): boolean {
  const point = tokens[at - 1]
  if ((point?.text !== '.' && point?.text !== ',') || tokens[at]?.spaced !== false) return false
  return (at === 1 || point.spaced) && /^\d+$/u.test(tokens[at]?.text ?? '')
}

/** "1 700 000": groups of three digits after spaces that are all the same. */
function spacedGroups(
  tokens: readonly Token[],
  at: number,
): { text: string; to: number } | undefined {
  const first = tokens[at]
  if (first === undefined || !/^[1-9]\d{0,2}$/u.test(first.text)) return undefined
  let text = first.text
  let to = at + 1
  while (to - at < 6) {
    const token = tokens[to]
    const before = tokens[to - 1]
    if (token === undefined || before === undefined || token.kind !== 'number') break
    if (token.start - before.end !== 1 || token.line) break
    const tail = /^(\d{3})([.,]\d+)?$/u.exec(token.text)
    if (tail === null) break
    text += token.text
    to++
    if (tail[2] !== undefined) break
  }
  if (to === at + 1 || to - at > 5) return undefined
  return { text, to }
}
