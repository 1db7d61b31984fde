/** What a number counts, when the text says so right after it: the noun phrase and its head. */
import type { Language } from '../../document.ts'
import { joinedPhrase, massJoined } from '../numbers/joined.ts'
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  PREPOSITION,
  PRONOUN,
  VERB,
} from '../numbers/lexicon.ts'
import { type Phrase, afterOf, nounPhrase } from './noun-phrase.ts'
import { CHANGES, afterAll, afterShare, population, predicate } from './population.ts'
import type { Unit } from '../quantity.ts'
import type { Found } from '../numbers/read-one.ts'
import type { Token } from '../numbers/tokens.ts'
import { has, isParticiple, isPlural } from '../numbers/word-shapes.ts'
import { phrases, wholeIn } from '../../languages/phrases.ts'
import { exactly } from '../../languages/combined.ts'

const SUMS = exactly(phrases('counting', 'sums'))
const ANY_OF = exactly(phrases('counting', 'anyOf'))

const LINKS = wholeIn('counting', 'links')
const WHERE = exactly(phrases('counting', 'where'))
const THESE = exactly(phrases('counting', 'these'))
const PART_OF = wholeIn('counting', 'partOf')

export function countedAfter(
  tokens: readonly Token[],
  found: Found,
  unit: Unit,
  at: number,
  language: Language,
): Phrase | undefined {
  switch (unit.kind) {
    case 'currency':
      return ofWhat(tokens, at, language)
    case 'percent':
    case 'ratio':
      return population(tokens, at, language)
    case 'age':
      return personAfter(tokens, at, language)
    case 'measure':
      return ofWhat(tokens, at, language, true) ?? direct(tokens, at, language)
    case 'count':
      if (found.amount.kind === 'vague') return population(tokens, at, language)
      return thing(tokens, at, language)
    case 'duration':
    case 'multiple':
    default:
      return undefined
  }
}

/** "146 million in humanitarian assistance", "4 million of sales", "25 kg of rice", "for schools". */
function ofWhat(
  tokens: readonly Token[],
  at: number,
  language: Language,
  onlyOf = false,
): Phrase | undefined {
  let next = at
  const word = tokens[next]?.lower ?? ''
  if (word === 'worth' || SUMS.test(word)) next++
  const of = tokens[next]?.lower ?? ''
  const links = LINKS[language]
  if (!links.test(of) || (onlyOf && !ANY_OF.test(of))) return undefined
  const phrase = afterOf(tokens, next + 1, language)
  if (phrase === undefined || /^(?:19|20)\d\d$/u.test(tokens[phrase.head]?.text ?? ''))
    return undefined
  // "5 million in Mali", "in March": where and when, not what for.
  const named = WHERE.test(of)
  if (
    named &&
    tokens[phrase.from]?.capital === true &&
    tokens[phrase.head]?.capital === true &&
    tokens[phrase.head]?.text !== tokens[phrase.head]?.text.toUpperCase()
  )
    return undefined
  return massJoined(tokens, joinedPhrase(tokens, phrase, language), language)
}

const direct = (tokens: readonly Token[], at: number, language: Language): Phrase | undefined => {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word' || CHANGES.test(token.lower)) return undefined
  return nounPhrase(tokens, at, language)
}

function personAfter(tokens: readonly Token[], at: number, language: Language): Phrase | undefined {
  const next = tokens[at]
  return next?.kind === 'word' &&
    !has(next, PREPOSITION | CONJUNCTION | AUXILIARY | PRONOUN | VERB | ADVERB | DETERMINER)
    ? nounPhrase(tokens, at, language)
    : undefined
}

/** "40 of them fighters", "40 of whom were fighters". */
function ofThem(tokens: readonly Token[], at: number, language: Language): Phrase | undefined {
  if (!THESE.test(tokens[at + 1]?.lower ?? '')) return undefined
  const are = predicate(tokens, at + 2, language)
  if (are !== undefined) return are
  const phrase = nounPhrase(tokens, at + 2, language)
  return phrase !== undefined && isPlural(tokens[phrase.head]) ? phrase : undefined
}

/** What is counted: right after the number, or after "of the". */
function thing(tokens: readonly Token[], at: number, language: Language): Phrase | undefined {
  const first = tokens[at]
  if (first === undefined) return undefined
  if (first.text === '(') {
    const after = afterShare(tokens, at)
    return after === undefined || has(tokens[after], VERB) || isParticiple(tokens[after])
      ? undefined
      : thing(tokens, after, language)
  }
  const are = predicate(tokens, at, language)
  if (are !== undefined) return are
  if (PART_OF[language].test(first.lower)) {
    const some = ofThem(tokens, at, language)
    if (some !== undefined) return some
    const phrase = afterOf(tokens, afterAll(tokens, at + 1), language)
    return phrase !== undefined && isPlural(tokens[phrase.head])
      ? joinedPhrase(tokens, phrase, language)
      : undefined
  }
  let next = at
  if (first.text === '-' && !first.spaced && tokens[at + 1]?.kind === 'word') next++
  const phrase = nounPhrase(tokens, next, language)
  if (phrase === undefined || CHANGES.test(tokens[phrase.head]?.lower ?? '')) return undefined
  return joinedPhrase(tokens, phrase, language)
}
