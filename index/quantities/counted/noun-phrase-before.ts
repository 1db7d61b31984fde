/** The noun phrase that ends right before a token. */
import type { Language } from '../../document.ts'
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  NUMBER_WORD,
  PLURAL,
  PREPOSITION,
  PRONOUN,
  VERB,
} from '../numbers/lexicon.ts'
import type { Phrase } from './noun-phrase.ts'
import type { Token } from '../numbers/tokens.ts'
import { CLOSED, LONGEST, has, isParticiple, isPlural, joined } from '../numbers/word-shapes.ts'
import { packOf } from '../../languages/packs.ts'

/** The phrase that ends right before a token: "households (55%)". */
export function phraseBefore(
  tokens: readonly Token[],
  end: number,
  language: Language,
): Phrase | undefined {
  let from = end
  let at = end - 1
  while (at >= 0 && end - at <= LONGEST + 4) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'number') {
      if (token !== undefined && from < end && joined(tokens, at)) {
        at--
        continue
      }
      if (
        token !== undefined &&
        at > 0 &&
        joined(tokens, at - 1) &&
        tokens[at - 2]?.kind === 'word' &&
        from < end
      ) {
        from = at - 2
        at -= 3
        continue
      }
      break
    }
    if (token.kind === 'mark') {
      if (from < end && joined(tokens, at)) {
        at--
        continue
      }
      break
    }
    if ((has(token, CLOSED) && !has(token, PLURAL)) || has(token, NUMBER_WORD)) break
    if (token.sentence !== tokens[end - 1]?.sentence) break
    if (has(token, ADVERB)) break
    if (
      from < end &&
      (isParticiple(token) || has(token, VERB)) &&
      at > 0 &&
      !startsPhrase(tokens[at - 1])
    ) {
      if (
        has(tokens[at - 1], AUXILIARY) ||
        isPlural(tokens[at - 1]) ||
        has(tokens[at - 1], PRONOUN)
      )
        break
    }
    from = at
    at--
  }
  if (from >= end) return undefined
  const head = packOf(language).grammar.head === 'first' ? from : end - 1
  return { from, to: end, head }
}

const startsPhrase = (token: Token | undefined): boolean =>
  token === undefined || token.kind === 'mark' || has(token, DETERMINER | PREPOSITION | CONJUNCTION)
