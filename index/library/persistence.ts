/** What a library keeps on the disk beside its manifest: the index as it is searched, and the files it fetched. */
import type { FetchedFiles } from './fetched-files.ts'
import type { Holdings } from './holdings.ts'
import type { Manifest } from './manifest.ts'
import type { SavedIndex } from './saved-index.ts'

export interface PersistenceOptions {
  readonly manifest: Manifest
  readonly holdings: Holdings
  readonly index: SavedIndex
  readonly fetched: FetchedFiles
}

export class Persistence {
  readonly #options: PersistenceOptions

  constructor(options: PersistenceOptions) {
    this.#options = options
  }

  /** Saves the index, if it has changed. */
  async save(): Promise<void> {
    const { holdings, index } = this.#options
    // One with less than another process has saved would only have to be read again.
    if (!holdings.unsaved || holdings.missing().length > 0) return
    // Whoever takes it over searches the same engine: what is known there is to be found there.
    await holdings.corpus.shared?.settle().catch(() => undefined)
    await index.save(holdings.corpus)
    holdings.unsaved = false
  }

  /** Saves the index, and takes what was taken out of it from every file. */
  async purge(): Promise<void> {
    await this.save()
    await this.#options.index.forgetPrevious()
    await this.prune()
  }

  /** Takes away fetched files that nothing is read from any more. */
  prune(): Promise<void> {
    const { fetched, manifest } = this.#options
    return fetched.prune(manifest.hashes())
  }

  /** Takes over from another process what it has read and saved. */
  async takeOver(): Promise<void> {
    const { holdings, index } = this.#options
    if (holdings.missing().length === 0 || !index.isNewer) return
    const corpus = await index.reread()
    if (corpus !== undefined) await holdings.takeFrom(corpus)
  }
}
