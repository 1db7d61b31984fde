/** What stands right after a number and multiplies it: "1.3 million", "$14M", "5bn", "2 Mds". */
import type { NumberWords } from '../../languages/pack.ts'
import type { Token } from './tokens.ts'

const SHORT: ReadonlyMap<string, number> = new Map([
  ['M', 1e6],
  ['MM', 1e6],
  ['mn', 1e6],
  ['Mn', 1e6],
  ['mln', 1e6],
  ['mil', 1e6],
  ['bn', 1e9],
  ['Bn', 1e9],
  ['BN', 1e9],
  ['B', 1e9],
  ['bln', 1e9],
  ['Md', 1e9],
  ['Mds', 1e9],
  ['md', 1e9],
  ['mds', 1e9],
  ['Mrd', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
  ['k', 1e3],
  ['K', 1e3],
])

/** Only behind a currency: alone they are metres and bytes. */
const WITH_CURRENCY: ReadonlyMap<string, number> = new Map([
  ['m', 1e6],
  ['b', 1e9],
  ['t', 1e12],
])

/** How many tokens from `at` on multiply, and by how much. */
export function readMultiplier(
  tokens: readonly Token[],
  at: number,
  words: NumberWords,
  currency: boolean,
): { to: number; times: number } | undefined {
  let times = 1
  let to = at
  for (;;) {
    const token = tokens[to]
    if (token === undefined || token.kind !== 'word') break
    const next = tokens[to + 1]
    const apart = next === undefined || next.kind !== 'number' || next.spaced
    const word = words.multipliers.get(token.lower)
    // "50 cents" in French is money.
    const money = word === 100 && to === at && words.decimal === 'virgule'
    if (word !== undefined && word > 12 && !money) {
      times *= word
      to++
      if (times > 1e15) return undefined
      continue
    }
    if (to > at || !apart) break
    const short = SHORT.get(token.text) ?? (currency ? WITH_CURRENCY.get(token.text) : undefined)
    // Apart from its number a letter is something else: "10 M" only with money, "10 K" never.
    const near =
      !token.spaced ||
      ((currency || token.text.length > 1 || token.text === 'M') && token.text !== 'K')
    if (short !== undefined && near && !(token.spaced && token.line))
      return { to: to + 1, times: short }
    break
  }
  return to > at ? { to, times } : undefined
}
