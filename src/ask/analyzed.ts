/** A sentence made ready for ranking: its tokens, and what it shows whatever the question, found once. */
import { analyze, type Token } from '../../index/analyzer.ts'
import type { Span } from '../../index/document.ts'
import { within } from '../../index/languages/combined.ts'
import { phrases } from '../../index/languages/phrases.ts'
import type { Passage, Sentence } from '../../index/passages.ts'
import { type AnswerKind, formsOf } from './answer-kind.ts'

/** What a sentence looks like. */
export interface Shape {
  /** Words that carry meaning. */
  readonly content: number
  readonly asks: boolean
  /** Many characters that are no prose: formulas, tables, remains of a layout. */
  readonly mangled: boolean
  readonly leans: boolean
}

const NAME = /(?<=[^.!?"“]\s)\p{Lu}[\p{L}’'-]+/gu
const QUESTION = /\?\s*["”’)]*$/u
const NO_PROSE = /[^\p{L}\p{N}\s.,;:'"’“”()%-]/gu
const LEANING = within(
  phrases('answers', 'leaning'),
  (words) => String.raw`^["'“‘«(]?(?:${words})\b`,
  'iu',
)

export class AnalyzedSentence {
  /** Of the document's reading text. */
  readonly text: string
  readonly sentence: Sentence
  /** Their offsets count from the sentence's start. */
  readonly tokens: readonly Token[]
  readonly #forms = new Map<AnswerKind, readonly Span[] | undefined>()
  #names: readonly Span[] | undefined
  #shape: Shape | undefined

  constructor(sentence: Sentence, text: string, tokens: readonly Token[]) {
    this.sentence = sentence
    this.text = text
    this.tokens = tokens
  }

  /** Stretches that are of the kind asked for; `undefined` for kinds that show no form. */
  forms(kind: AnswerKind): readonly Span[] | undefined {
    if (!this.#forms.has(kind)) this.#forms.set(kind, formsOf(kind, this.text))
    return this.#forms.get(kind)
  }

  /** Words with a capital inside the sentence. */
  get names(): readonly Span[] {
    this.#names ??= [...this.text.matchAll(NAME)].map((name) => ({
      start: name.index,
      end: name.index + name[0].length,
    }))
    return this.#names
  }

  get shape(): Shape {
    this.#shape ??= {
      content: this.tokens.reduce((count, token) => (token.stop ? count : count + 1), 0),
      asks: QUESTION.test(this.text),
      mangled: (this.text.match(NO_PROSE)?.length ?? 0) / (this.text.length + 1) > 0.06,
      leans: leansOnBefore(this),
    }
    return this.#shape
  }
}

/** The sentences of a passage with their tokens. */
export function analyzePassage(passage: Passage): AnalyzedSentence[] {
  const { clean, language } = passage.document
  return passage.sentences.map((sentence) => {
    const text = clean.slice(sentence.start, sentence.end)
    return new AnalyzedSentence(sentence, text, analyze(text, sentence.language ?? language))
  })
}

/** Whether a sentence leans on the one before: a pronoun or "also" where its subject should be. */
export function leansOnBefore({ text }: { readonly text: string }): boolean {
  return LEANING.test(text)
}
