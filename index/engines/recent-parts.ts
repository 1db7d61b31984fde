/** What an engine has found out about parts of its documents, kept for those that were searched last. */
import type { Part } from './passage-index.ts'

/** So many channels see different sets at a time; for each, a number a passage is kept. */
const MOST = 8

interface Known<T> {
  readonly version: number
  readonly value: T
}

export class RecentParts<T> {
  /** The one that was asked for last comes last. */
  readonly #known = new Map<Part, Known<T>>()

  /** @param make finds it out; asked again once the part has changed */
  of(part: Part, make: () => T): T {
    const before = this.#known.get(part)
    const known =
      before?.version === part.version ? before : { version: part.version, value: make() }
    this.#known.delete(part)
    this.#known.set(part, known)
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= MOST) break
      this.#known.delete(oldest)
    }
    return known.value
  }

  /** After passages came or went. */
  clear(): void {
    this.#known.clear()
  }
}
