/** Documents that came, changed or went and are to be written: what they hold is kept of so many only. */
import type { IndexedDocument } from '../engines/passage-index.ts'

/** Passages; what comes on top is analysed again when its turn comes. */
const MOST_KEPT = 20_000

export class Pending {
  readonly #ids = new Set<string>()
  readonly #kept = new Map<string, IndexedDocument>()
  #passages = 0

  get size(): number {
    return this.#ids.size
  }

  get isFull(): boolean {
    return this.#passages >= MOST_KEPT
  }

  /** @param document undefined where it is gone, or is to be looked up */
  note(documentId: string, document?: IndexedDocument): void {
    this.#forget(documentId)
    this.#ids.add(documentId)
    if (document === undefined || this.isFull) return
    this.#kept.set(documentId, document)
    this.#passages += document.passages.length
  }

  /** The one that waits longest. */
  next(): { readonly id: string; readonly document: IndexedDocument | undefined } | undefined {
    for (const id of this.#ids) {
      const document = this.#kept.get(id)
      this.#forget(id)
      this.#ids.delete(id)
      return { id, document }
    }
    return undefined
  }

  #forget(id: string): void {
    this.#passages -= this.#kept.get(id)?.passages.length ?? 0
    this.#kept.delete(id)
  }
}
