/** What the makers of harmful files share. */
import { constants, deflateRawSync } from 'node:zlib'

export interface Bomb {
  /** What is wrong with it, in words. */
  readonly about: string
  /** With the ending of its format. */
  readonly name: string
  readonly make: () => Uint8Array
}

export const bomb = (name: string, about: string, make: () => Uint8Array | string): Bomb => ({
  about,
  name,
  make: () => {
    const made = make()
    return typeof made === 'string' ? Buffer.from(made) : made
  },
})

/**
 * `block` over and over, deflated, at the cost of deflating it once. A block reaches back into nothing
 * before it, so it can stand any number of times.
 */
export function deflatedRepeat(block: string, times: number): Buffer {
  const once = deflateRawSync(block, { finishFlush: constants.Z_FULL_FLUSH, level: 9 })
  return Buffer.concat([...Array.from({ length: times }, () => once), Buffer.of(3, 0)])
}

/** As a zlib stream, whose checksum is wrong: whoever checks it has inflated everything by then. */
export const zlibRepeat = (block: string, times: number): Buffer =>
  Buffer.concat([Buffer.of(0x78, 0xda), deflatedRepeat(block, times), Buffer.alloc(4)])

const MEGABYTE = 1_000_000

/** About a megabyte of `text`. */
export const megabyteOf = (text: string): string => text.repeat(Math.ceil(MEGABYTE / text.length))
