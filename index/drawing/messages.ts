/** What whoever draws pages and its child process say to each other. */
import * as z from 'zod'
import type { Input } from '../readers/reading.ts'
import type { Span } from '../span.ts'

export interface DrawTask extends Input {
  /** From 1. */
  readonly page: number
  /** The page's text as its document has it. */
  readonly text: string
  /** Stretches of it that are marked. */
  readonly spans: readonly Span[]
}

const size = z.number().positive().max(1e5)
const place = z.number().min(-1e5).max(1e5)

const Head = z.object({
  /** Of the page, in points. */
  width: size,
  height: size,
  marks: z.array(
    z.object({
      left: place,
      right: place,
      top: place,
      bottom: place,
      start: z.int().nonnegative(),
      end: z.int().nonnegative(),
    }),
  ),
  whole: z.boolean(),
})
export type Head = z.infer<typeof Head>

const LENGTH = 4

/** The head's length, the head as JSON, the picture. */
export function pack(head: Head, picture: Uint8Array): Uint8Array {
  const json = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(LENGTH)
  length.writeUInt32LE(json.length)
  return Buffer.concat([length, json, picture])
}

/** Nothing for what is no page: a child that was taken over could send anything. */
export function unpack(parcel: Uint8Array): { head: Head; picture: Uint8Array } | undefined {
  const bytes = Buffer.from(parcel.buffer, parcel.byteOffset, parcel.byteLength)
  if (bytes.length < LENGTH) return undefined
  const end = LENGTH + bytes.readUInt32LE()
  const picture = bytes.subarray(end)
  if (!isWebp(picture)) return undefined
  try {
    const json: unknown = JSON.parse(bytes.toString('utf8', LENGTH, end))
    const { data } = Head.safeParse(json)
    return data && { head: data, picture }
  } catch {
    return undefined
  }
}

const isWebp = (bytes: Buffer): boolean =>
  bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'
