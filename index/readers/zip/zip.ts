/**
 * Zip archives, which DOCX, EPUB and XLSX are: entries are inflated only when they are asked for, and
 * what comes out is counted while it comes. No size that the archive states is believed.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { type Entry, readDirectory } from './directory.ts'
import { Unreadable } from '../reading.ts'

/** What an archive may cost; documents of people stay far below. */
const MOST_BYTES = 64e6
const MOST_BYTES_OF_ALL = 200e6
/** Text shrinks to a twentieth; a bomb to a thousandth. Small entries may shrink as they like. */
const RATIO = 250
const SMALL = 2e6

export class Zip {
  readonly #bytes: Uint8Array
  readonly #entries: ReadonlyMap<string, Entry>
  /** Bytes that may still be inflated. */
  #left = MOST_BYTES_OF_ALL

  /** @throws Unreadable when it is damaged, encrypted or has too many entries */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#entries = readDirectory(bytes)
  }

  /** Names as the archive has them, in its order; folders and names that lead out of it left out. */
  get names(): readonly string[] {
    return [...this.#entries.keys()]
  }

  /**
   * The contents of an entry; `undefined` where there is none.
   * @throws Unreadable when the entry is damaged, encrypted or inflates too far
   */
  read(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name)
    if (entry === undefined) return undefined
    if (entry.encrypted)
      throw new Unreadable('is locked with a password; take the password off and save it again')
    const contents = this.#inflate(name, entry)
    this.#left -= contents.length
    if (crc32(contents) !== entry.crc) throw damaged(name)
    return contents
  }

  #inflate(name: string, { method, start, size }: Entry): Uint8Array {
    const packed = this.#bytes.subarray(start, start + size)
    if (packed.length < size) throw damaged(name)
    const limit = Math.min(MOST_BYTES, this.#left, Math.max(SMALL, packed.length * RATIO))
    if (method === 0) {
      if (packed.length > limit) throw tooLarge(name)
      return packed
    }
    if (method !== 8)
      throw new Unreadable('is packed in an uncommon way; open it and save it again')
    try {
      return inflateRawSync(packed, { maxOutputLength: limit })
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      throw code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(name) : damaged(name)
    }
  }
}

const damaged = (name: string): Unreadable =>
  new Unreadable(`is damaged at ${name}; get it again, or open it and save it again`)

const tooLarge = (name: string): Unreadable =>
  new Unreadable(`unpacks to too much at ${name}; split it, or save it as text`)
