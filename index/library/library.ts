/**
 * The set of documents on disk and on the web: reads what is new or changed, keeps the index in step
 * with it and in a snapshot, and says what came in. Files are read in processes of their own.
 */
import { join } from 'node:path'
import type { Corpus } from '../corpus.ts'
import type { Document } from '../document.ts'
import type { Engine } from '../engines/engines.ts'
import type { Fetcher } from '../fetch/fetcher.ts'
import { type Candidates, fileCandidate, folderCandidates } from './candidates.ts'
import {
  explain,
  LibraryBusyError,
  LibraryError,
  type LoadProgress,
  type Problem,
} from './folder.ts'
import type { Description } from './descriptions.ts'
import { Holdings, type Outcome, skippedOf, type Work } from './holdings.ts'
import { inOrder } from './in-order.ts'
import { type Change, Manifest, type VersionRecord } from './manifest.ts'
import { originalOf } from './original.ts'
import { Collections } from './collections.ts'
import { FetchedFiles } from './fetched-files.ts'
import { Pages, type Web } from './pages.ts'
import { type Report, ReportBuilder } from './report.ts'
import { SavedIndex } from './saved-index.ts'
import { isAddress, kindOf, type Source } from './source.ts'
import type { Remote } from '../sources/remote.ts'
import type { Parser } from '../parsing/parser.ts'
import type { Parsed } from '../parsing/parsed.ts'
import { ProcessLock } from '../sqlite/lock.ts'
import { privateFolder } from '../sqlite/private-folder.ts'

export interface LibraryOptions {
  /** Folder for what must survive a restart. */
  readonly data: string
  /** Of its files there: libraries of different sources are kept apart. */
  readonly name: string
  /** From the configuration. Those that were added by command come on top. */
  readonly sources: readonly Source[]
  /** Read while there is no other source. */
  readonly otherwise?: Source
  readonly parser: Parser
  readonly fetcher: Fetcher
  /** What lists the files behind an address; `undefined` when it is a page or a feed itself. */
  readonly remoteOf?: (location: string) => Remote | undefined
  readonly maxFileBytes: number
  /** `auto` unless told. */
  readonly engine?: Engine
  /** Seconds between two looks at an address. */
  readonly pollSeconds: number
  readonly clock?: () => Date
}

export interface RefreshOptions {
  readonly onProgress?: (progress: LoadProgress) => void
  readonly signal?: AbortSignal
  /** Which addresses are fetched: those that are due unless told. */
  readonly web?: Web
  /** What was skipped is tried again, as with `web: 'all'`. */
  readonly again?: boolean
  /** Milliseconds to wait for another process that reads documents; until it is done unless told. */
  readonly patience?: number
  /** Called when it has to be waited for. */
  readonly onWait?: () => void
  /** Only this source; of a folder, only these files. */
  readonly location?: string
  readonly names?: ReadonlySet<string>
}

const EMPTY = 'no document in it; put files there: text, Markdown, PDF, Word, web pages'

/** So many files are on their way at once. */
const AT_ONCE = 16
/** So many files are written down together; more would keep the readers waiting for their next file. */
const BATCH = 4
/** At the end another process is waited for no longer. */
const CLOSING_MS = 2000
/** A long refresh that is cut short goes on from the last snapshot. */
const SAVE_EVERY_MS = 30_000

export class Library {
  readonly #options: LibraryOptions
  readonly #manifest: Manifest
  readonly #index: SavedIndex
  readonly #pages: Pages
  readonly #collections: Collections
  readonly #fetched: FetchedFiles
  readonly #holdings: Holdings
  readonly #lock: ProcessLock
  /** Of the manifest when it was taken over last; another number when another process has written. */
  #seen = -1
  /** Of sources themselves; those of files are among the holdings. */
  readonly #problems = new Map<string, readonly Problem[]>()
  readonly #listeners: ((changes: readonly Change[]) => void)[] = []
  #sources: readonly Source[] = []
  #notice: string | undefined
  #queue: Promise<unknown> = Promise.resolve()
  #savedAt = 0

