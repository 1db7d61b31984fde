/**
 * The documents of some sets and nothing else. What a channel may not see is not merely left out of
 * its answers: its words, acronyms and counts are not there.
 */
import type { Corpus } from '../corpus.ts'
import { CorpusView } from '../corpus-view.ts'
import { Slices } from '../slices.ts'
import type { WholeCorpus } from '../whole-corpus.ts'

interface View {
  readonly sets: readonly string[]
  readonly corpus: CorpusView
  readonly ready: Promise<Corpus>
}

export class Views {
  readonly #all: WholeCorpus
  readonly #setsOf: (documentId: string) => ReadonlySet<string>
  readonly #views = new Map<string, View>()

  /** @param all the index of everything */
  constructor(all: WholeCorpus, setsOf: (documentId: string) => ReadonlySet<string>) {
    this.#all = all
    this.#setsOf = setsOf
  }

  of(sets: readonly string[]): Promise<Corpus> {
    const key = JSON.stringify([...new Set(sets)].sort())
    const known = this.#views.get(key)
    if (known !== undefined) return known.ready
    const corpus = new CorpusView(this.#all, sets)
    const view = { sets, corpus, ready: this.#fill(sets, corpus) }
    this.#views.set(key, view)
    return view.ready
  }

  /** After a document came, changed or went. */
  update(documentId: string): void {
    for (const { sets, corpus } of this.#views.values())
      corpus.update(documentId, this.#sees(sets, documentId))
  }

  /** After sets have changed. */
  forget(): void {
    this.#views.clear()
  }

  #sees(sets: readonly string[], documentId: string): boolean {
    const own = this.#setsOf(documentId)
    return sets.some((set) => own.has(set))
  }

  async #fill(sets: readonly string[], corpus: CorpusView): Promise<Corpus> {
    const slices = new Slices()
    for (const id of this.#all.documents.keys()) {
      // It may have come by an update meanwhile.
      if (corpus.has(id)) continue
      corpus.update(id, this.#sees(sets, id))
      if (slices.over) await slices.rest()
    }
    return corpus
  }
}
