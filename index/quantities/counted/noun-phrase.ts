/**
 * The noun phrase that begins at a token, or ends before one, by the shape and class of its words.
 * English phrases end with their head ("displaced households"), French ones begin with it.
 */
import { exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import type { Language } from '../../document.ts'
import { packOf } from '../../languages/packs.ts'
import { ADVERB, DETERMINER, MONTH, NUMBER_WORD, PLURAL, VERB } from '../numbers/lexicon.ts'
import type { Token } from '../numbers/tokens.ts'
import {
  CLOSED,
  LONGEST,
  has,
  isAdjective,
  isGerund,
  isLy,
  isParticiple,
  isPlural,
  isWord,
  joined,
} from '../numbers/word-shapes.ts'

const PERSONS = exactly(phrases('counting', 'persons'))
const BEFORE_NOUN = exactly(phrases('counting', 'beforeNoun'))

/** Tokens `from` to `to`, the latter exclusive; `head` is a token. */
export interface Phrase {
  readonly from: number
  readonly to: number
  readonly head: number
}

export function nounPhrase(
  tokens: readonly Token[],
  at: number,
  language: Language,
): Phrase | undefined {
  return packOf(language).grammar.head === 'first' ? nounFirst(tokens, at) : nounLast(tokens, at)
}

/** Words that may lead a phrase although they are of a closed class. */
const LEADING = exactly(phrases('counting', 'leading'))

/** Leading words that are no part of what is counted. */
const SKIPPED = exactly(phrases('counting', 'skipped'))

function nounLast(tokens: readonly Token[], first: number): Phrase | undefined {
  let start = first
  while (
    LEADING.test(tokens[start]?.lower ?? '') &&
    SKIPPED.test(tokens[start]?.lower ?? '') &&
    leads(tokens, start)
  )
    start++
  let at = start
  let head = -1
  for (let words = 0; words < LONGEST; words++) {
    while (isInner(tokens, at, start, head)) at++
    const token = tokens[at]
    if (token === undefined) break
    const inside = at > start && joined(tokens, at - 1)
    if (!inside && !goesOn(tokens, at, start, head)) break
    at++
    const waits =
      !inside && isParticiple(token) && (isWord(tokens[at]) || adjectivesJoined(tokens, at))
    if (!waits && !(isLy(token) && !inside)) head = at - 1
  }
  if (head < 0 || (has(tokens[head], ADVERB | DETERMINER) && !has(tokens[head], PLURAL)))
    return undefined
  while (start < head && OPENING.test(tokens[start]?.text ?? '')) start++
  return { from: start, to: head + 1, head }
}

const OPENING = /^[“"‘']$/u

/** A mark or a joining word that a phrase goes on after. */
function isInner(tokens: readonly Token[], at: number, start: number, head: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (at > start && joined(tokens, at)) return true
  if (!token.spaced && dotted(tokens, at)) return true
  if (at === start) return OPENING.test(token.text) && tokens[at + 1]?.spaced === false
  return adjectivesJoined(tokens, at) && (head < 0 || head === at - 1)
}

/** "unaccompanied and separated children", "severe, acute cases": adjectives in a row before their noun. */
function adjectivesJoined(tokens: readonly Token[], at: number): boolean {
  const joint = tokens[at]
  if (joint?.text !== ',' && joint?.lower !== 'and' && joint?.lower !== '&') return false
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  if (!isAdjective(before) || isPlural(before) || !isWord(after) || isPlural(after)) return false
  if (joint.text === ',' && !isAdjective(after)) return false
  // Some noun must follow for the adjectives to belong to.
  return isWord(tokens[at + 2]) && !has(tokens[at + 2], VERB)
}

/** Whether a word goes on the phrase that has been read up to it. */
function goesOn(tokens: readonly Token[], at: number, start: number, head: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (token?.kind !== 'word') return false
  if (at > start && token.line && tokens[at - 1]?.kind === 'mark') return false
  if (at === start && LEADING.test(token.lower) && leads(tokens, at)) return true
  if (!isWord(token) || has(token, NUMBER_WORD)) return false
  if (has(token, MONTH) && token.capital) return false
  if (isLy(token)) return head < 0 && (isParticiple(next) || isAdjective(next) || has(next, VERB))
  if (head < 0) {
    // "7% reported several", but "7 reported incidents" and "12 host communities".
    if (!has(token, VERB) || isPlural(token)) return true
    return isWord(next) && !token.lower.endsWith('ed') && !has(next, VERB)
  }
  if (isPlural(tokens[head])) return follows(tokens, head, at)
  if (isParticiple(token)) return isWord(next) && !has(next, VERB)
  if (isGerund(token)) return isWord(next) || GERUND_NOUNS.test(token.lower)
  return !has(token, VERB) || isPlural(token)
}

const GERUND_NOUNS = exactly(phrases('counting', 'gerundNouns'))

const leads = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1]
  return next?.kind === 'word' && (isWord(next) || LEADING.test(next.lower))
}

/** "U.S." */
const dotted = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === '.' &&
  tokens[at - 1]?.text.length === 1 &&
  tokens[at - 1]?.capital === true &&
  tokens[at + 1]?.kind === 'word' &&
  (tokens[at + 1]?.text.length === 1 || tokens[at - 2]?.text === '.')

/** Whether a word goes on a compound after a plural noun: "operations rooms", "arms sales". */
function follows(tokens: readonly Token[], head: number, at: number): boolean {
  const token = tokens[at]
  const before = tokens[head]
  if (token === undefined || before === undefined || head !== at - 1) return false
  if (PERSONS.test(before.lower)) return false
  return isPlural(token) && !has(token, VERB) && !isParticiple(token)
}

function nounFirst(tokens: readonly Token[], start: number): Phrase | undefined {
  let at = start
  const of = tokens[at]?.lower
  if (of === 'de' || of === "d'" || of === 'des') at++
  while (has(tokens[at], DETERMINER) || BEFORE_NOUN.test(tokens[at]?.lower ?? '')) {
    if (at - start > 3) return undefined
    at++
  }
  const first = tokens[at]
  if (
    first?.kind !== 'word' ||
    has(first, CLOSED | ADVERB | VERB) ||
    (has(first, MONTH) && first.kind === 'word')
  )
    return undefined
  const from = at
  let head = at
  at++
  for (let words = 0; words < 6; words++) {
    if (joined(tokens, at)) {
      at += 2
      if (words === 0) head = at - 1
      continue
    }
    const token = tokens[at]
    if (token?.kind !== 'word' || has(token, CLOSED | ADVERB | VERB | MONTH)) break
    // Adjectives agree with a plural noun; after a capital the name goes on.
    const agrees = /[sx]$/u.test(token.lower) || token.capital
    if (!agrees) break
    at++
  }
  return { from, to: at, head }
}

/** "of rice", "de la population": the phrase after a preposition and its articles. */
export function afterOf(
  tokens: readonly Token[],
  at: number,
  language: Language,
): Phrase | undefined {
  let next = at
  while (next - at < 4 && has(tokens[next], DETERMINER)) next++
  return nounPhrase(tokens, next, language)
}
