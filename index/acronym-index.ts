/** The acronyms that documents define: each long form once, as the first document writes it that may be seen. */
import type { Acronym } from './corpus.ts'
import type { DefinedAcronym } from './analysis.ts'
import type { ColumnReader, ColumnWriter } from './snapshot/columns.ts'

/** How a document writes it, and when it came: forms go by that. */
interface Definition {
  readonly at: number
  readonly acronym: string
  readonly longForm: string
}

/** One of the long forms of an acronym. */
interface Form {
  readonly terms: readonly string[]
  /** By document, in the order in which they came. */
  readonly by: Map<string, Definition>
}

/** By the terms of the form. */
type Forms = Map<string, Form>

const all = (): boolean => true

export class AcronymIndex {
  readonly #forms = new Map<string, Forms>()
  /** Document → acronyms that it defines. */
  readonly #keys = new Map<string, Set<string>>()
  #next = 0

  /** @param definitions of a document that is not there yet */
  add(documentId: string, definitions: readonly DefinedAcronym[]): void {
    for (const { key, acronym, longForm, terms } of definitions) {
      const forms: Forms = this.#forms.get(key) ?? new Map()
      this.#forms.set(key, forms)
      const joined = terms.join(' ')
      const form: Form = forms.get(joined) ?? { terms, by: new Map() }
      forms.set(joined, form)
      if (form.by.has(documentId)) continue
      form.by.set(documentId, { at: this.#next++, acronym, longForm })
      const keys = this.#keys.get(documentId)
      if (keys === undefined) this.#keys.set(documentId, new Set([key]))
      else keys.add(key)
    }
  }

  remove(documentId: string): void {
    for (const key of this.#keys.get(documentId) ?? []) {
      const forms = this.#forms.get(key)
      if (forms === undefined) continue
      for (const [joined, { by }] of forms)
        if (by.delete(documentId) && by.size === 0) forms.delete(joined)
      if (forms.size === 0) this.#forms.delete(key)
    }
    this.#keys.delete(documentId)
  }

  /** What an acronym stands for in the documents that pass, in the order in which they say so. */
  of(key: string, has: (documentId: string) => boolean = all): Acronym[] {
    const found: { readonly at: number; readonly acronym: Acronym }[] = []
    for (const { terms, by } of this.#forms.get(key)?.values() ?? [])
      for (const [documentId, { at, acronym, longForm }] of by) {
        if (!has(documentId)) continue
        found.push({ at, acronym: { acronym, longForm, terms, documentId } })
        break
      }
    return found.sort((a, b) => a.at - b.at).map(({ acronym }) => acronym)
  }

  /** Every acronym that the documents that pass define. */
  *entries(has?: (documentId: string) => boolean): Generator<readonly [string, Acronym[]], void> {
    for (const key of this.#forms.keys()) {
      const forms = this.of(key, has)
      if (forms.length > 0) yield [key, forms]
    }
  }

  save(to: ColumnWriter): void {
    const saved: Saved[] = []
    for (const [key, forms] of this.#forms)
      for (const { terms, by } of forms.values())
        for (const [documentId, { at, acronym, longForm }] of by)
          saved.push([at, documentId, { key, acronym, longForm, terms }])
    to.list(saved.sort(([one], [other]) => one - other))
  }

  /** @param from what `save` wrote */
  restore(from: ColumnReader): void {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by `save`; who keeps the columns vouches for them
    for (const [, documentId, definition] of from.list() as readonly Saved[])
      this.add(documentId, [definition])
  }
}

/** When it came, the document, and what it defines. */
type Saved = readonly [number, string, DefinedAcronym]
