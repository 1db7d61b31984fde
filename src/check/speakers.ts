/** Who says so, in a sentence: the speakers with the words that make them speak. */
import type { Language, Span } from '../../index/document.ts'
import { tokenize } from '../../index/quantities/numbers/tokens.ts'
import { attributions } from '../../index/quantities/speakers/attribution.ts'
import type { TokenRange } from '../../index/quantities/speakers/token-range.ts'

export function speakersIn(text: string, language: Language): Span[] {
  const tokens = tokenize(text, language)
  const spanOf = ({ from, to }: TokenRange): Span => ({
    start: tokens[from]?.start ?? 0,
    end: tokens[to - 1]?.end ?? 0,
  })
  return attributions(tokens, language).flatMap(({ speaker, cue }) => [
    spanOf(speaker),
    spanOf(cue),
  ])
}
