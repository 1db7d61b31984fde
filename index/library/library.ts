/**
 * The set of documents on disk and on the web: reads what is new or changed, keeps the index in step
 * with it and in a snapshot, and says what came in. Files are read in processes of their own.
 */
import { join } from 'node:path'
import type { Corpus } from '../corpus.ts'
import type { Document } from '../document.ts'
import type { Engine } from '../engines/engines.ts'
import type { Held } from '../engines/held.ts'
import type { EngineState, SharedIndex } from '../engines/passage-index.ts'
import type { Fetcher } from '../fetch/fetcher.ts'
import type { Parser } from '../parsing/parser.ts'
import type { Remote } from '../sources/remote.ts'
import { privateFolder } from '../sqlite/private-folder.ts'
import type { Description } from './descriptions.ts'
import { FetchedFiles } from './fetched-files.ts'
import { LibraryBusyError, LibraryError, type Problem } from './folder.ts'
import { Holdings } from './holdings.ts'
import { type Change, Manifest, type VersionRecord } from './manifest.ts'
import { originalOf } from './original.ts'
import { Persistence } from './persistence.ts'
import { Refresher, type RefreshOptions } from './refresher.ts'
import type { Report } from './report.ts'
import { SavedIndex } from './saved-index.ts'
import { Scanner } from './scanner.ts'
import { isAddress, kindOf, type Source } from './source.ts'
import { SourceList } from './source-list.ts'
import { Turns } from './turns.ts'
import type { WholeCorpus } from '../whole-corpus.ts'

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
  /** Makes an engine elsewhere, in place of that. */
  readonly sharedIndex?: (
    held: Held,
    setsOf: (documentId: string) => Iterable<string>,
  ) => SharedIndex
  /** As many passages as are held at most; as an index in this process can hold, unless told. */
  readonly mostPassages?: number
  /** Seconds between two looks at an address. */
  readonly pollSeconds: number
  readonly clock?: () => Date
}

/** At the end another process is waited for no longer. */
const CLOSING_MS = 2000

export class Library {
  readonly #options: LibraryOptions
  readonly #manifest: Manifest
  readonly #sources: SourceList
  readonly #scanner: Scanner
  readonly #holdings: Holdings
  readonly #persistence: Persistence
  readonly #refresher: Refresher
  readonly #turns: Turns
  /** Of the manifest when it was taken over last; another number when another process has written. */
  #seen = -1
  readonly #listeners: ((changes: readonly Change[]) => void)[] = []
  #notice: string | undefined

