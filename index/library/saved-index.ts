/** The index of a library on disk: where it is, which engine it is loaded into, what was wrong with it. */
import { statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { WholeCorpus } from '../whole-corpus.ts'
import { type Engine, engineFor } from '../engines/engines.ts'
import type { MakeIndex } from '../engines/held.ts'
import {
  dropPrevious,
  type LoadedSnapshot,
  loadSnapshot,
  saveSnapshot,
} from '../snapshot/snapshot.ts'

export interface SavedIndexOptions {
  readonly data: string
  readonly name: string
  /** `auto` unless told. */
  readonly engine?: Engine
  /** An engine elsewhere, in place of that. */
  readonly makeIndex?: MakeIndex
}

export class SavedIndex {
  readonly #path: string
  readonly #engineFor: (passages: number) => Promise<MakeIndex>
  #reread: string | undefined

  constructor({ data, name, engine = 'auto', makeIndex }: SavedIndexOptions) {
    this.#path = join(data, `${name}.index`)
    this.#engineFor = (passages) =>
      makeIndex === undefined ? engineFor(engine, passages) : Promise.resolve(makeIndex)
  }

  /** An empty one where there is none that can be used; `notice`: what a person should know of that. */
  async open(): Promise<{ readonly corpus: WholeCorpus; readonly notice: string | undefined }> {
    const loaded = await this.#load()
    return {
      corpus: loaded.corpus ?? new WholeCorpus(await this.#engineFor(0)),
      notice: noticeOf(loaded),
    }
  }

  /** As it is now, perhaps by another process. */
  async reread(): Promise<WholeCorpus | undefined> {
    this.#reread = this.#stamp()
    return (await this.#load()).corpus
  }

  /** A set of documents that has grown goes over to the engine for large ones first. */
  async save(corpus: WholeCorpus): Promise<void> {
    await corpus.use(await this.#engineFor(corpus.passages.size))
    await saveSnapshot(this.#path, corpus)
  }

  /** So that what was removed since is in no file. */
  forgetPrevious(): Promise<void> {
    return dropPrevious(this.#path)
  }

  /** Whether it was saved since it was last read again. */
  get isNewer(): boolean {
    return this.#stamp() !== this.#reread
  }

  #stamp(): string {
    const found = statSync(this.#path, { throwIfNoEntry: false })
    return found === undefined ? '' : `${found.ino} ${found.mtimeMs} ${found.size}`
  }

  #load(): Promise<LoadedSnapshot> {
    return loadSnapshot(this.#path, this.#engineFor)
  }
}

function noticeOf(loaded: LoadedSnapshot): string | undefined {
  const kept = loaded.damaged === undefined ? '' : ` and is kept as ${basename(loaded.damaged)}`
  if (loaded.corpus !== undefined)
    return kept === ''
      ? undefined
      : `The saved index was damaged${kept}; the one before it is used.`
  if (loaded.reason === 'other version')
    return 'The saved index is of another version; it is built again.'
  return loaded.reason === 'damaged'
    ? `The saved index was damaged${kept}; it is built again from the documents.`
    : undefined
}
