import { deflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Unreadable } from '../../../index/readers/reading.ts'
import { Zip } from '../../../index/readers/zip/zip.ts'
import { zip } from '../../support/office.ts'
import { damage } from '../../support/reader-contract.ts'

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString()

/** An archive of one deflated entry, its header's sizes and marks as asked for. */
function archive(
  contents: Uint8Array,
  { size = contents.length, flags = 0, method = 8, name = 'a' } = {},
): Uint8Array {
  const packed = deflateRawSync(contents)
  const bytes = Buffer.from(zip({ [name]: contents }))
  const entry = bytes.indexOf('PK\u0001\u0002', 0, 'latin1')
  for (const at of [0, entry + 2]) {
    bytes.writeUInt16LE(flags, at + 6)
    bytes.writeUInt16LE(method, at + 8)
    bytes.writeUInt32LE(size, at + 22)
  }
  expect(packed.length).toBeGreaterThan(0)
  return bytes
}

describe('an archive', () => {
  it('gives the contents of its entries', () => {
    const one = new Zip(zip({ 'a/b.xml': 'wells', 'é.txt': 'river', empty: '' }))
    expect(one.names).toEqual(['a/b.xml', 'é.txt', 'empty'])
    expect([text(one.read('a/b.xml')), text(one.read('é.txt'))]).toEqual(['wells', 'river'])
    expect(one.read('empty')).toHaveLength(0)
    expect(one.read('b.xml')).toBeUndefined()
  })

  it('leaves folders and names that lead out of it out', () => {
    const names = ['../a', 'a/../../b', '/etc/a', 'C:/a', 'a\\b', 'folder/', 'a..b']
    expect(new Zip(zip(Object.fromEntries(names.map((name) => [name, ''])))).names).toEqual([
      'a..b',
    ])
  })

  it('counts what it inflates, whatever its headers say', () => {
    const bomb = new Uint8Array(30e6)
    for (const size of [10, 30e6, 0xfffffff0])
      expect(() => new Zip(archive(bomb, { size })).read('a')).toThrow('unpacks to too much at a;')
  })

  it('counts all entries together', () => {
    const noise = (seed: number): Uint8Array =>
      Uint8Array.from({ length: 4e5 }, (_, at) => ((at * 7919 + seed) % 251) ^ (at >> 9))
    const large = Object.fromEntries(
      Array.from({ length: 8 }, (_, at) => {
        const part = noise(at)
        const whole = new Uint8Array(30e6)
        for (let to = 0; to < whole.length; to += 4e6) whole.set(part, to)
        return [`part${at}`, whole]
      }),
    )
    const one = new Zip(zip(large))
    expect(() => {
      for (const name of one.names) one.read(name)
    }).toThrow('unpacks to too much at part6;')
  })

  it('says when it is locked, packed oddly, cut short or damaged', () => {
    const words = Buffer.from('The wells are dry. The wells are dry.')
    expect(() => new Zip(archive(words, { flags: 1 })).read('a')).toThrow('locked with a password')
    expect(() => new Zip(archive(words, { method: 99 })).read('a')).toThrow('uncommon way')
    const whole = zip({ a: words })
    expect(() => new Zip(whole.slice(0, -30))).toThrow('cut short')
    const changed = Uint8Array.from(whole)
    changed[36] = (changed[36] ?? 0) ^ 1
    expect(() => new Zip(changed).read('a')).toThrow('damaged at a')
  })

  it('is refused when it has more files than any document', () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`f${at}`, '']))
    expect(() => new Zip(zip(many))).toThrow('holds 10001 files')
  })

  it('throws nothing else, however it is damaged', () => {
    const whole = zip({ a: 'wells '.repeat(50), 'b/c': 'river' })
    fc.assert(
      fc.property(damage(whole), (bytes) => {
        const error = errorOf(bytes)
        expect(error === undefined || error instanceof Unreadable).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

/** What reading all of an archive throws. */
function errorOf(bytes: Uint8Array): unknown {
  try {
    const one = new Zip(bytes)
    for (const name of one.names) one.read(name)
    return undefined
  } catch (error) {
    return error
  }
}
