/** Numbers with letters, slashes or other numbers stuck to them: codes, addresses, telephone numbers. */
import { exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import { CONJUNCTION, PREPOSITION } from '../numbers/lexicon.ts'
import type { Found } from '../numbers/read-one.ts'
import type { Token } from '../numbers/tokens.ts'

const ORDINAL_ENDINGS = exactly(phrases('refused', 'ordinalEndings'))

/** Units and the like that may stand right after digits. */
const GLUED = exactly(phrases('refused', 'glued'))

/** Letters stand right before or after it: G5, 8E, COVID-19, 39955793@N07. */
export function isGlued(tokens: readonly Token[], found: Found): boolean {
  const first = tokens[found.first]
  const before = tokens[found.first - 1]
  if (first === undefined) return true
  if (before !== undefined && !first.spaced && found.currency?.edge !== found.first - 1) {
    if (before.kind === 'word') {
      // "n=40" is another matter; "between30" is a slip of the typist.
      return !(before.classes & (PREPOSITION | CONJUNCTION)) || before.text.length < 3
    }
    if ('-‑'.includes(before.text) && !before.spaced) {
      const word = tokens[found.first - 2]
      if (word?.kind === 'word' && !(before.spaced || word.lower === 'mid'))
        return found.figure.plain
      if (word?.lower === 'mid') return true
      if (word?.kind === 'number') return true
    }
    if ('@#_/\\&~^'.includes(before.text)) return slashed(tokens, found.first - 1)
    if (before.text === '.' && !before.spaced) {
      const word = tokens[found.first - 2]
      if (word?.kind === 'word' && !before.spaced) return true
    }
  }
  const last = tokens[found.last - 1]
  const after = tokens[found.last]
  if (last === undefined || after === undefined || after.spaced || last.kind !== 'number')
    return false
  if (after.kind === 'word' && after.text.length === 1 && !/^[mM]$/u.test(after.text)) {
    // "24703L202" is a code.
    const next = tokens[found.last + 1]
    if (next?.kind === 'number' && !next.spaced) return true
  }
  if (after.kind === 'word')
    return !GLUED.test(after.lower) && found.currency === undefined && !known(after)
  if ('@_\\'.includes(after.text)) return true
  if (after.text === '/' || after.text === '-') {
    const next = tokens[found.last + 1]
    if (next === undefined || next.spaced) return false
    if (next.kind === 'number') return found.figure.plain && !found.percent && after.text === '-'
  }
  return false
}

/** A word of several letters that the text has run together with its number: "60households". */
const known = (token: Token): boolean => token.text.length > 3 && !ORDINAL_ENDINGS.test(token.lower)

/** A slash before it: an address or a code, unless a whole number or a unit stands before: "139/60 m3". */
function slashed(tokens: readonly Token[], at: number): boolean {
  const slash = tokens[at]
  if (slash === undefined || slash.text !== '/') return true
  const before = tokens[at - 1]
  if (before === undefined || slash.spaced) return false
  if (before.kind === 'number') return true
  return before.kind === 'mark' || tokens[at - 2]?.text === '.' || tokens[at - 2]?.text === '/'
}

/** A row of four or more bare numbers: a telephone number, a line of a table without its words. */
function inRow(tokens: readonly Token[], found: Found): boolean {
  if (found.figure.form !== 'digits') return false
  let from = found.first
  let to = found.last
  while (
    found.first - from < 4 &&
    tokens[from - 1]?.kind === 'number' &&
    tokens[from]?.spaced === true
  )
    from--
  while (to - found.last < 4 && tokens[to]?.kind === 'number' && tokens[to]?.spaced === true) to++
  return to - from >= 4 && (to > found.last || from < found.first)
}

/** Telephone numbers, versions, resolutions; rows of figures without a word. */
export function isCode(tokens: readonly Token[], found: Found): boolean {
  if (inRow(tokens, found)) return true
  const before = tokens[found.first - 1]
  const after = tokens[found.last]
  if (before?.text === '#' || before?.text === '+') return before.spaced || found.figure.value > 999
  if (before?.text === '°' || before?.text === '№') return true
  const slash = before?.text === '/' && !before.spaced && tokens[found.first]?.spaced === false
  if (slash && tokens[found.first - 2]?.kind !== 'word') return true
  if (after?.text === '/' && !after.spaced) {
    const next = tokens[found.last + 1]
    if (next?.kind === 'number' && !next.spaced) return true
  }
  if (/^['’]$/u.test(before?.text ?? '') && tokens[found.first]?.spaced === false) return true
  if (after !== undefined && /^['’]?s$/u.test(after.lower) && !after.spaced) return true
  return /^['’]$/u.test(after?.text ?? '') && tokens[found.last + 1]?.lower === 's'
}
