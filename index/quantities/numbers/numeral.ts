/** A number as it is read from its tokens, before units and nouns. */
import type { Language } from '../../document.ts'
import type { Token } from './tokens.ts'

export interface Numeral {
  /** Tokens `from` to `to`, the latter exclusive. */
  readonly from: number
  readonly to: number
  readonly value: number
  /** What `value` was before it was multiplied: "2" of "2 million". */
  readonly written: number
  readonly form: 'digits' | 'words' | 'fraction' | 'vague'
  /** Parts of a fraction. */
  readonly part?: number
  readonly whole?: number
  /** Digits that could be a year, a code or the mark of a list: neither grouped, decimal nor multiplied. */
  readonly plain: boolean
}

export interface TokenizedText {
  readonly tokens: readonly Token[]
  readonly language: Language
}

export const scaled = (value: number, times: number): number =>
  Number((value * times).toPrecision(15))
