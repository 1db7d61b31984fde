/** Hashes of 32 bits: of words, letter by letter, and of words in a row. */

export const START = 0x811c_9dc5

/** FNV-1a, a code unit at a time. */
export const add = (hash: number, code: number): number => Math.imul(hash ^ code, 0x0100_0193)

/** One more word of a row; what comes earlier weighs otherwise than what comes later. */
export const chain = (hash: number, word: number): number => {
  const mixed = Math.imul(hash ^ Math.imul(word, 0xcc9e_2d51), 0x1b87_3593)
  return (mixed << 13) | (mixed >>> 19)
}

/** Spreads a hash evenly over all 32 bits, so that the smallest of many are a fair sample. */
export const finish = (hash: number): number => {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** Of a word in folded letters. */
export function hashOf(word: string): number {
  let hash = START
  for (let at = 0; at < word.length; at++) hash = add(hash, word.charCodeAt(at))
  return hash >>> 0
}
