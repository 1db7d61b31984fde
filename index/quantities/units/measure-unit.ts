/** Weights, lengths, areas and the like; times as many. */
import { exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import { MEASURE_ADJECTIVES, MEASURE_NAMES } from '../../languages/units.ts'
import type { Found } from '../numbers/read-one.ts'
import type { Token } from '../numbers/tokens.ts'
import { type ReadUnit, allowed, hyphened, readPer, spanOf } from './unit-parts.ts'

const AFTER_TIMES = exactly(phrases('units', 'afterTimes'))
const MILLION_OF = exactly(phrases('units', 'millionOf'))
const SCALES = exactly(phrases('units', 'scales'))
const ADJECTIVES_AFTER = exactly(phrases('units', 'adjectivesAfter'))

export function readMultiple(tokens: readonly Token[], found: Found): ReadUnit | undefined {
  const word = tokens[found.to]
  if (word === undefined) return undefined
  const fold = tokens[found.to]?.text === '-' && tokens[found.to + 1]?.lower === 'fold'
  if (fold)
    return {
      unit: { kind: 'multiple', span: spanOf(tokens, found.to + 1, found.to + 2) },
      to: found.to + 2,
    }
  if (word.lower !== 'times' && word.lower !== 'fois') return undefined
  const next = tokens[found.to + 1]?.lower ?? ''
  const compares = AFTER_TIMES.test(next) || next.endsWith('er')
  if (!compares) return undefined
  return {
    unit: { kind: 'multiple', span: spanOf(tokens, found.to, found.to + 1) },
    to: found.to + 1,
  }
}

export function readMeasure(tokens: readonly Token[], found: Found): ReadUnit | undefined {
  let at = hyphened(tokens, found.to) ? found.to + 1 : found.to
  // "2,4 milliards de gallons", "1,5 million d'hectares".
  if (found.figure.value !== found.figure.written && MILLION_OF.test(tokens[at]?.lower ?? '')) at++
  const from = at
  const adjective = MEASURE_ADJECTIVES.get(tokens[at]?.lower ?? '')
  let prefix = ''
  if (adjective !== undefined && MEASURE_NAMES.has(tokens[at + 1]?.lower ?? '')) {
    prefix = adjective
    at++
  }
  let word = tokens[at]
  if (word === undefined || (word.line && word.kind === 'mark')) return undefined
  let text = word.lower
  const next = tokens[at + 1]
  // m², km/h, °C.
  if (word.text === '°' && /^[cf]$/u.test(next?.lower ?? '')) text = `°${next?.lower ?? ''}`
  else if (/^(?:k|c)?m$/u.test(word.lower) && next?.kind === 'number' && !next.spaced)
    text += next.text
  else if (
    /^(?:k|c)?m$/u.test(word.lower) &&
    /^[²³]$/u.test(next?.text ?? '') &&
    next?.spaced === false
  )
    text += next.text
  else if (word.lower === 'km' && next?.text === '/' && tokens[at + 2]?.lower === 'h') text = 'km/h'
  const length = text === word.lower ? 1 : text === 'km/h' ? 3 : 2
  const name = MEASURE_NAMES.get(text)
  if (name === undefined || (length === 1 && !allowed(word, found))) return undefined
  if (
    length === 1 &&
    word.text.length === 1 &&
    word.spaced &&
    word.kind === 'word' &&
    !found.figure.plain &&
    found.figure.form !== 'digits'
  )
    return undefined
  let to = at + length
  const scale = SCALES.exec(tokens[to]?.lower ?? '')
  let full = `${prefix}${name}`
  if (name === 'degree' && scale !== null) {
    full = scale[0].startsWith('f') ? 'degree-fahrenheit' : 'degree-celsius'
    to++
  }
  const after = MEASURE_ADJECTIVES.get(tokens[to]?.lower ?? '')
  if (after !== undefined && ADJECTIVES_AFTER.test(tokens[to]?.lower ?? '')) {
    full = `${after}${name}`
    to++
  }
  word = tokens[to - 1]
  const per = readPer(tokens, to)
  return {
    unit: { kind: 'measure', name: full, span: spanOf(tokens, from, to), ...per?.part },
    to: per?.to ?? to,
  }
}
