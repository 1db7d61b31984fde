/** What answers from some of the documents: those that a channel may see, and nothing else. */
import type { Corpus } from '../index/corpus.ts'
import { Asker, type Caution } from './ask/ask.ts'
import { type FieldWords, fieldWords } from './ask/field-words.ts'
import { loadModel } from './ask/model.ts'
import type { Checker, CheckerOptions } from './check/check.ts'
import { Conversations } from './conversations.ts'
import { FigureFinder } from './figures/finder.ts'
import type { Store } from './store/store.ts'

export interface PipelineOptions {
  readonly aliases: Readonly<Record<string, string>>
  /** Groups of words that stand for one another, besides those of the field. */
  readonly synonyms?: readonly (readonly string[])[]
  readonly caution: Caution
  readonly store: Store
  /** How long a conversation is remembered after its last message. */
  readonly rememberHours: number
  readonly clock: () => Date
}

export interface Pipeline {
  readonly corpus: Corpus
  readonly asker: Asker
  readonly finder: FigureFinder
  readonly conversations: Conversations
  /** Loaded when a draft comes: an answer does not need it. */
  readonly checker: () => Promise<Checker>
}

export class Pipelines {
  readonly #options: PipelineOptions
  readonly #field: FieldWords
  readonly #known = new WeakMap<Corpus, Pipeline>()

  constructor(options: PipelineOptions) {
    this.#options = options
    this.#field = fieldWords(options.synonyms)
  }

  of(corpus: Corpus): Pipeline {
    const pipeline = this.#known.get(corpus) ?? this.#make(corpus)
    this.#known.set(corpus, pipeline)
    return pipeline
  }

  #make(corpus: Corpus): Pipeline {
    const { aliases, caution, store, rememberHours, clock } = this.#options
    const field = this.#field
    const asker = new Asker({ corpus, aliases, field, caution, model: loadModel(), clock })
    const finder = new FigureFinder({ corpus, aliases, field, clock })
    let checker: Promise<Checker> | undefined
    return {
      corpus,
      asker,
      finder,
      conversations: new Conversations({
        asker,
        turns: store.conversations,
        rememberHours,
        clock,
      }),
      checker: () => (checker ??= checkerOf({ corpus, asker, finder, field })),
    }
  }
}

async function checkerOf(options: CheckerOptions): Promise<Checker> {
  const { Checker } = await import('./check/check.ts')
  return new Checker(options)
}
