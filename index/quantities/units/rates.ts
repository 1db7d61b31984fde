/** What is measured, not counted, before a figure: "the poverty rate is over 90 percent". */
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

/** Nouns that are measured, not counted. */
const RATES =
  /^(?:rates?|prices?|costs?|prevalence|index|scores?|ratios?|coverage|proportion|percentage|share|level|levels|inflation|wages?|income|deficit|surplus|production|temperature|value|budget|taux|prix|coût|coûts|prévalence|indice|couverture|proportion|pourcentage|part|niveau|salaires?|revenus?|déficit|valeur)$/u

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
      if (!token.capital && !/^(?:country|region|world|state|pays|région)$/u.test(token.lower))
        return undefined
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

const LIGHT =
  /^(?:low|high|higher|lower|estimated|reached|reaching|stood|stands|stand|remains?|remained|recorded|averaging|average|poor|estimé|estimée|atteint|s'établit|élevé|élève)$/u

function rateAt(tokens: readonly Token[], head: number, limit: number, language: Language): Phrase {
  let from = head
  while (from > 0 && head - from < 6) {
    const token = tokens[from - 1]
    if (token?.kind !== 'word' || token.sentence !== tokens[head]?.sentence) break
    if (has(token, DETERMINER | PREPOSITION | CONJUNCTION | PRONOUN | AUXILIARY | ADVERB | VERB))
      break
    if (/(?:ed|ing)$/u.test(token.lower)) break
    from--
  }
  const phrase = {
    from: packOf(language).grammar.head === 'first' ? head : from,
    to: head + 1,
    head,
  }
  return withOf(tokens, phrase, limit, language)
}
