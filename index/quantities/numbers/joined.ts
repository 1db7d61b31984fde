/** Phrases that go on: "women and girls", "acts of piracy", "peace and security assistance". */
import { exactly } from '../../languages/combined.ts'
import type { Language } from '../../document.ts'
import {
  ADVERB,
  AUXILIARY,
  DETERMINER,
  NUMBER_WORD,
  PREPOSITION,
  PRONOUN,
  VERB,
} from './lexicon.ts'
import { type Phrase, nounPhrase } from '../counted/noun-phrase.ts'
import type { Token } from './tokens.ts'
import { has, isParticiple, isPlural } from './word-shapes.ts'
import { packOf } from '../../languages/packs.ts'
import { phrases, wholeIn } from '../../languages/phrases.ts'

const PART_OF = wholeIn('counting', 'portionOf')

/** Heads that say little without what follows: "victims of violence", "sachets of nutrients". */
const PARTITIVE = exactly(phrases('numbers', 'partitive'))

/** "peace and security assistance", "democracy, human rights, and governance assistance": the head is the last. */
export function massJoined(tokens: readonly Token[], phrase: Phrase, language: Language): Phrase {
  if (packOf(language).grammar.head === 'first') return phrase
  let whole = phrase
  for (let times = 0; times < 4; times++) {
    let next = whole.to
    const comma = tokens[next]?.text === ','
    if (comma) next++
    const and = tokens[next]?.lower === 'and'
    if (and) next++
    const first = tokens[next]
    const closed = DETERMINER | PREPOSITION | PRONOUN | AUXILIARY | ADVERB | NUMBER_WORD
    if (!(comma || and) || first?.kind !== 'word' || first.capital || has(first, closed | VERB))
      break
    const other = nounPhrase(tokens, next, language)
    if (other === undefined || other.to - other.from > 3 || isParticiple(first)) break
    const follows = tokens[other.to]
    // Of a list without its "and" nothing is taken over; what a verb follows is a clause.
    if (has(follows, AUXILIARY) || (isParticiple(follows) && !and)) break
    whole = { from: phrase.from, to: other.to, head: other.head }
    if (and) return whole
  }
  return phrase
}

/** Adds "and girls", "of violence" to a phrase. */
export function joinedPhrase(tokens: readonly Token[], phrase: Phrase, language: Language): Phrase {
  const of = tokens[phrase.to]?.lower ?? ''
  const head = tokens[phrase.head]
  if (PART_OF[language].test(of) && PARTITIVE.test(head?.lower ?? '')) {
    const what = nounPhrase(tokens, phrase.to + 1, language)
    if (what !== undefined && what.to - what.from <= 5) {
      const whole = joinedPhrase(tokens, what, language)
      return { from: phrase.from, to: whole.to, head: phrase.head }
    }
  }
  const and = tokens[phrase.to]?.lower ?? ''
  if (and !== 'and' && and !== '&' && and !== 'et' && and !== 'or') return phrase
  if (!isPlural(head)) return phrase
  const first = tokens[phrase.to + 1]
  if (
    first?.kind !== 'word' ||
    has(first, DETERMINER | PREPOSITION | AUXILIARY | PRONOUN | VERB | ADVERB)
  )
    return phrase
  if (isParticiple(first) && !isPlural(tokens[phrase.to + 2])) return phrase
  const other = nounPhrase(tokens, phrase.to + 1, language)
  if (other === undefined || other.to - other.from > 4) return phrase
  const last = tokens[other.head]
  if (!isPlural(last) || (first.capital && head?.capital !== true)) return phrase
  return {
    from: phrase.from,
    to: other.to,
    head: packOf(language).grammar.head === 'first' ? phrase.head : other.head,
  }
}
