/** What stands inside quotation marks, and where sentences end. */
import type { Token } from '../numbers/tokens.ts'

export function sentenceEnd(tokens: readonly Token[], from: number): number {
  const sentence = tokens[from]?.sentence
  let to = from + 1
  while (to < tokens.length && tokens[to]?.sentence === sentence) to++
  return to
}

/** Two apostrophes do duty for a quotation mark. */
const isPair = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === "'" && tokens[at + 1]?.text === "'" && tokens[at + 1]?.spaced === false

export const opensQuotation = (tokens: readonly Token[], at: number): boolean =>
  OPENING.has(tokens[at]?.text ?? '') || isPair(tokens, at)

const OPENING: ReadonlySet<string> = new Set(['“', '«', '"'])

/** 1 for each token that stands inside a quotation. */
export function quoted(tokens: readonly Token[]): Uint8Array {
  const inside = new Uint8Array(tokens.length)
  let open = false
  let length = 0
  for (const [at, token] of tokens.entries()) {
    const mark = token.kind === 'mark' ? token.text : ''
    if (mark === '“' || mark === '«' || (mark === '"' && !open)) {
      open = true
      length = 0
    } else if (mark === '”' || mark === '»' || mark === '"') open = false
    else if (isPair(tokens, at)) {
      open = !open
      length = 0
    } else if (open) inside[at] = 1
    // A quotation that is never closed must not swallow the text.
    if (++length > 400) open = false
  }
  return inside
}
