/**
 * The engine that several processes share: one that reads documents writes them to the cluster behind
 * its own back, the others only search it. A cluster that is away is tried again, and said to be away.
 */
import type { Client } from '@opensearch-project/opensearch'
import type { Held } from '../engines/held.ts'
import type {
  EngineState,
  Hit,
  IndexedDocument,
  Part,
  QueryTerm,
  SearchOptions,
  SharedIndex,
  TermCount,
} from '../engines/passage-index.ts'
import { VerbatimError } from '../errors.ts'
import { Slices } from '../slices.ts'
import { fingerprint } from '../snapshot/snapshot.ts'
import { type ClusterOptions, clusterOf, isGone } from './cluster.ts'
import { Lacking } from './lacking.ts'
import { listed, versionOf } from './listed.ts'
import { type OpenOptions, openIndex, OtherVersionError, rebuildIndex, searchedOf } from './open.ts'
import type { OpenSearchIndex } from './opensearch-index.ts'
import { Pending } from './pending.ts'
import type { Gone } from './writes.ts'

interface ClusterIndexOptions {
  readonly client: Client
  readonly alias: string
  readonly analyzer: string
  readonly shards?: number
  /** Whether this process writes what it reads; it only searches otherwise. */
  readonly writes: boolean
  readonly setsOf: (documentId: string) => Iterable<string>
}

/** Milliseconds: what comes together is written together, and what failed is tried again after longer and longer. */
const REST = 50
const FIRST_PAUSE = 1000
const LONGEST_PAUSE = 30_000
/** What could not be opened just now is not tried again by whoever asks next. */
const CLOSED_FOR = 2000
/** Milliseconds that are waited at the end for what is still to be written. */
const CLOSING = 10_000
/** So many documents of older versions are taken out together. */
const MOST_STALE = 500

class ClusterIndex implements SharedIndex {
  readonly #held: Held
  readonly #options: OpenOptions & ClusterIndexOptions
  readonly #pending = new Pending()
  readonly #lacking = new Lacking()
  #opening: Promise<OpenSearchIndex> | undefined
  #closed: { readonly until: number; readonly error: unknown } | undefined
  #writing: Promise<void> | undefined
  #failed: VerbatimError | undefined
  #pause = FIRST_PAUSE
  #timer: NodeJS.Timeout | undefined
  /** Who waits until there is room for more documents. */
  #waiting: (() => void)[] = []
  #compares = false
  #takesOut = false
  /** Documents that the cluster has some passages of; undefined before it was looked. */
  #there: Set<string> | undefined
  /** How many documents are in an index that is being built anew. */
  #rebuilt: number | undefined
  #ended = false

