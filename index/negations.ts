/** Words that deny: "not", "never", "ne … pas". */
import type { Token } from './analyzer.ts'
import { exactly } from './languages/combined.ts'
import { phrases } from './languages/phrases.ts'

const NEGATION = exactly(phrases('checking', 'negations'))
/** "no more than", "not only" deny nothing. */
const BOUND = exactly(phrases('checking', 'bounds'))
/** Where it is said twice: "ne … pas". */
const HALF = exactly(phrases('checking', 'halves'))

/** Whether the token at `at` denies what follows; of a name it denies nothing: "Doctors Without Borders". */
export function isNegation(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || (token.capital && at > 0)) return false
  return NEGATION.test(token.folded) && !BOUND.test(tokens[at + 1]?.folded ?? '')
}

/** Of a negation that is said twice, one half counts. */
export const isHalf = ({ folded }: Token): boolean => HALF.test(folded)

export const hasNegation = (tokens: readonly Token[]): boolean =>
  tokens.some((_, at) => isNegation(tokens, at))
