import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { columnsIn, columnsOf, columnsOfFile } from '../../index/snapshot/column-sources.ts'
import { ColumnReader, ColumnWriter } from '../../index/snapshot/columns.ts'

const texts = fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 30 })

describe('columns', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'columns-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  /** What was written, as it is read from each of the places where it may be. */
  function readEach<T>(
    parts: readonly Uint8Array[],
    mostBytes: number,
    read: (from: ColumnReader) => T,
  ): T[] {
    const path = join(folder, 'columns')
    writeFileSync(path, Buffer.concat([Buffer.from('head'), ...parts]))
    const file = openSync(path, 'r')
    try {
      return [
        columnsOf(Buffer.concat(parts)),
        columnsIn(parts),
        columnsOfFile(file, 4, statSync(path).size),
      ].map((next) => read(new ColumnReader(next, mostBytes)))
    } finally {
      closeSync(file)
    }
  }

  it('give texts back, in however many columns they were', () => {
    fc.assert(
      fc.property(texts, texts, fc.integer({ min: 1, max: 100 }), (one, other, mostBytes) => {
        const writer = new ColumnWriter(mostBytes)
        writer.texts(one)
        writer.numbers([7])
        writer.texts(other)
        const [largest = 0] = writer.parts
          .map(({ byteLength }) => byteLength)
          .toSorted((a, b) => b - a)
        const longest = Math.max(0, ...[...one, ...other].map(({ length }) => length * 2))
        const numbers = Math.max(one.length, other.length) * 4
        expect(largest).toBeLessThanOrEqual(Math.max(mostBytes, longest, numbers, 8))
        for (const back of readEach(writer.parts, mostBytes, (from) => [
          from.texts(),
          [...from.numbers()],
          from.texts(),
        ]))
          expect(back).toEqual([one, [7], other])
      }),
      { seed: 20_220_327 },
    )
  })

  it.each([0, 1, 4096, 4097, 10_000])('give a list of %s values back', (length) => {
    const values = Array.from({ length }, (_, at) => ({ at, text: `value ${at}` }))
    const writer = new ColumnWriter()
    writer.list(values)
    writer.json('behind')
    for (const back of readEach(writer.parts, 100, (from) => [from.list(), from.json()]))
      expect(back).toEqual([values, 'behind'])
  })

  it('say that they are cut short, wherever that is', () => {
    const writer = new ColumnWriter(16)
    writer.texts(['one and a half', 'another', 'the last of them'])
    const bytes = Buffer.concat(writer.parts)
    const path = join(folder, 'cut')
    for (let length = 0; length < bytes.byteLength; length++) {
      writeFileSync(path, bytes.subarray(0, length))
      const file = openSync(path, 'r')
      for (const next of [columnsOf(bytes.subarray(0, length)), columnsOfFile(file, 0, length)])
        expect(() => new ColumnReader(next, 16).texts()).toThrow(RangeError)
      closeSync(file)
    }
  })
})