  constructor(held: Held, options: ClusterIndexOptions) {
    this.#held = held
    this.#options = {
      ...options,
      names: held,
      makes: options.writes,
      versionOf: (id) => this.#versionOf(id),
    }
  }

  add(document: IndexedDocument): void {
    this.#note(document.documentId, document)
  }

  remove(documentId: string): void {
    this.#note(documentId)
  }

  async settle(): Promise<void> {
    while (this.#pending.size > 0 || this.#compares || this.#writing !== undefined) {
      // What failed is tried again in its time; nobody waits for that.
      if (this.#failed !== undefined && this.#writing === undefined) throw this.#failed
      await this.#write()
    }
  }

  async keepUp(): Promise<void> {
    while (this.#pending.isFull && this.#failed === undefined) {
      this.#write().catch(() => undefined)
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve)
      })
    }
  }

  async compare(alsoTakesOut: boolean): Promise<void> {
    if (!this.#options.writes) return
    if (alsoTakesOut || (await this.#isLess())) this.#compares = true
    this.#takesOut ||= alsoTakesOut
    await this.settle()
  }

  async #isLess(): Promise<boolean> {
    const index = await this.#writable()
    return (await index.size(undefined)) < this.#held.sizeOf(undefined)
  }

  async search(query: readonly QueryTerm[], options: SearchOptions): Promise<Hit[]> {
    return this.#asked(async (index) => {
      const hits = await index.search(query, options)
      this.#lacking.check(
        options.among,
        this.#held.sizeOf(options.among),
        await index.size(options.among),
      )
      return hits
    })
  }

  count(term: string, among: Part): Promise<TermCount> {
    return this.#asked((index) => index.count(term, among))
  }

  counts(terms: readonly string[], among: Part): Promise<ReadonlyMap<string, TermCount>> {
    return this.#asked((index) => index.counts(terms, among))
  }

  async state(): Promise<EngineState> {
    const failure = await this.#asked(async (index) =>
      this.#lacking.check(undefined, this.#held.sizeOf(undefined), await index.size(undefined)),
    ).then(
      () => this.#failed,
      (error: unknown) => error,
    )
    const problem = failure instanceof Error ? failure.message : undefined
    return { behind: this.#pending.size, problem }
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer)
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(this.#failed ?? new Error('it took too long')), CLOSING)
    })
    try {
      await Promise.race([this.settle(), late])
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      throw new VerbatimError(
        'storage',
        `${this.#pending.size} documents were not written to the search cluster: ${why}. They are when the process starts again that reads the documents.`,
        { cause: error },
      )
    } finally {
      this.#ended = true
      clearTimeout(timer)
      clearTimeout(this.#timer)
      await this.#options.client.close()
    }
  }

  async #asked<T>(ask: (index: OpenSearchIndex) => Promise<T>): Promise<T> {
    const index = await this.#opened()
    try {
      return await ask(index)
    } catch (error) {
      // It was built anew, by this version or another: what is there now is looked at.
      if (isGone(error)) this.#opening = undefined
      throw error
    }
  }

  #opened(): Promise<OpenSearchIndex> {
    if (this.#closed !== undefined && performance.now() < this.#closed.until)
      return Promise.reject(this.#closed.error)
    this.#opening ??= openIndex(this.#options).catch((error: unknown) => {
      this.#opening = undefined
      const told = error instanceof OtherVersionError && this.#options.writes ? this.#anew() : error
      this.#closed = { until: performance.now() + CLOSED_FOR, error: told }
      throw told
    })
    return this.#opening
  }

  /** What the old index says is not for this version; it answers the others until this one is there. */
  #anew(): VerbatimError {
    this.#rest(REST)
    return new VerbatimError(
      'storage',
      `The search cluster is being made ready for this version: ${this.#rebuilt ?? 0} of ${this.#held.documents.size} documents. Ask again in a moment`,
    )
  }

  #note(documentId: string, document?: IndexedDocument): void {
    if (!this.#options.writes) return
    this.#pending.note(documentId, document)
    if (this.#failed === undefined) this.#rest(REST)
  }

  #rest(milliseconds: number): void {
    if (this.#ended) return
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#write().catch(() => undefined)
    }, milliseconds).unref()
  }

  /** One writing after another; each takes all that waits. @throws VerbatimError 'storage' */
  #write(): Promise<void> {
    this.#writing ??= this.#tryToWrite().finally(() => {
      this.#writing = undefined
      this.#goOn()
    })
    return this.#writing
  }

  #goOn(): void {
    for (const resolve of this.#waiting.splice(0)) resolve()
  }

  async #tryToWrite(): Promise<void> {
    try {
      await this.#writeAll()
      this.#failed = undefined
      this.#pause = FIRST_PAUSE
    } catch (error) {
      if (isGone(error)) this.#opening = undefined
      this.#failed =
        error instanceof VerbatimError
          ? error
          : new VerbatimError('storage', String(error), { cause: error })
      this.#rest(this.#pause)
      this.#pause = Math.min(LONGEST_PAUSE, this.#pause * 2)
      throw this.#failed
    }
  }

  async #writeAll(): Promise<void> {
    const index = await this.#writable()
    if (this.#compares) await this.#compare()
    const stale: Gone[] = []
    const taken: string[] = []
    try {
      for (let next = this.#pending.next(); next !== undefined; next = this.#pending.next()) {
        taken.push(next.id)
        if (!this.#pending.isFull) this.#goOn()
        const left = await this.#put(index, next.id, next.document)
        if (left !== undefined) stale.push(left)
        if (stale.length >= MOST_STALE) await index.removeAll(stale.splice(0))
      }
      await index.removeAll(stale)
      await index.settle()
    } catch (error) {
      for (const id of taken) this.#pending.note(id)
      throw error
    }
  }

  /** @returns what is to go: all of it, or what is of older versions */
  async #put(
    index: OpenSearchIndex,
    id: string,
    known?: IndexedDocument,
  ): Promise<Gone | undefined> {
    const wasThere = this.#there?.has(id) !== false
    const document = known ?? this.#held.indexed(id)
    if (document === undefined || !this.#held.documents.has(id))
      return wasThere ? { doc: id } : undefined
    const gone = wasThere ? { doc: id, but: this.#versionOf(id) } : undefined
    this.#there?.add(id)
    await index.add(document)
    return gone
  }

  /** The index as it is, or built anew where other code made it. */
  async #writable(): Promise<OpenSearchIndex> {
    try {
      return await (this.#opening ?? openIndex(this.#options))
    } catch (error) {
      if (!(error instanceof OtherVersionError)) throw error
      this.#rebuilt = 0
      const index = await rebuildIndex(this.#options, (fresh) => this.#fill(fresh))
      this.#rebuilt = undefined
      this.#closed = undefined
      this.#opening = Promise.resolve(index)
      return index
    }
  }

  async #fill(fresh: OpenSearchIndex): Promise<void> {
    const slices = new Slices()
    for (const id of this.#held.documents.keys()) {
      const document = this.#held.indexed(id)
      if (document !== undefined) await fresh.add(document)
      this.#rebuilt = (this.#rebuilt ?? 0) + 1
      if (slices.over) await slices.rest()
    }
  }

  /** Notes what the cluster lacks, and what it has that is not here. */
  async #compare(): Promise<void> {
    const there = await listed(this.#options.client, searchedOf(this.#options))
    this.#there = new Set(there.keys())
    const slices = new Slices()
    for (const [id, document] of this.#held.documents) {
      if (slices.over) await slices.rest()
      const passages = this.#held.passagesOf(id)
      const [found, ...more] = there.get(id) ?? []
      there.delete(id)
      if (found === undefined && passages.length === 0) continue
      const version = versionOf(document, passages, this.#options.setsOf(id))
      const isThere = found?.version === version && found.passages === passages.length
      if (!isThere || more.length > 0) this.#pending.note(id)
    }
    if (this.#takesOut) for (const id of there.keys()) this.#pending.note(id)
    this.#compares = false
  }

  #versionOf(id: string): string {
    const document = this.#held.documents.get(id)
    return document === undefined
      ? ''
      : versionOf(document, this.#held.passagesOf(id), this.#options.setsOf(id))
  }
}

/** One for each that holds documents, all by one way to the cluster; terms are those of this code. */
export function makeClusterIndex({
  way,
  ...options
}: Pick<ClusterIndexOptions, 'alias' | 'shards' | 'writes'> & { readonly way: ClusterOptions }) {
  const client = clusterOf(way)
  const analyzer = fingerprint().toString(16)
  return (held: Held, setsOf: ClusterIndexOptions['setsOf']): SharedIndex =>
    new ClusterIndex(held, { ...options, client, analyzer, setsOf })
}
