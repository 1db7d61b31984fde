/** What every reader promises, whatever its format. Its test calls `testReader`. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../index/clean/blocks.ts'
import type { Document } from '../../index/document.ts'
import { outlines } from '../../index/passages.ts'
import { formatOf } from '../../index/readers/formats.ts'
import { type ReadResult, readFile } from '../../index/readers/read.ts'
import type { Readings } from '../../index/readers/reading.ts'
import { expectVerbatim, oneLine, original } from '../index/reading.ts'

export interface ReaderSample {
  /** With the ending of its format. */
  readonly name: string
  /**
   * A file of the format, the same every time. Where the format can refer to other files or hold
   * scripts, it refers to `address`, in every way it has, and its scripts would fetch it.
   */
  readonly make: (address: string) => Uint8Array | Promise<Uint8Array>
  /** Sentences and rows of the file that can be quoted, in order. */
  readonly says: readonly string[]
  /** Damaged files tried; fewer for a reader that takes its time. */
  readonly runs: number
}

const NOWHERE = 'http://127.0.0.1:9/'

export function testReader(format: string, { name, make, says, runs }: ReaderSample): void {
  describe(`the reader of ${format} keeps the contract of readers`, () => {
    const read = async (): Promise<readonly Document[]> =>
      documentsOf(await readFile({ name, bytes: await make(NOWHERE) }))

    it('is chosen for its file by content or name', async () => {
      const chosen = formatOf({ name, bytes: await make(NOWHERE) })
      expect(chosen).toMatchObject({ format: { name: format } })
      expect(chosen).not.toHaveProperty('note')
    })

    it('keeps blocks and places inside the text and in order', async () => {
      for (const { text, bodyStart, blocks, places } of (await readings(name, make)).readings) {
        expect(bodyStart).toBeLessThanOrEqual(text.length)
        // A row that names columns is a heading and can be quoted as well.
        const isHeading = ({ kind }: Block): boolean => kind === 'heading'
        expectInOrder(blocks.filter(isHeading), text.length)
        expectInOrder(
          blocks.filter((block) => !isHeading(block)),
          text.length,
        )
        const firsts = blocks.flatMap(({ spans }) => spans[0]?.start ?? [])
        expect(firsts).toEqual([...firsts].sort((x, y) => x - y))
        const starts = places.map(({ start }) => start)
        expect(starts).toEqual([...starts].sort((a, b) => a - b))
        expect(starts.at(-1) ?? 0).toBeLessThanOrEqual(text.length)
        for (const { label } of places) expect(label.trim()).not.toBe('')
      }
    })

    it('gives quotes that are slices of the text', async () => {
      const quotes: string[] = []
      for (const document of await read()) {
        expectVerbatim(document)
        for (const { sentences } of outlines(document))
          for (const sentence of sentences) quotes.push(original(document, sentence))
      }
      expect(quotes.map(oneLine)).toEqual(expect.arrayContaining([...says]))
      const found = says.map((sentence) => quotes.map(oneLine).indexOf(sentence))
      expect(found).toEqual([...found].sort((a, b) => a - b))
    })

    it('reads the same bytes to the same documents, and leaves them as they are', async () => {
      const bytes = await make(NOWHERE)
      const copy = Uint8Array.from(bytes)
      // Bytes out of the midst of a larger buffer, as a pool of buffers gives them.
      const within = new Uint8Array(bytes.length + 20).fill(7)
      within.set(bytes, 13)
      const first = await readFile({ name, bytes })
      expect(Buffer.compare(bytes, copy)).toBe(0)
      expect(await readFile({ name, bytes: copy })).toEqual(first)
      expect(await readFile({ name, bytes: within.subarray(13, 13 + bytes.length) })).toEqual(first)
    })

    it('fetches nothing and runs nothing', async () => {
      let hits = 0
      const server = createServer((_request, response) => {
        hits++
        response.end()
      }).listen(0, '127.0.0.1')
      await once(server, 'listening')
      const address = server.address()
      const port = typeof address === 'object' ? address?.port : undefined
      const result = await readFile({ name, bytes: await make(`http://127.0.0.1:${port}/`) })
      documentsOf(result)
      await new Promise((resolve) => {
        setTimeout(resolve, 100)
      })
      server.close()
      expect(hits).toBe(0)
    })

    it('gives documents or a reason for damaged bytes', async () => {
      const bytes = await make(NOWHERE)
      await expect(expectAll(damage(bytes), name, runs)).resolves.toBeUndefined()
    })

    it('gives documents or a reason for any bytes under its name', async () => {
      const bytes = fc.uint8Array({ maxLength: 400 })
      await expect(expectAll(bytes, name, runs)).resolves.toBeUndefined()
    })
  })
}

function expectInOrder(blocks: readonly Block[], length: number): void {
  const offsets = blocks.flatMap(({ spans }) => spans.flatMap(({ start, end }) => [start, end]))
  expect(offsets).toEqual([...offsets].sort((x, y) => x - y))
  expect(offsets[0] ?? 0).toBeGreaterThanOrEqual(0)
  expect(offsets.at(-1) ?? 0).toBeLessThanOrEqual(length)
}

/** Reads bytes that may be no such file: never throws, and what is quoted is in the text. */
export const expectAll = (
  files: fc.Arbitrary<Uint8Array>,
  name: string,
  runs: number,
): Promise<void> =>
  fc.assert(
    fc.asyncProperty(files, async (bytes) => {
      const result = await readFile({ name, bytes })
      if (result.documents === undefined) expectMend(result.reason)
      else for (const document of result.documents) expectVerbatim(document)
    }),
    { numRuns: runs },
  )

/** A sentence for a person: what is wrong, then what to do. */
export function expectMend(reason: string): void {
  expect(reason).toMatch(/^[^\n]{5,}[;:,] [^\n]{8,}$/u)
  expect(reason).not.toMatch(/\[object|undefined|\bat \S+:\d+|\bnull\b/u)
  expect(reason.length).toBeLessThan(400)
}

/** Cut short, or with bytes changed; often near the ends, where formats keep what they rest on. */
export function damage(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const near = Math.min(200, bytes.length - 1)
  const at = fc.oneof(
    fc.nat(bytes.length - 1),
    fc.nat(near),
    fc.nat(near).map((back) => bytes.length - 1 - back),
  )
  const changed = fc
    .array(fc.tuple(at, fc.nat(255)), { minLength: 1, maxLength: 8 })
    .map((changes) => {
      const copy = Uint8Array.from(bytes)
      for (const [offset, byte] of changes) copy[offset] = byte
      return copy
    })
  return fc.oneof(
    at.map((end) => bytes.slice(0, end)),
    at.map((start) => bytes.slice(start)),
    changed,
  )
}

async function readings(name: string, make: ReaderSample['make']): Promise<Readings> {
  const input = { name, bytes: await make(NOWHERE) }
  const chosen = formatOf(input)
  if ('reason' in chosen) throw new Error(chosen.reason)
  const result = await chosen.format.read(input)
  if ('reason' in result) throw new Error(result.reason)
  return result
}

function documentsOf(result: ReadResult): readonly Document[] {
  if (result.documents === undefined) throw new Error(result.reason)
  return result.documents
}
