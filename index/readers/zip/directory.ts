/** The directory at the end of a zip archive: which entries there are, and where their bytes begin. */
import { Unreadable } from '../reading.ts'

export interface Entry {
  /** 0 is stored, 8 deflated. */
  readonly method: number
  readonly encrypted: boolean
  readonly crc: number
  /** Where the packed bytes begin, and how many they are. */
  readonly start: number
  readonly size: number
}

const MOST_ENTRIES = 10_000
const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
/** Stands for a number that only the 64-bit record holds. */
const IN_64 = 0xffffffff

/** By name, the last of two alike; folders and names that lead out of the archive are left out. */
export function readDirectory(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return readEntries(bytes, view)
  } catch (error) {
    // An offset beyond the end: the archive was cut short.
    if (error instanceof RangeError) throw cutShort()
    throw error
  }
}

function readEntries(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  const { count, offset } = findDirectory(view)
  if (count > MOST_ENTRIES)
    throw new Unreadable(`holds ${count} files, which no document does; unpack it first`)
  const entries = new Map<string, Entry>()
  let at = offset
  for (let done = 0; done < count; done++) {
    if (view.getUint32(at, true) !== ENTRY) throw cutShort()
    const flags = view.getUint16(at + 8, true)
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const nameEnd = at + 46 + nameLength
    const name = nameOf(bytes.subarray(at + 46, nameEnd), (flags & 0x800) !== 0)
    const { size, local } = placeOf(view, at, nameEnd, nameEnd + extraLength)
    if (isInside(name))
      entries.set(name, {
        method: view.getUint16(at + 10, true),
        encrypted: (flags & 1) !== 0,
        crc: view.getUint32(at + 16, true),
        start: contentsAt(view, local),
        size,
      })
    at = nameEnd + extraLength + view.getUint16(at + 32, true)
  }
  return entries
}

/** The record stands at the very end, before a comment of at most 65,535 bytes. */
function findDirectory(view: DataView): { count: number; offset: number } {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END) continue
    const count = view.getUint16(at + 10, true)
    const offset = view.getUint32(at + 16, true)
    const is64 = at >= 20 && view.getUint32(at - 20, true) === LOCATOR_64
    if (!is64 || (count !== 0xffff && offset !== IN_64)) return { count, offset }
    const record = Number(view.getBigUint64(at - 12, true))
    if (view.getUint32(record, true) !== END_64) throw cutShort()
    return {
      count: Number(view.getBigUint64(record + 32, true)),
      offset: Number(view.getBigUint64(record + 48, true)),
    }
  }
  throw cutShort()
}

/** Packed size and offset of the entry's own header, from its 64-bit field where they are there. */
function placeOf(
  view: DataView,
  at: number,
  extraStart: number,
  extraEnd: number,
): { size: number; local: number } {
  const inflated = view.getUint32(at + 24, true)
  let size = view.getUint32(at + 20, true)
  let local = view.getUint32(at + 42, true)
  if (size !== IN_64 && local !== IN_64) return { size, local }
  for (let field = extraStart; field + 4 <= extraEnd;) {
    let value = field + 4
    const next = value + view.getUint16(field + 2, true)
    if (view.getUint16(field, true) === 1) {
      if (inflated === IN_64) value += 8
      if (size === IN_64) {
        size = Number(view.getBigUint64(value, true))
        value += 8
      }
      if (local === IN_64) local = Number(view.getBigUint64(value, true))
      break
    }
    field = next
  }
  return { size, local }
}

/** The lengths in the entry's own header may differ from those in the directory. */
function contentsAt(view: DataView, local: number): number {
  if (view.getUint32(local, true) !== LOCAL) throw cutShort()
  return local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
}

const nameOf = (bytes: Uint8Array, utf8: boolean): string =>
  new TextDecoder(utf8 ? 'utf-8' : 'latin1').decode(bytes)

const isInside = (name: string): boolean =>
  name !== '' &&
  !name.endsWith('/') &&
  !/^[/\\]|^[a-z]:|\\/iu.test(name) &&
  !name.split('/').includes('..')

const cutShort = (): Unreadable =>
  new Unreadable('is damaged or was cut short; get it again, or open it and save it again')
