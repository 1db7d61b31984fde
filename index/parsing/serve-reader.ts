/** What a child process that reads files answers: the documents of each, packed. */
import type { ReadResult } from '../readers/read.ts'
import type { Input } from '../readers/reading.ts'
import { pack } from './parcel.ts'
import { serve } from './serve.ts'

/** @param read what makes documents of a file; may do anything to this process */
export function serveReader(read: (input: Input) => Promise<ReadResult>): void {
  serve(async (input, largest) => {
    const result = await read(input)
    if (result.documents === undefined) return { reason: result.reason }
    return pack(result, largest) ?? { reason: tooMuch(largest) }
  })
}

const tooMuch = (largest: number): string =>
  `holds more than ${Math.round(largest / 1e6)} MB of text and figures; split it`
