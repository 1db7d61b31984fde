/**
 * What a figure is said of, when it stands before the number: "the price of bread rose by 31 percent",
 * "the poverty rate is over 90 percent", "households lacking … (61%)".
 */
import { exactly } from '../../languages/combined.ts'
import type { Language } from '../../document.ts'
import { directionOf } from '../../languages/changes.ts'
import { joinedPhrase } from '../numbers/joined.ts'
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  NUMBER_WORD,
  PREPOSITION,
  PRONOUN,
  VERB,
} from '../numbers/lexicon.ts'
import { type Phrase, afterOf, nounPhrase } from './noun-phrase.ts'
import type { Token } from '../numbers/tokens.ts'
import { has, isPlural } from '../numbers/word-shapes.ts'
import { phrases, wholeIn } from '../../languages/phrases.ts'

const CLAUSE_STARTS = exactly(phrases('counting', 'clauseStarts'))
const AND = exactly(phrases('counting', 'subjectAnd'))

const OF = wholeIn('counting', 'of')

/** Tokens between a number and the verb of change it belongs to. */
const NEAR = 9
const CLAUSE = 24

/** "the number of confirmed cases": what is counted is the cases. */
export const NUMBERS = exactly(phrases('counting', 'numbers'))

/** The token of a word of change right before a number, if there is one. */
export function changeBefore(tokens: readonly Token[], at: number): number | undefined {
  let joins = false
  for (let back = at - 1; back >= 0 && at - back <= NEAR; back--) {
    const token = tokens[back]
    if (token === undefined || token.sentence !== tokens[at]?.sentence) return undefined
    if (token.kind === 'mark' && token.text !== '%' && token.text !== '-') return undefined
    if (directionOf(token.lower) !== undefined) return joins ? undefined : back
    // "reduced the meals and 46 percent of them": another clause; "rose by 5 and 6 percent" is one.
    if (back === at - 1 && AND.test(token.lower)) joins = true
    if (token.kind === 'number') joins = false
    if (
      token.kind === 'word' &&
      has(token, CONJUNCTION) &&
      at - back > 2 &&
      token.lower !== 'and' &&
      token.lower !== 'et'
    )
      return undefined
  }
  return undefined
}

/** The phrase that a verb at a token says something of: the first of its clause. */
export function subjectOf(
  tokens: readonly Token[],
  verb: number,
  language: Language,
): Phrase | undefined {
  let start = verb
  for (let back = verb - 1; back >= 0 && verb - back <= CLAUSE; back--) {
    const token = tokens[back]
    if (token === undefined || token.sentence !== tokens[verb]?.sentence) break
    if (token.kind === 'mark' && !/^[-–’'"“”/%.]$/u.test(token.text)) {
      const open = token.text === ')' ? opening(tokens, back) : undefined
      if (open === undefined) break
      back = open
      start = back
      continue
    }
    if (CLAUSE_STARTS.test(token.lower) && back < verb - 1) {
      if (!AND.test(token.lower) || has(tokens[back + 1], DETERMINER | PRONOUN)) break
    }
    if (
      has(token, VERB | AUXILIARY) &&
      !has(token, PREPOSITION) &&
      !isPlural(token) &&
      back < verb - 2
    )
      break
    start = back
  }
  return firstPhrase(tokens, start, verb, language)
}

function opening(tokens: readonly Token[], at: number): number | undefined {
  for (let back = at - 1; back >= 0 && at - back < 16; back--)
    if (tokens[back]?.text === '(') return back
  return undefined
}

/** The first phrase between two tokens, its "of …" included. */
function firstPhrase(
  tokens: readonly Token[],
  from: number,
  to: number,
  language: Language,
): Phrase | undefined {
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (
      token?.kind !== 'word' ||
      has(
        token,
        DETERMINER | PREPOSITION | CONJUNCTION | PRONOUN | AUXILIARY | ADVERB | NUMBER_WORD,
      )
    )
      continue
    const phrase = within(nounPhrase(tokens, at, language), to)
    if (phrase === undefined) return undefined
    // "excludes the", "posted a": a verb.
    if (phrase.to < to && has(tokens[phrase.to], DETERMINER)) {
      at = phrase.to
      continue
    }
    return withOf(tokens, phrase, to, language)
  }
  return undefined
}

const within = (phrase: Phrase | undefined, to: number): Phrase | undefined =>
  phrase === undefined || phrase.from >= to
    ? undefined
    : { from: phrase.from, to: Math.min(phrase.to, to), head: Math.min(phrase.head, to - 1) }

export function withOf(
  tokens: readonly Token[],
  phrase: Phrase,
  to: number,
  language: Language,
): Phrase {
  if (phrase.to >= to || !OF[language].test(tokens[phrase.to]?.lower ?? '')) return phrase
  const what = within(afterOf(tokens, phrase.to + 1, language), to)
  if (what === undefined) return phrase
  if (NUMBERS.test(tokens[phrase.head]?.lower ?? '')) return what
  return { from: phrase.from, to: what.to, head: phrase.head }
}

/** The plural that a sentence begins with: what shares in brackets further on are shares of. */
export function sentenceSubject(
  tokens: readonly Token[],
  at: number,
  language: Language,
): Phrase | undefined {
  const sentence = tokens[at]?.sentence
  let start = at
  while (start > 0 && tokens[start - 1]?.sentence === sentence && at - start < 60) start--
  if (start > 0 && tokens[start - 1]?.sentence === sentence) return undefined
  let seen = 0
  for (let next = start; next < at && seen < 3 && next - start < 20; next++) {
    const token = tokens[next]
    if (token?.kind !== 'word') continue
    if (has(token, PREPOSITION) && next > start) return undefined
    if (
      has(
        token,
        DETERMINER | PREPOSITION | CONJUNCTION | PRONOUN | AUXILIARY | ADVERB | NUMBER_WORD,
      )
    )
      continue
    const phrase = within(nounPhrase(tokens, next, language), at)
    if (phrase === undefined) return undefined
    if (isPlural(tokens[phrase.head])) return within(joinedPhrase(tokens, phrase, language), at)
    seen++
    next = phrase.to
  }
  return undefined
}