  private constructor(options: LibraryOptions, corpus: WholeCorpus, index: SavedIndex) {
    const { data, name, clock = () => new Date() } = options
    const manifest = new Manifest(join(data, `${name}.sqlite`))
    const fetched = new FetchedFiles(data)
    const setsOf = (id: string) => this.setsOf(id)
    const changed = (changes: readonly Change[]) => this.#changed(changes)
    this.#options = options
    this.#manifest = manifest
    this.#sources = new SourceList({ ...options, manifest })
    this.#scanner = new Scanner({ ...options, manifest, kept: fetched, clock })
    this.#holdings = new Holdings({ ...options, corpus, manifest, setsOf, clock })
    this.#persistence = new Persistence({ manifest, holdings: this.#holdings, index, fetched })
    this.#refresher = new Refresher({
      sources: this.#sources,
      scanner: this.#scanner,
      parser: options.parser,
      holdings: this.#holdings,
      persistence: this.#persistence,
      changed,
    })
    this.#turns = new Turns(join(data, `${name}.lock`), () => this.#takeOver())
  }

  /** Ready to be searched with what it knew when it was saved; `refresh` brings it up to date. */
  static async open(options: LibraryOptions): Promise<Library> {
    privateFolder(options.data)
    const { sharedIndex } = options
    let opened: Library | undefined
    const setsOf = (id: string): Iterable<string> => opened?.setsOf(id) ?? []
    const index = new SavedIndex({
      ...options,
      ...(sharedIndex && { makeIndex: (held) => sharedIndex(held, setsOf) }),
    })
    const { corpus, notice } = await index.open()
    const library = new Library(options, corpus, index)
    opened = library
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
    return [...this.#scanner.problems, ...this.#holdings.problems]
  }

  /** Each location once for each set it is in. */
  get sources(): readonly Source[] {
    return this.#sources.all
  }

  get sets(): readonly string[] {
    return this.#sources.sets
  }

  setsOf(documentId: string): ReadonlySet<string> {
    return this.#sources.setsOf(this.#holdings.locationOf(documentId))
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
    return this.#scanner.nextDue(this.#sources.locations)
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
    return this.#turns.alone(() => this.#refresh(options), options)
  }

  /**
   * Puts a source into a set and reads it.
   * @throws LibraryError when nothing is there, or it must not be fetched
   */
  add(source: Source, options: RefreshOptions = {}): Promise<Report> {
    return this.#turns.alone(async () => {
      const { location } = source
      const known = this.#sources.locations.includes(location)
      if ((await kindOf(location)) === undefined)
        throw new LibraryError(`${location} does not exist; check the path`)
      if (!this.#sources.has(source)) this.#manifest.addSource(source)
      this.#reload()
      try {
        const report = await this.#refresh({ ...options, location, web: 'all' })
        const refused = this.#scanner.problemOf(location)
        if (isAddress(location) && refused !== undefined && this.countOf(location) === 0)
          throw new LibraryError(refused.message)
        return report
      } catch (error) {
        // A source that could not be read at all is none; one that was cut short is.
        if (!known && error instanceof LibraryError) {
          this.#manifest.removeSource(location, source.set)
          this.#manifest.forgetSource(location)
          this.#scanner.forget(location)
          this.#reload()
        }
        throw error
      }
    }, options)
  }

  /** Takes a source that was added out of a set, or of all; its documents go unless another has them. */
  remove(location: string, set?: string): Promise<{ sources: number; documents: number }> {
    return this.#turns.alone(async () => {
      const before = this.corpus.documents.size
      const sources = this.#manifest.removeSource(location, set)
      this.#reload()
      if (!this.#sources.locations.includes(location)) this.#manifest.forgetSource(location)
      await this.#persistence.purge()
      return { sources, documents: before - this.corpus.documents.size }
    })
  }

  /**
   * Takes a document out of everything that is kept: its id, its path, or the address of its page.
   * `source`: where it still is and is read again from.
   */
  forget(what: string): Promise<{ documents: number; source?: string }> {
    return this.#turns.alone(async () => {
      if (isAddress(what) && this.#manifest.removeSource(what) > 0) {
        const before = this.corpus.documents.size
        this.#reload()
        this.#manifest.forgetSource(what)
        await this.#persistence.purge()
        return { documents: before - this.corpus.documents.size }
      }
      const ids = this.#holdings.named(what)
      const source = ids[0] === undefined ? undefined : this.#holdings.locationOf(ids[0])
      this.#holdings.forget(ids)
      // One that is gone already may still be in what was saved before.
      for (const id of [...ids, what]) this.#manifest.forgetDocument(id)
      await this.#persistence.purge()
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
    return this.#turns.alone(async () => {
      const { id } = this.documentOf(what)
      if (Object.keys(given).length > 0) {
        const location = this.#holdings.locationOf(id)
        if (this.#holdings.describe(id, given) && location !== undefined)
          await this.#refresh({ location })
        await this.#persistence.save()
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
    return this.#turns.alone(async () => {
      const versions = this.#manifest.forgetVersionsBefore(before.getTime())
      await this.#persistence.purge()
      return versions
    })
  }

  /** Where the files that people gave are kept, a folder for each set. */
  get uploads(): string {
    return join(this.#options.data, 'uploads')
  }

  /** Saves what single files have changed, if they have. */
  save(): Promise<void> {
    return this.#turns.alone(() => this.#persistence.save())
  }

  /** Saves what was read and lets go of everything. */
  async close(): Promise<void> {
    await this.#turns.settled()
    try {
      if (this.#holdings.unsaved)
        await this.#turns.alone(() => this.#persistence.save(), { patience: CLOSING_MS })
    } catch (error) {
      // Whoever is reading saves it, or it is read again.
      if (!(error instanceof LibraryBusyError)) throw error
    } finally {
      this.#manifest.close()
      await this.#holdings.corpus.shared?.close()
    }
  }

  /** How an engine elsewhere fares; nothing where documents are searched in this process. */
  async searchState(): Promise<EngineState | undefined> {
    return this.#holdings.corpus.shared?.state()
  }

  /**
   * Writes what an engine elsewhere lacks of what is read here.
   * @param alsoTakesOut whether what is there and not here is taken out of it
   * @throws VerbatimError 'storage' when it cannot be written
   */
  async writeLacking(alsoTakesOut: boolean): Promise<void> {
    await this.#holdings.corpus.shared?.compare(alsoTakesOut)
  }

  /** Whether a file is missing that may be read when it is tried again. */
  get hasSkipped(): boolean {
    return this.#holdings.hasSkipped
  }

  /** Sources or files may have been changed by another process: takes them as they are now. */
  reload(): Promise<void> {
    return this.#turns.next(() => this.#takeOver())
  }

  /** Takes over what another process has saved since; for one that reads nothing itself. */
  takeOver(): Promise<void> {
    return this.#turns.next(() => this.#persistence.takeOver())
  }

  async #refresh(options: RefreshOptions): Promise<Report> {
    const report = await this.#refresher.refresh(options)
    this.#notice = undefined
    return report
  }

  #changed(changes: readonly Change[]): void {
    for (const listener of this.#listeners) listener(changes)
    // What was read for want of anything else may have to make room.
    if (this.#sources.isOtherwise) this.#reload()
  }

  #reload(): void {
    const isOther = this.#sources.reload()
    if (isOther) this.#holdings.forgetViews()
    this.#holdings.reload(this.#sources.locations)
    // Documents may be of other sets; what cannot be written now is tried again.
    if (isOther && this.#seen !== -1)
      this.#holdings.corpus.shared?.compare(true).catch(() => undefined)
  }

  /** Takes the files as they are written down, and documents that another process has read and saved. */
  async #takeOver(): Promise<void> {
    const version = this.#manifest.version()
    if (version === this.#seen) return
    this.#reload()
    if (this.#seen !== -1) await this.#persistence.takeOver()
    this.#seen = version
  }
}
