/** Number words that are pronouns, articles, ordinals and parts of names. */
import { EVENTS } from '../../languages/events.ts'
import { NAMED } from '../../languages/currencies.ts'
import { MEASURE_NAMES } from '../../languages/units.ts'
import type { TokenizedText } from '../numbers/numeral.ts'
import { isPopulation } from '../../languages/populations.ts'
import { AUXILIARY, NUMBERED, NUMBER_WORD } from '../numbers/lexicon.ts'
import { isMonthName } from './not-dates.ts'
import { isClosed } from './not-marks.ts'
import type { Found } from '../numbers/read-one.ts'
import type { Token } from '../numbers/tokens.ts'
import { has, isParticiple } from '../numbers/word-shapes.ts'
import { type Language, packOf } from '../../languages/packs.ts'
import { phrases, wholeIn } from '../../languages/phrases.ts'
import { exactly, within } from '../../languages/combined.ts'

const ORDINALS = exactly(phrases('refused', 'ordinals'))
const COMPARED = exactly(phrases('refused', 'compared'))
const HYPHENED = within(phrases('refused', 'hyphened'), (words) => String.raw`^(?:${words})`)
const QUALIFIES_ONE = exactly(phrases('refused', 'qualifiesOne'))
const LISTED = exactly(phrases('refused', 'listed'))
const SAID_ONE = exactly(phrases('refused', 'saidOne'))

const PREFIXED = wholeIn('refused', 'prefixed')
const VAGUE = wholeIn('numbers', 'vague')
const OF_VAGUE = exactly(phrases('refused', 'ofVague'))
const LEAST = exactly(phrases('refused', 'least'))
const ALONE = exactly(phrases('refused', 'alone'))

const NUMBERING = exactly(phrases('refused', 'numbering'))

/** Number words that are pronouns, articles and parts of names. */
export function isFigureInWords({ tokens, language }: TokenizedText, found: Found): boolean {
  const first = tokens[found.first]
  const after = tokens[found.last]
  const before = tokens[found.from - 1]
  if (first === undefined) return false
  if (found.figure.form === 'fraction') {
    if (NUMBERING.test(before?.lower ?? '')) return false
    if (after?.text === '-' && PREFIXED[language].test(first.lower)) return false
    const small = found.last - found.first === 1 || tokens[found.first]?.lower === 'a'
    // "a third term", "un quart": a part only when it is a part of something, or stands alone.
    const ordinal = ORDINALS.test(tokens[found.last - 1]?.lower ?? '')
    if (small && ordinal && after?.kind === 'word' && !isClosed(after)) return false
    return !(first.lower === 'demi' || first.lower === 'demie')
  }
  if (found.percent !== undefined || found.currency !== undefined) return true
  if (found.figure.form === 'vague') {
    const { vague } = packOf(language).grammar
    if (vague === 'of') return OF_VAGUE.test(after?.lower ?? '')
    const joined = found.last - found.first > 1 || after?.lower === 'of'
    return joined || !VAGUE[language].test(first.lower)
  }
  if (isMonthName(after, language) && found.figure.value <= 31) return false
  if (after?.lower === 'hundred' || after?.text === "'") return false
  // "Phase Two", "at number three", "the Guildford Four".
  const same = before?.sentence === first.sentence
  const noun = after?.kind === 'word' && !isClosed(after)
  if (before !== undefined && same && (before.classes & NUMBERED) !== 0 && !noun) return false
  if (first.capital && before?.kind === 'word' && before.capital && same && !noun) return false
  // "the Group of Five Sahel": part of a name.
  const named = first.capital && after?.capital === true && before?.kind === 'word'
  if (named && before.sentence === first.sentence && found.last - found.first === 1) return false
  const value = found.figure.value
  // "three times a week" is how often, not how many.
  if (value <= 12 && (after?.lower === 'times' || after?.lower === 'fois'))
    return (
      COMPARED.test(tokens[found.last + 1]?.lower ?? '') ||
      tokens[found.last + 1]?.lower.endsWith('er') === true
    )
  if (found.figure.form === 'words' && value === 0) return false
  if (value === 1 && found.amount.kind === 'exact') return isOne(tokens, found, language)
  // "five-year-old", "three-pronged".
  if (after?.text === '-' && !after.spaced) {
    const word = tokens[found.last + 1]
    return (
      word !== undefined &&
      (HYPHENED.test(word.lower) || MEASURE_NAMES.has(word.lower) || NAMED.has(word.lower))
    )
  }
  return true
}

const ONE_AFTER = exactly(phrases('refused', 'oneAfter'))

/** "one" counts only where it is set against another number or qualified. */
function isOne(tokens: readonly Token[], found: Found, language: Language): boolean {
  const before = tokens[found.from - 1]
  const after = tokens[found.last]
  if (packOf(language).grammar.oneIsArticle)
    return LEAST.test(before?.lower ?? '') || ALONE.test(after?.lower ?? '')
  if (before !== undefined && ONE_AFTER.test(before.lower)) return false
  if (after === undefined || after.kind === 'mark') return after?.text === '('
  if (QUALIFIES_ONE.test(before?.lower ?? '')) return after.lower !== 'of'
  if (ONE_OF.test(after.lower) && !(before?.capital === true)) return !said(tokens[found.last + 1])
  if (before?.capital !== true && isDoneTo(tokens, found.last, language)) return true
  for (let back = found.from - 1; back >= 0 && found.from - back < 8; back--) {
    const token = tokens[back]
    if (token === undefined || token.text === '.') return false
    if (token.kind === 'number' || ((token.classes & NUMBER_WORD) !== 0 && token.lower !== 'one'))
      return LISTED.test(before?.lower ?? '')
  }
  return false
}

/** "One protester was killed", "one night guard injured": so many words from "one" to the noun at most. */
const TO_NOUN = 4

function isDoneTo(tokens: readonly Token[], from: number, language: Language): boolean {
  for (let at = from; at < from + TO_NOUN; at++) {
    const [token, next] = [tokens[at], tokens[at + 1]]
    if (token?.kind !== 'word' || isClosed(token) || has(token, AUXILIARY)) return false
    const isOfMany = isPopulation(`${token.lower}s`) || ONE_OF.test(token.lower)
    if (isOfMany && (has(next, AUXILIARY) || isParticiple(next))) return true
    const done = tokens[at + 2]?.lower ?? ''
    if (has(next, AUXILIARY) && EVENTS[language].get(done) !== undefined) return true
  }
  return false
}

/** Persons and spans of time that "one" does count. */
const ONE_OF = exactly(phrases('refused', 'oneOf'))

const said = (token: Token | undefined): boolean => SAID_ONE.test(token?.lower ?? '')
