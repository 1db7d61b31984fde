/** Where columns are read from, one after another: each is its length in bytes and then these. */
import { readSync } from 'node:fs'

/** The next column, to be read only; RangeError where none is left, or it is cut short. */
export type NextColumn = () => Buffer

/** A length is a number of eight bytes. */
const LENGTH = 8
/** No system call reads more than this. */
const MOST_AT_ONCE = 2 ** 30

export function columnsOf(bytes: Buffer): NextColumn {
  let at = 0
  return () => {
    const start = at + LENGTH
    const length = start > bytes.byteLength ? Number.NaN : bytes.readDoubleLE(at)
    refuseCut(length, start, bytes.byteLength)
    at = start + length
    return bytes.subarray(start, at)
  }
}

/** @param parts as a writer has them */
export function columnsIn(parts: readonly Uint8Array[]): NextColumn {
  let at = 0
  return () => {
    const part = parts[at + 1]
    if (part === undefined) throw new RangeError('the columns are cut short')
    at += 2
    return Buffer.from(part.buffer, part.byteOffset, part.byteLength)
  }
}

/** A column at a time, so that a file of any size is read in little memory. @param start to `end`, in bytes */
export function columnsOfFile(file: number, start: number, end: number): NextColumn {
  let at = start
  return () => {
    const from = at + LENGTH
    const length = from > end ? Number.NaN : read(file, at, LENGTH).readDoubleLE()
    refuseCut(length, from, end)
    at = from + length
    return read(file, from, length)
  }
}

function read(file: number, from: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length)
  for (let got = 0; got < length;) {
    const count = readSync(file, bytes, got, Math.min(length - got, MOST_AT_ONCE), from + got)
    if (count === 0) throw new RangeError('the columns are cut short')
    got += count
  }
  return bytes
}

function refuseCut(length: number, start: number, end: number): void {
  if (!(length >= 0) || start + length > end) throw new RangeError('the columns are cut short')
}
