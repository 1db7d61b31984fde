/** What there is: the documents, questions that they answer, completions; made once while they stay as they are. */
import type { Corpus } from '../index/corpus.ts'
import type { Document } from '../index/document.ts'
import type { Language } from '../index/languages/packs.ts'
import type { Request } from './adapter.ts'
import { suggest } from './ask/examples.ts'
import { citeDocument } from './ask/quotes.ts'
import { Completions, matching } from './completions.ts'
import type { Pipeline } from './pipeline.ts'
import { languageOf } from './read/language-of.ts'
import { rememberedUntilChanged } from './remembered.ts'
import type { Reply, Source, Sources } from './reply.ts'
import type { Sight } from './sight.ts'
import { wordingsIn } from './wordings/in-language.ts'

export class Overview {
  readonly #completions = new Completions()
  readonly #suggested = new WeakMap<
    Corpus,
    { readonly version: number; readonly count: number; readonly examples: Promise<string[]> }
  >()

  complete(
    { corpus }: Pipeline,
    { sets }: Sight,
    what: Extract<Request, { kind: 'suggest' }>['what'],
    typed: string,
  ): string[] {
    if (what !== 'sets') return this.#completions.of(corpus, what, typed)
    return matching(sets, typed)
  }

  sources({ corpus }: Pipeline, { origins, problems }: Sight, explain = false): Sources {
    return {
      kind: 'sources',
      origins: [...origins],
      documents: explain
        ? [...corpus.documents.values()].map((document) => ({
            ...sourceOf(corpus, document),
            evidence: [...(document.evidence ?? [])],
          }))
        : [...listed(corpus)],
      problems: [...problems],
    }
  }

  /** Looked for once while the documents stay as they are: every question is tried before it is told. */
  async examples({ corpus, asker }: Pipeline, count: number): Promise<string[]> {
    const known = this.#suggested.get(corpus)
    const fits = known !== undefined && known.version === corpus.version && known.count >= count
    const { version } = corpus
    const examples = fits ? known.examples : suggest(corpus, asker, count)
    if (!fits) this.#suggested.set(corpus, { version, count, examples })
    try {
      return (await examples).slice(0, count)
    } catch (error) {
      // An index that does not answer now may answer the next time.
      if (this.#suggested.get(corpus)?.examples === examples) this.#suggested.delete(corpus)
      throw error
    }
  }

  async help(pipeline: Pipeline, language: Language | undefined): Promise<Reply> {
    const { size } = pipeline.corpus.documents
    return {
      kind: 'help',
      text: [...wordingsIn(language).chat.help(size)],
      examples: await this.examples(pipeline, 3),
    }
  }
}

/** Of thousands it takes a while to make. */
const listed = rememberedUntilChanged((corpus: Corpus): readonly Source[] =>
  [...corpus.documents.values()].map((document) => sourceOf(corpus, document)),
)

/** As `sources` lists it. */
const sourceOf = (corpus: Corpus, document: Document): Source => ({
  ...citeDocument(document),
  language: languageOf(document),
  length: document.clean.length,
  passages: corpus.passagesOf(document.id).length,
  ...(document.series !== undefined && { series: document.series.label }),
  ...(document.period !== undefined && { covers: { ...document.period } }),
})
