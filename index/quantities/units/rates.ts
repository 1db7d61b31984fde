/** What is measured, not counted, before a figure: "the poverty rate is over 90 percent". */
import { ending, exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import type { Language } from '../../document.ts'
import {
  ADVERB,
  AUXILIARY,
  CONJUNCTION,
  DETERMINER,
  PREPOSITION,
  PRONOUN,
  VERB,
} from '../numbers/lexicon.ts'
import type { Phrase } from '../counted/noun-phrase.ts'
import { withOf } from '../counted/subject.ts'
import type { Token } from '../numbers/tokens.ts'
import { has } from '../numbers/word-shapes.ts'
import { packOf } from '../../languages/packs.ts'

const AREAS = exactly(phrases('units', 'areas'))
const VERB_ENDINGS = ending(phrases('units', 'verbEndings'))

/** Nouns that are measured, not counted. */
const RATES = exactly(phrases('units', 'rates'))

/** "poverty rate is over 90 percent", "a positivity rate of 30 per cent", "Case Fatality Rate: 0.6 per cent". */
export function rateBefore(
  tokens: readonly Token[],
  at: number,
  language: Language,
): Phrase | undefined {
  for (let back = at - 1; back >= 0 && at - back <= 8; back--) {
    const token = tokens[back]
    if (token === undefined || token.sentence !== tokens[at]?.sentence) return undefined
    if (token.kind === 'number') return undefined
    if (token.kind === 'mark' && !/^[:(=]$/u.test(token.text)) return undefined
    if (RATES.test(token.lower)) return rateAt(tokens, back, at, language)
    const light = PREPOSITION | AUXILIARY | DETERMINER | ADVERB
    if (token.kind === 'word' && !has(token, light) && !LIGHT.test(token.lower)) {
      // One noun may stand between: "the poverty rate in Haiti is 60 percent".
      if (!token.capital && !AREAS.test(token.lower)) return undefined
    }
  }
  return undefined
}

/** "the highest price at 2,218 per kg (up 33 percent": the last thing measured before the bracket. */
export function rateOfBracket(
  tokens: readonly Token[],
  at: number,
  language: Language,
): Phrase | undefined {
  for (let back = at - 1; back >= 0 && at - back < 28; back--) {
    const token = tokens[back]
    if (token === undefined || token.sentence !== tokens[at]?.sentence) return undefined
    if (RATES.test(token.lower)) return rateAt(tokens, back, at, language)
  }
  return undefined
}

const LIGHT = exactly(phrases('units', 'light'))

function rateAt(tokens: readonly Token[], head: number, limit: number, language: Language): Phrase {
  let from = head
  while (from > 0 && head - from < 6) {
    const token = tokens[from - 1]
    if (token?.kind !== 'word' || token.sentence !== tokens[head]?.sentence) break
    if (has(token, DETERMINER | PREPOSITION | CONJUNCTION | PRONOUN | AUXILIARY | ADVERB | VERB))
      break
    if (VERB_ENDINGS.test(token.lower)) break
    from--
  }
  const phrase = {
    from: packOf(language).grammar.head === 'first' ? head : from,
    to: head + 1,
    head,
  }
  return withOf(tokens, phrase, limit, language)
}