  private constructor(options: LibraryOptions, corpus: Corpus, index: SavedIndex) {
    this.#index = index
    const { data, name, clock = () => new Date() } = options
    this.#options = options
    this.#manifest = new Manifest(join(data, `${name}.sqlite`))
    this.#lock = new ProcessLock(join(data, `${name}.lock`))
    this.#fetched = new FetchedFiles(data)
    const known = { manifest: this.#manifest, kept: this.#fetched, clock }
    this.#pages = new Pages({ ...options, ...known })
    this.#collections = new Collections({ ...options, ...known })
    const setsOf = (id: string) => this.setsOf(id)
    this.#holdings = new Holdings({ corpus, manifest: this.#manifest, setsOf, clock })
  }

  /** Ready to be searched with what it knew when it was saved; `refresh` brings it up to date. */
  static async open(options: LibraryOptions): Promise<Library> {
    privateFolder(options.data)
    const index = new SavedIndex(options)
    const { corpus, notice } = await index.open()
    const library = new Library(options, corpus, index)
    const notices = [library.#manifest.notice, notice].filter((one) => one !== undefined)
    if (notices.length > 0) library.#notice = notices.join(' ')
    library.#reload()
    return library
  }

  get corpus(): Corpus {
    return this.#holdings.corpus
  }

  /** What a person should know of the saved index. */
  get notice(): string | undefined {
    return this.#notice
  }

  /** What a person should know of sources and files. */
  get problems(): readonly Problem[] {
    return [...[...this.#problems.values()].flat(), ...this.#holdings.problems]
  }

  /** Each location once for each set it is in. */
  get sources(): readonly Source[] {
    return this.#sources
  }

  get sets(): readonly string[] {
    return [...new Set(this.#sources.map(({ set }) => set))]
  }

  setsOf(documentId: string): ReadonlySet<string> {
    const location = this.#holdings.locationOf(documentId)
    return new Set(
      this.#sources.filter((source) => source.location === location).map(({ set }) => set),
    )
  }

  /** How many documents a source has. */
  countOf(location: string): number {
    return this.#holdings.countOf(location)
  }

  /** Everything, or the documents of some sets and nothing of any other. */
  view(sets?: readonly string[]): Promise<Corpus> {
    if (sets === undefined || this.sets.every((set) => sets.includes(set)))
      return Promise.resolve(this.corpus)
    return this.#holdings.view(sets)
  }

  /** What came in or changed after `since`, oldest first; what is gone again is left out. */
  changes(since: Date): readonly Change[] {
    return this.#manifest.changes(since.getTime()).filter(({ id }) => this.corpus.documents.has(id))
  }

  /** Hears of changes once they can be searched. */
  onChange(listener: (changes: readonly Change[]) => void): void {
    this.#listeners.push(listener)
  }

  /** When an address is to be looked at next, milliseconds since 1970; infinite without addresses. */
  get nextDue(): number {
    return this.#pages.nextDue(this.#locationsNow().filter(isAddress))
  }

  /** Another number after another process has written. */
  get version(): number {
    return this.#manifest.version()
  }

  /**
   * Reads what is new or changed.
   * @throws LibraryError when the one location asked for is not there
   * @throws the signal's reason when it is aborted; what was read until then stays
   */
  refresh(options: RefreshOptions = {}): Promise<Report> {
    return this.#alone(() => this.#refresh(options), options)
  }

  /**
   * Puts a source into a set and reads it.
   * @throws LibraryError when nothing is there, or it must not be fetched
   */
  add(source: Source, options: RefreshOptions = {}): Promise<Report> {
    return this.#alone(async () => {
      const { location } = source
      const known = this.#sources.some((one) => one.location === location)
      if ((await kindOf(location)) === undefined)
        throw new LibraryError(`${location} does not exist; check the path`)
      if (!this.#sources.some((one) => one.location === location && one.set === source.set))
        this.#manifest.addSource(source)
      this.#reload()
      try {
        const report = await this.#refresh({ ...options, location, web: 'all' })
        const refused = this.#problems.get(location)?.[0]
        if (isAddress(location) && refused !== undefined && this.countOf(location) === 0)
          throw new LibraryError(refused.message)
        return report
      } catch (error) {
        // A source that could not be read at all is none; one that was cut short is.
        if (!known && error instanceof LibraryError) {
          this.#manifest.removeSource(location, source.set)
          this.#manifest.forgetSource(location)
          this.#problems.delete(location)
          this.#reload()
        }
        throw error
      }
    }, options)
  }

  /** Takes a source that was added out of a set, or of all; its documents go unless another has them. */
  remove(location: string, set?: string): Promise<{ sources: number; documents: number }> {
    return this.#alone(async () => {
      const before = this.corpus.documents.size
      const sources = this.#manifest.removeSource(location, set)
      this.#reload()
      if (!this.#locationsNow().includes(location)) this.#manifest.forgetSource(location)
      await this.#save()
      // What was taken out is kept nowhere.
      await this.#index.forgetPrevious()
      await this.#fetched.prune(this.#manifest.hashes())
      return { sources, documents: before - this.corpus.documents.size }
    })
  }

  /**
   * Takes a document out of everything that is kept: its id, its path, or the address of its page.
   * `source`: where it still is and is read again from.
   */
  forget(what: string): Promise<{ documents: number; source?: string }> {
    return this.#alone(async () => {
      if (isAddress(what) && this.#manifest.removeSource(what) > 0) {
        const before = this.corpus.documents.size
        this.#reload()
        this.#manifest.forgetSource(what)
        await this.#forgetFiles([])
        return { documents: before - this.corpus.documents.size }
      }
      const ids = this.#holdings.named(what)
      const source = ids[0] === undefined ? undefined : this.#holdings.locationOf(ids[0])
      this.#holdings.forget(ids)
      // One that is gone already may still be in what was saved before.
      await this.#forgetFiles([...ids, what])
      return { documents: ids.length, ...(source !== undefined && { source }) }
    })
  }

  /** A document as it was before it changed, the newest version first. */
  versions(id: string): readonly VersionRecord[] {
    return this.#holdings.versions.of(id)
  }

  /** Such a version; nothing where it is not kept any more. */
  older(id: string, hash: string): Document | undefined {
    return this.#holdings.versions.read(id, hash)
  }

  /** The bytes that a document was read from, while they are there and the same. */
  original(id: string): Promise<Uint8Array | undefined> {
    const file = this.#holdings.fileOf(id)
    if (file === undefined) return Promise.resolve(undefined)
    return originalOf({ location: file.source, ...file }, this.#options)
  }

  /**
   * The one document that is called so: by its id, or its path or address.
   * @throws LibraryError when none or several are
   */
  documentOf(what: string): Document {
    return this.#holdings.documentOf(what)
  }

  /**
   * Keeps what a person says of a document in place of what it says itself.
   * @returns the document as it is shown now
   * @throws LibraryError when none or several are called so
   */
  describe(what: string, given: Description): Promise<Document> {
    return this.#alone(async () => {
      const { id } = this.documentOf(what)
      if (Object.keys(given).length > 0) {
        const location = this.#holdings.locationOf(id)
        if (this.#holdings.describe(id, given) && location !== undefined)
          await this.#refresh({ location })
        await this.#save()
      }
      return this.documentOf(id)
    })
  }

  /**
   * What is older than what is searched now is in no file any more; of versions of documents, those that
   * were current no longer before then are taken out.
   * @returns how many versions
   */
  forgetPrevious(before: Date): Promise<number> {
    return this.#alone(async () => {
      const versions = this.#manifest.forgetVersionsBefore(before.getTime())
      await this.#forgetFiles([])
      return versions
    })
  }

