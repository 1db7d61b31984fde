/** How a terminal wants its text: how wide, and whether with colours. */
import type { Writable } from 'node:stream'
import { styleText } from 'node:util'

export type Format = 'bold' | 'dim' | 'red'

export interface Look {
  /** Columns a line may take. */
  readonly width: number
  readonly style: (formats: readonly Format[], text: string) => string
}

/** Lines longer than this are hard to read, however wide the window. */
const WIDEST = 100
const NARROWEST = 20
const UNKNOWN = 80

/** Asked anew for every reply: a window changes its size. NO_COLOR and FORCE_COLOR are honoured. */
export function lookOf(stream: Writable): Look {
  const columns = 'columns' in stream && typeof stream.columns === 'number' ? stream.columns : 0
  return {
    width: Math.max(NARROWEST, Math.min(columns || UNKNOWN, WIDEST)),
    style: (formats, text) =>
      formats.length === 0 || text === '' ? text : styleText([...formats], text, { stream }),
  }
}
