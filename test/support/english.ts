/** What betrays English in what is told in French: sentences that have a French wording, and words that French lacks. */
import { WORDS } from '../../adapters/web/words.ts'
import { ENGLISH } from '../../src/wordings/en.ts'
import { FRENCH } from '../../src/wordings/fr.ts'

/** Every sentence and label of one with that of the other; what is put together of parts is left to the replies. */
function pairsOf(english: unknown, french: unknown): [english: string, french: unknown][] {
  if (typeof english === 'string') return [[english, french]]
  if (typeof english !== 'object' || english === null) return []
  const others = new Map(Object.entries(french ?? {}))
  return Object.entries(english).flatMap(([key, value]) => pairsOf(value, others.get(key)))
}

export const PAIRS = [...pairsOf(WORDS.en, WORDS.fr), ...pairsOf(ENGLISH, FRENCH)].filter(
  ([english]) => english.trim().includes(' '),
)
/** Shorter ones may stand within French ones: "a question". */
const SENTENCES = PAIRS.map(([english]) => english).filter(({ length }) => length > 11)

/** Hardly a sentence of English is without one of them, and no sentence of French has one. */
const WORD =
  /(?<![\p{L}\p{N}_:/.@-])(?:the|this|that|these|is|are|was|has|have|does|there|of|and|with|from|what|when|which|who|your|you|it|its|see|give|write|ask|nothing|again|not|only|here|behind|more|other|every|may)(?![\p{L}\p{N}_:/@-])/giu

/** What is English in a text that should have none. */
export const englishIn = (text: string): string[] => [
  ...SENTENCES.filter((words) => text.includes(words)),
  ...(text.match(WORD) ?? []),
]