  async #forgetFiles(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#manifest.forgetDocument(id)
    await this.#save()
    await this.#index.forgetPrevious()
    await this.#fetched.prune(this.#manifest.hashes())
  }

  /** Where the files that people gave are kept, a folder for each set. */
  get uploads(): string {
    return join(this.#options.data, 'uploads')
  }

  /** Saves what single files have changed, if they have. */
  save(): Promise<void> {
    return this.#alone(() => this.#save())
  }

  /** Saves what was read and lets go of everything. */
  async close(): Promise<void> {
    await this.#queue.catch(() => {})
    try {
      if (this.#holdings.unsaved) await this.#alone(() => this.#save(), { patience: CLOSING_MS })
    } catch (error) {
      // Whoever is reading saves it, or it is read again.
      if (!(error instanceof LibraryBusyError)) throw error
    } finally {
      this.#manifest.close()
    }
  }

  /** Whether a file is missing that may be read when it is tried again. */
  get hasSkipped(): boolean {
    return this.#holdings.hasSkipped
  }

  /** Sources or files may have been changed by another process: takes them as they are now. */
  reload(): Promise<void> {
    return this.#exclusively(() => this.#takeOver())
  }

  #locationsNow(): string[] {
    return [...new Set(this.#sources.map(({ location }) => location))]
  }

  #reload(): void {
    const seen = new Set<string>()
    const before = JSON.stringify(this.#sources)
    const { sources, otherwise } = this.#options
    const all = [...sources, ...this.#manifest.sources()]
    // What answered before goes on answering until something was read that takes its place.
    const isAnswered = sources.length > 0 || this.#manifest.answers
    if (!isAnswered && otherwise !== undefined) all.push(otherwise)
    this.#sources = all.filter((source) => {
      const key = JSON.stringify(source)
      return !seen.has(key) && seen.add(key) !== undefined
    })
    if (JSON.stringify(this.#sources) !== before) this.#holdings.forgetViews()
    this.#holdings.reload(this.#locationsNow())
  }

  async #refresh(options: RefreshOptions): Promise<Report> {
    const { signal, onProgress, location: only, names } = options
    const report = new ReportBuilder()
    const changes: Change[] = []
    const work: Work[] = []
    this.#savedAt = Date.now()
    for (const location of this.#locationsNow()) {
      if (only !== undefined && location !== only) continue
      signal?.throwIfAborted()
      const candidates = await this.#look(location, options)
      this.#holdings.forgetMissing(location, candidates, names, report)
      for (const candidate of candidates.found) {
        const known = this.#holdings.file(location, candidate.name)
        // What was skipped may be read this time: a machine that was busy is not always.
        const again =
          (options.web === 'all' || options.again === true) && known?.reason !== undefined
        if (!again && this.#holdings.isUnchanged(candidate, known)) {
          report.unchanged++
          report.skipped.push(...skippedOf(known))
        } else work.push({ location, candidate, known })
      }
    }
    let done = 0
    const batch: { item: Work; result: Outcome }[] = []
    const flush = (): void => {
      changes.push(...this.#holdings.commit(batch.splice(0), report))
    }
    try {
      for await (const each of inOrder(work, AT_ONCE, (one) => this.#read(one, signal))) {
        onProgress?.({ done: done++, total: work.length, name: each.item.candidate.name })
        batch.push(each)
        signal?.throwIfAborted()
        if (batch.length >= BATCH) flush()
        if (Date.now() - this.#savedAt > SAVE_EVERY_MS) {
          flush()
          await this.#save()
        }
      }
    } finally {
      // What was read before it was cut short stays read.
      flush()
      if (report.read + report.removed > 0)
        for (const location of this.#locationsNow()) await this.#holdings.settleTitles(location)
      if (changes.length > 0) for (const listener of this.#listeners) listener(changes)
      const { otherwise } = this.#options
      if (changes.length > 0 && otherwise !== undefined && this.#sources.includes(otherwise))
        this.#reload()
      // Single files are searched at once and saved with others, for saving takes longer than reading.
      if (names === undefined) await this.#save()
    }
    if (names === undefined) await this.#fetched.prune(this.#manifest.hashes())
    onProgress?.({ done: work.length, total: work.length, name: '' })
    this.#notice = undefined
    return report.finish()
  }

  /** What a source holds now. What is wrong with it is a problem and stops no other. */
  async #look(location: string, { web = 'due', location: only, names, signal }: RefreshOptions) {
    const nothing: Candidates = { found: [], problems: [], whole: false }
    const { maxFileBytes } = this.#options
    const before = this.#problems.get(location) ?? []
    this.#problems.delete(location)
    try {
      const remote = this.#options.remoteOf?.(location)
      if (remote !== undefined) {
        const files = this.#holdings.files(location)
        const found = await this.#collections.candidates(location, remote, files, web, signal)
        this.#problems.set(location, found.problems)
        return found
      }
      if (isAddress(location)) {
        const hash = this.#holdings.file(location, location)?.hash
        const found = await this.#pages.candidates(location, hash, web, signal)
        this.#problems.set(location, found.problems)
        return found
      }
      const kind = await kindOf(location)
      if (kind === 'file') {
        const found = await fileCandidate(location, maxFileBytes)
        this.#problems.set(location, found.problems)
        return found
      }
      const found = await folderCandidates(location, maxFileBytes, names)
      const others = names === undefined ? [] : before.filter(({ name }) => !names.has(name))
      this.#problems.set(location, [...others, ...found.problems])
      if (found.whole && found.found.length === 0 && found.problems.length === 0)
        this.#problems.set(location, [{ name: location, message: EMPTY }])
      return found
    } catch (error) {
      signal?.throwIfAborted()
      const message =
        error instanceof LibraryError ? error.message : `${location} ${explain(error)}`
      if (only === location) throw new LibraryError(message, { cause: error })
      this.#problems.set(location, [{ name: location, message }])
      return nothing
    }
  }

  async #read({ candidate, known }: Work, signal: AbortSignal | undefined): Promise<Outcome> {
    const loaded = await candidate.load(signal)
    if (loaded.reason !== undefined) return { state: 'skipped', loaded, reason: loaded.reason }
    const isSame = known?.hash === loaded.hash && known.reason === undefined
    if (isSame && this.#holdings.isRead(known)) return { state: 'unchanged', loaded }
    const { bytes, contentType, url } = loaded
    const parsed: Parsed = await this.#options.parser.parse(
      {
        name: candidate.name,
        bytes,
        ...(contentType !== undefined && { contentType }),
        ...(url !== undefined && { url }),
      },
      signal,
    )
    // A reader that was stopped with everything else says nothing about the file.
    signal?.throwIfAborted()
    if (parsed.documents === undefined) return { state: 'skipped', loaded, reason: parsed.reason }
    return { state: 'read', loaded, documents: parsed.documents, notes: parsed.notes }
  }

  async #save(): Promise<void> {
    // One with less than another process has saved would only have to be read again.
    if (!this.#holdings.unsaved || this.#holdings.missing().length > 0) return
    await this.#index.save(this.corpus)
    this.#holdings.unsaved = false
    this.#savedAt = Date.now()
  }

  /** One piece of work after the other, of all processes, on what the others have left. */
  #alone<T>(work: () => Promise<T>, options: RefreshOptions = {}): Promise<T> {
    return this.#exclusively(async () => {
      if (!(await this.#lock.take(options))) throw new LibraryBusyError()
      try {
        await this.#takeOver()
        return await work()
      } finally {
        this.#lock.release()
      }
    })
  }

  /** Takes the files as they are written down, and documents that another process has read and saved. */
  async #takeOver(): Promise<void> {
    const version = this.#manifest.version()
    if (version === this.#seen) return
    this.#reload()
    if (this.#seen !== -1 && this.#holdings.missing().length > 0) {
      const corpus = await this.#index.reread()
      if (corpus !== undefined) await this.#holdings.takeFrom(corpus)
    }
    this.#seen = version
  }

  /** One piece of work after the other. */
  #exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work, work)
    this.#queue = result.catch(() => {})
    return result
  }
}
