/** Ages and spans of time. */
import { exactly, within } from '../../languages/combined.ts'
import type { Language } from '../../document.ts'
import { TIME_NAMES } from '../../languages/units.ts'
import type { Found } from '../numbers/read-one.ts'
import type { Token } from '../numbers/tokens.ts'
import { type ReadUnit, allowed, hyphened, readPer, spanOf } from './unit-parts.ts'
import { phrases, wholeIn } from '../../languages/phrases.ts'

const ADJECTIVES_BEFORE = exactly(phrases('units', 'adjectivesBefore'))
const AGED = exactly(phrases('units', 'aged'))
const AGE_LINKS = exactly(phrases('units', 'ageLinks'))
const LESS_OR_MORE = exactly(phrases('units', 'lessOrMore'))
const YOUNG = within(phrases('units', 'young'), (words) => String.raw`(?:${words})s?$`)

const YEARS_OF = wholeIn('ages', 'years')

export function readTime(
  tokens: readonly Token[],
  found: Found,
  language: Language,
): ReadUnit | undefined {
  const more = ADJECTIVES_BEFORE.test(tokens[found.to]?.lower ?? '')
  const at = hyphened(tokens, found.to) || more ? found.to + 1 : found.to
  const word = tokens[at]
  if (word === undefined) return undefined
  const name = TIME_NAMES.get(word.lower)
  if (name === undefined || !allowed(word, found)) {
    // "aged 2 to 17", "under the age of 18".
    return isAged(tokens, found) ? { unit: { kind: 'age', name: 'year' }, to: found.to } : undefined
  }
  let to = at + 1
  let end = to
  const old = tokens[to]?.text === '-' ? to + 1 : to
  const isOld = /^olds?$/u.test(tokens[old]?.lower ?? '')
  if (isOld) end = to = old + 1
  else if (tokens[to]?.lower === 'of' && tokens[to + 1]?.lower === 'age') end = to = to + 2
  const aged =
    isOld ||
    word.lower === 'yo' ||
    end > at + 1 ||
    isAged(tokens, found) ||
    isAgeOf(tokens, found, word, language)
  const span = spanOf(tokens, at, end)
  if (aged) return { unit: { kind: 'age', name, span }, to }
  const per = readPer(tokens, to)
  return { unit: { kind: 'duration', name, span, ...per?.part }, to: per?.to ?? to }
}

function isAged(tokens: readonly Token[], found: Found): boolean {
  for (let at = found.from - 1; at >= 0 && found.from - at <= 5; at--) {
    const word = tokens[at]?.lower ?? ''
    if (AGED.test(word)) return true
    if (!AGE_LINKS.test(word)) return false
  }
  return false
}

/** "enfants de moins de 5 ans", "une fille de 14 ans". */
function isAgeOf(tokens: readonly Token[], found: Found, word: Token, language: Language): boolean {
  if (!YEARS_OF[language].test(word.lower)) return false
  const de = tokens[found.from - 1]?.lower
  const before = tokens[found.from - 2]
  if (de !== 'de') return false
  if (LESS_OR_MORE.test(before?.lower ?? '')) return tokens[found.from - 3]?.lower === 'de'
  return before?.kind === 'word' && YOUNG.test(before.lower)
}
