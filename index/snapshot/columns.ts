/**
 * Columns of numbers and text one after another, read back in the order they were written: what a
 * snapshot is made of. Numbers are little-endian, as on every machine that Node runs on.
 */

import { columnsOf, type NextColumn } from './column-sources.ts'

/** Characters that take more than a byte. */
const WIDE = /[\u0100-\uFFFF]/
/** Texts of so many bytes are one column: a single one of all may be more than is read at once. */
const MOST_IN_COLUMN = 2 ** 28
/** So many values are one text of JSON: that of all may be longer than a text can be. */
const MOST_IN_LIST = 4096

export class ColumnWriter {
  readonly #parts: Uint8Array[] = []
  readonly #mostBytes: number

  /** @param mostBytes of a column of texts; its reader must be told the same */
  constructor(mostBytes = MOST_IN_COLUMN) {
    this.#mostBytes = mostBytes
  }

  /** All that was written, in pieces. */
  get parts(): readonly Uint8Array[] {
    return this.#parts
  }

  /** Whole numbers from 0 to 2³² - 1. */
  numbers(values: Uint32Array | readonly number[]): void {
    const { buffer, byteOffset, byteLength } =
      values instanceof Uint32Array ? values : Uint32Array.from(values)
    this.#bytes(new Uint8Array(buffer, byteOffset, byteLength))
  }

  floats({ buffer, byteOffset, byteLength }: Float64Array): void {
    this.#bytes(new Uint8Array(buffer, byteOffset, byteLength))
  }

  /** @param value anything that JSON keeps */
  json(value: unknown): void {
    this.#bytes(Buffer.from(JSON.stringify(value), 'utf8'))
  }

  /** Each text in one byte a character when it can be. */
  texts(values: readonly string[]): void {
    const encodings = values.map((text) => (WIDE.test(text) ? 2 : 1))
    const lengths = values.map((text) => text.length)
    this.numbers(lengths)
    this.numbers(encodings)
    for (const { from, to, bytes } of groupsOf(lengths, encodings, this.#mostBytes)) {
      const group = Buffer.allocUnsafe(bytes)
      let at = 0
      for (let index = from; index < to; index++)
        at += group.write(values[index] ?? '', at, encodings[index] === 2 ? 'utf16le' : 'latin1')
      this.#bytes(group)
    }
  }

  /** @param values each anything that JSON keeps; of any number */
  list(values: readonly unknown[]): void {
    if (values.length <= MOST_IN_LIST) {
      this.json(values)
      return
    }
    this.json({ values: values.length })
    for (let from = 0; from < values.length; from += MOST_IN_LIST)
      this.json(values.slice(from, from + MOST_IN_LIST))
  }

  #bytes(value: Uint8Array): void {
    const length = Buffer.allocUnsafe(8)
    length.writeDoubleLE(value.byteLength)
    this.#parts.push(length, value)
  }
}

/** @throws RangeError when there is less than was asked for */
export class ColumnReader {
  readonly #next: NextColumn
  readonly #mostBytes: number

  constructor(from: Buffer | NextColumn, mostBytes = MOST_IN_COLUMN) {
    this.#next = typeof from === 'function' ? from : columnsOf(from)
    this.#mostBytes = mostBytes
  }

  numbers(): Uint32Array<ArrayBuffer> {
    const from = this.#next()
    const values = new Uint32Array(from.byteLength / 4)
    new Uint8Array(values.buffer).set(from)
    return values
  }

  floats(): Float64Array<ArrayBuffer> {
    const from = this.#next()
    const values = new Float64Array(from.byteLength / 8)
    new Uint8Array(values.buffer).set(from)
    return values
  }

  json(): unknown {
    return JSON.parse(this.#next().toString('utf8'))
  }

  texts(): string[] {
    const lengths = this.numbers()
    const encodings = this.numbers()
    const texts: string[] = []
    for (const { from, to } of groupsOf(lengths, encodings, this.#mostBytes)) {
      const group = this.#next()
      let at = 0
      for (let index = from; index < to; index++) {
        const wide = encodings[index] === 2
        const end = at + (lengths[index] ?? 0) * (wide ? 2 : 1)
        texts.push(group.toString(wide ? 'utf16le' : 'latin1', at, end))
        at = end
      }
    }
    return texts
  }

  list(): readonly unknown[] {
    const first = this.json()
    if (Array.isArray(first)) return first
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by `list`; who keeps the columns vouches for them
    const { values: count } = first as { values: number }
    const values: unknown[] = []
    while (values.length < count) {
      const more = this.json()
      if (!Array.isArray(more) || more.length === 0) throw new RangeError('a list is cut short')
      for (const one of more) values.push(one)
    }
    return values
  }
}

/** Which texts stand in which column, and its bytes. One that is longer has a column of its own. */
function groupsOf(
  lengths: ArrayLike<number>,
  encodings: ArrayLike<number>,
  mostBytes: number,
): { readonly from: number; readonly to: number; readonly bytes: number }[] {
  const groups = []
  let [from, bytes] = [0, 0]
  for (let at = 0; at < lengths.length; at++) {
    const own = (lengths[at] ?? 0) * (encodings[at] === 2 ? 2 : 1)
    if (at > from && bytes + own > mostBytes) {
      groups.push({ from, to: at, bytes })
      from = at
      bytes = 0
    }
    bytes += own
  }
  return [...groups, { from, to: lengths.length, bytes }]
}

/** Numbers that are taken one after another. */
export class Cursor {
  readonly #numbers: Uint32Array
  #at = 0

  constructor(numbers: Uint32Array) {
    this.#numbers = numbers
  }

  /** @throws RangeError when none is left */
  next(): number {
    const number = this.#numbers[this.#at++]
    if (number === undefined) throw new RangeError('the columns are cut short')
    return number
  }
}
