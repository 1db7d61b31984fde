/** Numbers that name a place or a thing: footnotes, items of a list, sections, camps. */
import { exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  MONTH,
  NUMBERED,
  NUMBER_WORD,
  PLURAL,
  PREPOSITION,
  PRONOUN,
  VERB,
} from '../numbers/lexicon.ts'
import type { Found } from '../numbers/read-one.ts'
import type { Token } from '../numbers/tokens.ts'

const AFTER_COMMA = exactly(phrases('refused', 'afterComma'))
const COUNTERS = exactly(phrases('refused', 'counters'))

const CLOSED = PREPOSITION | DETERMINER | PRONOUN | CONJUNCTION | AUXILIARY | VERB | ADVERB

/** Digits right after a word or the mark that closes it: `authorities,1`, `region.31`, `ended. 4 Despite`. */
export function isFootnote(tokens: readonly Token[], found: Found): boolean {
  const first = tokens[found.first]
  const before = tokens[found.first - 1]
  if (first === undefined || before === undefined || !found.figure.plain) return false
  if (first.spaced) {
    const next = tokens[found.last]
    if (found.figure.value > 199 || next?.kind !== 'word') return false
    if (before.text === ',') return AFTER_COMMA.test(next.lower)
    const begins = isClosed(next) || (next.classes & NUMBER_WORD) !== 0
    return before.text === '.' && next.capital && begins && (next.classes & PLURAL) === 0
  }
  if (found.figure.value > 999 || before.kind !== 'mark' || before.spaced) return false
  if (/^[.,;:!?”"’»)\]]$/u.test(before.text)) return tokens[found.first - 2] !== undefined
  return false
}

/** "1." or "2)" at the beginning of a line, "4.1 In the …", "(3)" before a word, a line of a footnote. */
export function isListMark(tokens: readonly Token[], found: Found): boolean {
  const first = tokens[found.first]
  const next = tokens[found.last]
  if (first === undefined) return false
  const before = tokens[found.first - 1]
  const opens = found.first === 0 || first.line || /^[•*▪◼●]$/u.test(before?.text ?? '')
  if (next === undefined) return opens && found.figure.plain && found.first > 0
  if (opens && found.figure.plain && found.figure.value < 1000) {
    if ((next.text === '.' || next.text === ')') && !next.spaced) {
      const after = tokens[found.last + 1]
      return after === undefined || after.spaced
    }
    if (next.text === ':' && !next.spaced) return true
    // "12 Source: …": the number of a footnote before a capital, at the beginning of a line.
    if (next.kind === 'word' && next.capital && found.first !== 0 && first.line)
      return isClosed(next) || found.figure.value < 100
    if (next.kind === 'word' && next.capital && isClosed(next)) return true
  }
  // "16.3 million Syrians" is a count; a section has no word of number.
  const section = found.last === found.first + 1 && /^\d{1,2}\.\d{1,2}$/u.test(first.text)
  if (section && next.capital && next.kind === 'word')
    return opens || before?.kind === 'mark' || (before?.capital === true && !isClosed(before))
  // "4 LASSA FEVER": the number of a heading in capitals.
  return found.first === 0 && shouted(next) && shouted(tokens[found.last + 1])
}

const shouted = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.text.length > 2 && token.text === token.text.toUpperCase()

export const isClosed = (token: Token): boolean => (token.classes & CLOSED) !== 0

const RANGES = exactly(phrases('refused', 'ranges'))
const JOINS = exactly(phrases('refused', 'joins'))

/** "Section 7008", "phases 3 and 4", "Camp 22", "No. 5", "Views : 37". */
export function isNumbered(tokens: readonly Token[], found: Found): boolean {
  if (found.figure.form !== 'digits' || found.figure.written >= 100_000) return false
  if (!found.figure.plain && found.figure.written >= 100) return false
  let at = found.first - 1
  let several = false
  for (let steps = 0; steps < 8; steps++) {
    const joint = tokens[at]
    if (joint === undefined || tokens[at - 1]?.kind !== 'number') break
    if (JOINS.test(joint.lower)) several = true
    else if (!RANGES.test(joint.lower)) break
    at -= 2
  }
  while (
    /^[.:°(#"“]$/u.test(tokens[at]?.text ?? '') ||
    (tokens[at]?.text === '-' && tokens[at]?.spaced === false)
  )
    at--
  const name = tokens[at]
  if (name?.kind !== 'word' || name.sentence !== tokens[found.first]?.sentence) return false
  // "phases 3 and 4", but "camp 3, 3 from camp 4".
  if (several && !name.lower.endsWith('s')) return false
  if ((name.classes & NUMBERED) === 0) return isNamed(tokens, found, at)
  const colon = tokens[found.first - 1]?.text === ':'
  if (colon && !COUNTERS.test(name.lower)) return false
  if (tokens[found.first - 1]?.text === '(') return false
  // "target 500 households": what follows is counted.
  return !isNoun(tokens[found.last]) || found.figure.written < 13 || name.capital
}

/** "Dalori 1", "Mile 16", "Boeing 737": a name before it and nothing counted after it. */
function isNamed(tokens: readonly Token[], found: Found, at: number): boolean {
  const name = tokens[at]
  if (at !== found.first - 1 || name === undefined || !name.capital || isClosed(name)) return false
  if (found.amount.kind === 'range' || !found.figure.plain || found.figure.written > 999)
    return false
  const begins = at === 0 || tokens[at - 1]?.sentence !== name.sentence
  if (begins || (name.classes & MONTH) !== 0) return false
  return !isNoun(tokens[found.last]) && tokens[found.last]?.text !== '('
}

function isNoun(token: Token | undefined): boolean {
  return (
    token?.kind === 'word' && (!isClosed(token) || (token.classes & PLURAL) !== 0) && !token.line
  )
}
