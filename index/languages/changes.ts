/** Words of change by direction, of all languages at once. */
import { anyOf, exactly } from './combined.ts'

const UP = exactly(anyOf(({ changes }) => changes?.up))
const DOWN = exactly(anyOf(({ changes }) => changes?.down))

export type Direction = 'up' | 'down'

export function directionOf(word: string): Direction | undefined {
  if (word.length < 2 || word.length > 14) return undefined
  if (UP.test(word)) return 'up'
  return DOWN.test(word) ? 'down' : undefined
}
