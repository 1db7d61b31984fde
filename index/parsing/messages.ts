/** What a parser and its child processes say to each other. */
import type { Input } from '../readers/reading.ts'

export interface Task<I extends Input = Input> {
  readonly input: I
  /** Bytes that the answer may take. */
  readonly largest: number
}

/** `pages`: the file has so many, and may take longer. `rss`: bytes in memory after the file. `worn`: take no more files to this process. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'pages'; readonly pages: number }
  | ({ readonly kind: 'read'; readonly parcel: Uint8Array } & Wear)
  | ({ readonly kind: 'refused'; readonly reason: string } & Wear)

interface Wear {
  readonly rss: number
  readonly worn: boolean
}

/** A child's last words when its memory runs over. */
export const OVER_MEMORY = 'over its memory'

/** A child that was taken over could send anything. */
export function isAnswer(message: unknown): message is Answer {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return false
  if (message.kind === 'ready') return true
  if (message.kind === 'pages') return 'pages' in message && typeof message.pages === 'number'
  const wear =
    'rss' in message &&
    typeof message.rss === 'number' &&
    'worn' in message &&
    message.worn !== undefined
  if (message.kind === 'read')
    return wear && 'parcel' in message && message.parcel instanceof Uint8Array
  return (
    message.kind === 'refused' && wear && 'reason' in message && typeof message.reason === 'string'
  )
}
