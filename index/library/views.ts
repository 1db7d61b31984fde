/**
 * Indexes of some sets' documents and nothing else. What a channel may not see is not merely left
 * out of its answers: its words, acronyms and counts are not there.
 */
import { setImmediate as breathe } from 'node:timers/promises'
import type { Corpus } from '../corpus.ts'

interface View {
  readonly sets: readonly string[]
  readonly corpus: Corpus
  readonly ready: Promise<Corpus>
}

export class Views {
  readonly #setsOf: (documentId: string) => ReadonlySet<string>
  readonly #views = new Map<string, View>()

  constructor(setsOf: (documentId: string) => ReadonlySet<string>) {
    this.#setsOf = setsOf
  }

  /** @param all the index of everything */
  of(sets: readonly string[], all: Corpus): Promise<Corpus> {
    const key = JSON.stringify([...new Set(sets)].sort())
    const known = this.#views.get(key)
    if (known !== undefined) return known.ready
    const corpus = all.empty()
    const view = { sets, corpus, ready: this.#fill(sets, corpus, all) }
    this.#views.set(key, view)
    return view.ready
  }

  /** After a document came, changed or went. */
  update(documentId: string, all: Corpus): void {
    const document = all.documents.get(documentId)
    for (const { sets, corpus } of this.#views.values())
      if (document !== undefined && this.#sees(sets, documentId)) corpus.addFrom(all, documentId)
      else corpus.remove(documentId)
  }

  /** After sets have changed. */
  forget(): void {
    this.#views.clear()
  }

  #sees(sets: readonly string[], documentId: string): boolean {
    const own = this.#setsOf(documentId)
    return sets.some((set) => own.has(set))
  }

  async #fill(sets: readonly string[], corpus: Corpus, all: Corpus): Promise<Corpus> {
    for (const id of all.documents.keys()) {
      // It may have come by an update meanwhile.
      if (corpus.documents.has(id) || !this.#sees(sets, id)) continue
      corpus.addFrom(all, id)
      await breathe()
    }
    return corpus
  }
}
