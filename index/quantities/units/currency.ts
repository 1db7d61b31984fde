/** Currencies before a number (`US$ 5`, `SYP 1,983`) and after it (`5 million euros`, `12 francs suisses`). */
import { ending } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import type { Span } from '../../document.ts'
import { CODE_NAMES, DOLLARS, NAMED, NATIONAL, SIGNS } from '../../languages/currencies.ts'
import type { Token } from '../numbers/tokens.ts'

const NATION_ENDINGS = ending(phrases('units', 'nationEndings'))
const LONG_ENDINGS = ending(phrases('units', 'longEndings'))

export interface Currency extends Span {
  readonly code: string
  /** First token of one that stands before, last (exclusive) of one that stands after. */
  readonly edge: number
}

export function currencyBefore(tokens: readonly Token[], at: number): Currency | undefined {
  const token = tokens[at - 1]
  const number = tokens[at]
  if (token === undefined || number === undefined || number.line) return undefined
  if (token.kind === 'mark') {
    const code = SIGNS.get(token.text)
    if (code === undefined) return undefined
    if (token.text !== '$') return { start: token.start, end: token.end, code, edge: at - 1 }
    return dollars(tokens, at - 1)
  }
  if (token.kind !== 'word') return undefined
  const code = CODE_NAMES.get(token.text) ?? LOWER.get(token.text)
  if (code === undefined || COMMON_CODES.has(token.text)) return undefined
  return { start: token.start, end: token.end, code, edge: at - 1 }
}

/** `US$`, `U.S. $`, `TT$`. */
function dollars(tokens: readonly Token[], at: number): Currency {
  const sign = tokens[at]
  const end = sign?.end ?? 0
  const before = tokens[at - 1]
  if (sign !== undefined && before?.kind === 'word' && !sign.spaced) {
    const code = DOLLARS.get(before.text)
    if (code !== undefined) return { start: before.start, end, code, edge: at - 1 }
  }
  return { start: sign?.start ?? 0, end, code: 'USD', edge: at }
}

/** Codes that are written in small letters too. */
const LOWER: ReadonlyMap<string, string> = new Map([
  ['usd', 'USD'],
  ['eur', 'EUR'],
  ['gbp', 'GBP'],
  ['rmb', 'CNY'],
  ['cny', 'CNY'],
  ['jpy', 'JPY'],
  ['chf', 'CHF'],
  ['xaf', 'XAF'],
  ['xof', 'XOF'],
])

/** Codes that in capitals are words as well; before a number they are read as words. */
const COMMON_CODES = new Set(['ALL', 'TOP', 'TRY', 'CUP', 'MAD', 'PEN', 'BAM', 'GEL', 'MOP'])

export function currencyAfter(tokens: readonly Token[], from: number): Currency | undefined {
  let at = from
  // "12 millions d'euros", "2 milliards de dollars".
  const joiner = tokens[at]?.lower
  if (joiner === 'de' || joiner === "d'" || joiner === 'of') at++
  // "a 12-cent dividend".
  if (tokens[at]?.text === '-' && !tokens[at]?.spaced && NAMED.has(tokens[at + 1]?.lower ?? ''))
    at++
  const first = tokens[at]
  if (first === undefined || (first.line && first.kind === 'mark')) return undefined
  if (first.kind === 'mark') {
    const code = SIGNS.get(first.text)
    // "5 $10": the sign belongs to the number that follows.
    const next = tokens[at + 1]
    if (code === undefined || (next?.kind === 'number' && !next.spaced)) return undefined
    return { start: first.start, end: first.end, code, edge: at + 1 }
  }
  if (first.kind !== 'word') return undefined
  const second = tokens[at + 1]
  const nation = nationOf(tokens, at)
  if (nation !== undefined) {
    const name = tokens[nation.to]
    if (name?.kind === 'word' && (NAMED.has(name.lower) || name.text === '$'))
      return { start: first.start, end: name.end, code: nation.code, edge: nation.to + 1 }
    if (name?.text === '$')
      return { start: first.start, end: name.end, code: nation.code, edge: nation.to + 1 }
  }
  const code = CODE_NAMES.get(first.text) ?? LOWER.get(first.text)
  if (code !== undefined) {
    // "5 USD 10": which one it belongs to cannot be told; what stands before wins.
    return { start: first.start, end: first.end, code, edge: at + 1 }
  }
  if (second !== undefined && NAMED.has(`${first.lower} ${second.lower}`))
    return {
      start: first.start,
      end: second.end,
      code: NAMED.get(`${first.lower} ${second.lower}`) ?? 'XXX',
      edge: at + 2,
    }
  const named = NAMED.get(first.lower)
  // "five real incidents", "10 rand" and the like: only plurals and what is no common word.
  if (named === undefined) return undefined
  const after = second === undefined ? undefined : nationAfter(tokens, at + 1, named)
  if (after === undefined && COMMON.has(first.lower)) return undefined
  if (after !== undefined)
    return {
      start: first.start,
      end: tokens[after.to - 1]?.end ?? first.end,
      code: after.code,
      edge: after.to,
    }
  return { start: first.start, end: first.end, code: named, edge: at + 1 }
}

const COMMON = new Set([
  'real',
  'mark',
  'marks',
  'won',
  'lei',
  'som',
  'colon',
  'kip',
  'rand',
  'lev',
])

/** "Finnish markka", "Dutch guilders": the name of the currency says which it is, if anything does. */
const nationOfName = (adjective: string, name: string): string | undefined =>
  NATION_ENDINGS.test(adjective) ? NAMED.get(name) : undefined

/** "francs suisses", "marks finlandais". */
const nationAfter = (
  tokens: readonly Token[],
  at: number,
  named: string,
): { code: string; to: number } | undefined => {
  const word = tokens[at]?.lower ?? ''
  if (word === 'us' || word === 'i') return undefined
  const code =
    NATIONAL.get(word) ?? (LONG_ENDINGS.test(word) && word.length > 5 ? named : undefined)
  return code === undefined ? undefined : { code, to: at + 1 }
}

/** "Canadian", "U.S.", "CFA", "Hong Kong". */
function nationOf(tokens: readonly Token[], at: number): { code: string; to: number } | undefined {
  const token = tokens[at]
  if (token?.kind !== 'word') return undefined
  if (token.text === 'U' && tokens[at + 1]?.text === '.' && tokens[at + 2]?.text === 'S') {
    const to = tokens[at + 3]?.text === '.' ? at + 4 : at + 3
    return { code: 'USD', to }
  }
  const name = tokens[at + 1]?.lower ?? ''
  if (token.lower === 'us' && !token.capital && !name.startsWith('dollar')) return undefined
  const code = NATIONAL.get(token.lower) ?? nationOfName(token.lower, name)
  return code === undefined ? undefined : { code, to: at + 1 }
}
