/**
 * Columns of numbers and text one after another, read back in the order they were written: what a
 * snapshot is made of. Numbers are little-endian, as on every machine that Node runs on.
 */

/** Characters that take more than a byte. */
const WIDE = /[\u0100-\uFFFF]/

export class ColumnWriter {
  readonly #parts: Uint8Array[] = []

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
    const all = Buffer.allocUnsafe(
      lengths.reduce((sum, length, at) => sum + length * (encodings[at] ?? 1), 0),
    )
    let at = 0
    for (const [index, text] of values.entries())
      at += all.write(text, at, encodings[index] === 2 ? 'utf16le' : 'latin1')
    this.numbers(lengths)
    this.numbers(encodings)
    this.#bytes(all)
  }

  #bytes(value: Uint8Array): void {
    const length = Buffer.allocUnsafe(8)
    length.writeDoubleLE(value.byteLength)
    this.#parts.push(length, value)
  }
}

/** @throws RangeError when there is less than was asked for */
export class ColumnReader {
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
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
    const all = this.#next()
    const texts: string[] = []
    let at = 0
    for (let index = 0; index < lengths.length; index++) {
      const wide = encodings[index] === 2
      const end = at + (lengths[index] ?? 0) * (wide ? 2 : 1)
      texts.push(wide ? all.toString('utf16le', at, end) : all.toString('latin1', at, end))
      at = end
    }
    return texts
  }

  /** A view: what is kept must be copied from it. */
  #next(): Buffer {
    const start = this.#at + 8
    const length = this.#bytes.readDoubleLE(this.#at)
    if (!(length >= 0) || start + length > this.#bytes.byteLength)
      throw new RangeError('the columns are cut short')
    this.#at = start + length
    return this.#bytes.subarray(start, this.#at)
  }
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
