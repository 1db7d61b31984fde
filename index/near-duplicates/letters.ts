/**
 * What a UTF-16 code unit is to a reader of words, looked up once and remembered: a letter without its
 * accent and case, a digit, a mark that words skip, or what stands between words.
 */

/** Bits above the code of the folded letter. */
export const LETTER = 0x1_0000
export const CAPITAL = 0x2_0000
export const DIGIT = 0x4_0000
/** A combining mark, a soft hyphen, a zero-width space: no part of the word and no end of it. */
export const SKIPPED = 0x8_0000
/** A ligature: `unfolded` has its letters. */
export const LIGATURE = 0x10_0000
const KNOWN = 0x20_0000

export const CODE = 0xffff

const known = new Int32Array(0x1_0000)
const ligatures = new Map<number, readonly number[]>()

/** The bits of a code unit, with its folded letter in the lowest sixteen. */
export function letterOf(code: number): number {
  return known[code] || learn(code)
}

/** The letters that a ligature stands for. */
export const unfolded = (code: number): readonly number[] => ligatures.get(code) ?? []

function learn(code: number): number {
  const found = KNOWN | classify(String.fromCharCode(code), code)
  known[code] = found
  return found
}

/** Letters that no compatibility form takes apart. */
const APART: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' }

function classify(written: string, code: number): number {
  if (/[\p{M}\p{Cf}]/u.test(written)) return SKIPPED
  if (/\p{Nd}/u.test(written)) return DIGIT | (written.normalize('NFKD').codePointAt(0) ?? code)
  if (!/[\p{L}\p{N}]/u.test(written)) return 0
  const lower = written.toLowerCase()
  const letters = (APART[lower] ?? lower).normalize('NFKD').replace(/\p{M}/gu, '')
  const capital = written === lower ? 0 : CAPITAL
  if (letters.length > 1) {
    ligatures.set(
      code,
      Array.from(letters, (letter) => letter.charCodeAt(0)),
    )
    return LETTER | LIGATURE | capital
  }
  return LETTER | capital | (letters.length === 0 ? code : letters.charCodeAt(0))
}
