/**
 * Which words belong to which figure: its number and what it counts, "[nine deaths] and [five
 * recoveries]". What one figure says happened is not what happened to another beside it.
 */
import type { Known } from './counted/elision.ts'
import type { Token } from './numbers/tokens.ts'

export interface OwnWords {
  /** Whether the token is in another figure's number. */
  readonly isNumberOfOther: (token: number) => boolean
  /** Whether the token is what another figure counts, and this one is no part of that. */
  readonly isOfOther: (token: number) => boolean
}

/** @param parts for each figure the position of the one that it is part of */
export function ownWords(
  tokens: readonly Token[],
  known: readonly Known[],
  parts: readonly (number | undefined)[],
): (figure: number) => OwnWords {
  const numbers = new Map<number, number>()
  const phrases = new Map<number, number>()
  for (const [figure, { found, phrase, own, unit }] of known.entries()) {
    // "300 children under five years were seen": an age or a duration only tells of its neighbour.
    if (unit.kind !== 'age' && unit.kind !== 'duration')
      for (let token = found.from; token < found.to; token++) numbers.set(token, figure)
    // Where the noun is left out, what happened stands in its place: "203 dead".
    const end = own ? (phrase?.to ?? found.to + 1) : found.to
    for (let token = found.to; token < end; token++) phrases.set(token, figure)
  }
  return (figure) => {
    const wholes = new Set<number>()
    for (let at = parts[figure]; at !== undefined && !wholes.has(at); at = parts[at]) wholes.add(at)
    const one = known[figure]
    // Without a noun of its own it goes on from the figure before; in brackets it says it again.
    const goesOn = one?.own !== true || tokens[one.found.from - 1]?.text === '('
    const isOther = (owner: number | undefined): boolean => owner !== undefined && owner !== figure
    return {
      isNumberOfOther: (token) => isOther(numbers.get(token)),
      isOfOther: (token) => {
        const owner = phrases.get(token)
        return isOther(owner) && !goesOn && !wholes.has(owner ?? -1)
      },
    }
  }
}
