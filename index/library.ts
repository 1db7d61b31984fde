/**
 * The set of documents on disk and on the web: reads what is new or changed, keeps the index in step
 * with it and in a snapshot, and says what came in. Files are read in processes of their own.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Corpus } from './corpus.ts'
import type { Document } from './document.ts'
import type { Fetcher } from './fetch/fetcher.ts'
import {
  type Candidate,
  type Candidates,
  fileCandidate,
  folderCandidates,
  type Loaded,
} from './library/candidates.ts'
import { explain, LibraryError, type LoadProgress, type Problem } from './library/folder.ts'
import { type Change, type DocumentRecord, type FileRecord, Manifest } from './library/manifest.ts'
import { Pages, type Web } from './library/pages.ts'
import { readerVersion } from './library/reader-version.ts'
import { type Report, ReportBuilder } from './library/report.ts'
import { isAddress, kindOf, nameOfSource, type Source } from './library/source.ts'
import { Views } from './library/views.ts'
import type { Parsed, ParsedDocument, Parser } from './parsing/parser.ts'
import { loadSnapshot, saveSnapshot } from './snapshot/snapshot.ts'

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
  readonly maxFileBytes: number
  /** Seconds between two looks at an address. */
  readonly pollSeconds: number
  readonly clock?: () => Date
}

export interface RefreshOptions {
  readonly onProgress?: (progress: LoadProgress) => void
  readonly signal?: AbortSignal
  /** Which addresses are fetched: those that are due unless told. */
  readonly web?: Web
  /** Only this source; of a folder, only these files. */
  readonly location?: string
  readonly names?: ReadonlySet<string>
}

const EMPTY = 'no document in it; put files there: text, Markdown, PDF, Word, web pages'

/** So many files are on their way at once. */
const AT_ONCE = 16
/** So many files are written down together; more would keep the readers waiting for their next file. */
const BATCH = 2
/** A long refresh that is cut short goes on from the last snapshot. */
const SAVE_EVERY_MS = 20_000

/** A file on its way: what is known of it, and what became of it. */
interface Work {
  readonly location: string
  readonly candidate: Candidate
  readonly known: FileRecord | undefined
}

type Outcome =
  | { readonly state: 'unchanged'; readonly loaded: Loaded }
  | { readonly state: 'skipped'; readonly loaded: Loaded; readonly reason: string }
  | {
      readonly state: 'read'
      readonly loaded: Extract<Loaded, { hash: string }>
      readonly documents: readonly ParsedDocument[]
      readonly notes: readonly string[]
    }

export class Library {
  readonly #options: LibraryOptions
  readonly #manifest: Manifest
  readonly #pages: Pages
  readonly #views: Views
  readonly #reader = readerVersion()
  readonly #clock: () => Date
  /** Location → name → what is known of the file. */
  readonly #files = new Map<string, Map<string, FileRecord>>()
  /** Document → location of its source. */
  readonly #locations = new Map<string, string>()
  /** Of sources themselves; those of files are in their records. */
  readonly #problems = new Map<string, readonly Problem[]>()
  readonly #listeners: ((changes: readonly Change[]) => void)[] = []
  #sources: readonly Source[] = []
  #corpus = new Corpus()
  #notice: string | undefined
  #queue: Promise<unknown> = Promise.resolve()
  #unsaved = false
  #savedAt = 0

  private constructor(options: LibraryOptions) {
    const { data, name, clock = () => new Date() } = options
    this.#options = options
    this.#clock = clock
    this.#manifest = new Manifest(join(data, `${name}.sqlite`))
    this.#pages = new Pages({ ...options, manifest: this.#manifest, clock })
    this.#views = new Views((id) => this.setsOf(id))
  }

  /** Ready to be searched with what it knew when it was saved; `refresh` brings it up to date. */
  static async open(options: LibraryOptions): Promise<Library> {
    await mkdir(options.data, { recursive: true })
    const library = new Library(options)
    const loaded = await loadSnapshot(library.#snapshot)
    if (loaded.corpus !== undefined) library.#corpus = loaded.corpus
    else if (loaded.reason === 'damaged')
      library.#notice = 'The saved index was damaged; it is built again from the documents.'
    else if (loaded.reason === 'other version')
      library.#notice = 'The saved index is of another version; it is built again.'
    library.#reload()
    return library
  }

  get corpus(): Corpus {
    return this.#corpus
  }

  /** What a person should know of the saved index. */
  get notice(): string | undefined {
    return this.#notice
  }

  /** What a person should know of sources and files. */
  get problems(): readonly Problem[] {
    const files = [...this.#files].flatMap(([location, records]) =>
      [...records.values()].flatMap((record) => problemsOf(location, record)),
    )
    return [...[...this.#problems.values()].flat(), ...files]
  }

  /** Each location once for each set it is in. */
  get sources(): readonly Source[] {
    return this.#sources
  }

  get sets(): readonly string[] {
    return [...new Set(this.#sources.map(({ set }) => set))]
  }

  setsOf(documentId: string): ReadonlySet<string> {
    const location = this.#locations.get(documentId)
    return new Set(
      this.#sources.filter((source) => source.location === location).map(({ set }) => set),
    )
  }

  /** How many documents a source has. */
  countOf(location: string): number {
    let count = 0
    for (const own of this.#locations.values()) if (own === location) count++
    return count
  }

  /** Everything, or the documents of some sets and nothing of any other. */
  view(sets?: readonly string[]): Promise<Corpus> {
    if (sets === undefined || this.sets.every((set) => sets.includes(set)))
      return Promise.resolve(this.#corpus)
    return this.#views.of(sets, this.#corpus)
  }

  /** What came in or changed after `since`, oldest first; what is gone again is left out. */
  changes(since: Date): readonly Change[] {
    return this.#manifest
      .changes(since.getTime())
      .filter(({ id }) => this.#corpus.documents.has(id))
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
    return this.#exclusively(() => this.#refresh(options))
  }

  /**
   * Puts a source into a set and reads it.
   * @throws LibraryError when nothing is there, or it must not be fetched
   */
  add(source: Source, options: RefreshOptions = {}): Promise<Report> {
    return this.#exclusively(async () => {
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
          this.#problems.delete(location)
          this.#reload()
        }
        throw error
      }
    })
  }

  /** Takes a source that was added out of a set, or of all; its documents go unless another has them. */
  remove(location: string, set?: string): Promise<{ sources: number; documents: number }> {
    return this.#exclusively(async () => {
      const before = this.#corpus.documents.size
      const sources = this.#manifest.removeSource(location, set)
      this.#reload()
      await this.#save()
      return { sources, documents: before - this.#corpus.documents.size }
    })
  }

  /** Reads a file that has no place on disk yet into the folder of files that people gave. */
  get uploads(): string {
    return join(this.#options.data, 'uploads')
  }

  /** Saves what single files have changed, if they have. */
  save(): Promise<void> {
    return this.#exclusively(() => this.#save())
  }

  /** Saves what was read and lets go of everything. */
  async close(): Promise<void> {
    await this.#queue.catch(() => {})
    try {
      await this.#save()
    } finally {
      this.#manifest.close()
    }
  }

  /** Sources or files may have been changed by another process: takes them as they are now. */
  reload(): Promise<void> {
    return this.#exclusively(() => {
      this.#reload()
      return Promise.resolve()
    })
  }

  get #snapshot(): string {
    return join(this.#options.data, `${this.#options.name}.index`)
  }

  #locationsNow(): string[] {
    return [...new Set(this.#sources.map(({ location }) => location))]
  }

  #reload(): void {
    const seen = new Set<string>()
    const before = JSON.stringify(this.#sources)
    const { sources, otherwise } = this.#options
    const all = [...sources, ...this.#manifest.sources()]
    if (all.length === 0 && otherwise !== undefined) all.push(otherwise)
    this.#sources = all.filter((source) => {
      const key = JSON.stringify(source)
      return !seen.has(key) && seen.add(key) !== undefined
    })
    if (JSON.stringify(this.#sources) !== before) this.#views.forget()
    this.#files.clear()
    this.#locations.clear()
    for (const location of this.#locationsNow()) {
      const files = this.#manifest.files(location)
      this.#files.set(location, files)
      for (const { documents } of files.values())
        for (const { id } of documents) this.#locations.set(id, location)
    }
    for (const id of this.#corpus.documents.keys()) if (!this.#locations.has(id)) this.#drop(id)
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
      this.#forgetMissing(location, candidates, names, report)
      const files = this.#files.get(location)
      for (const candidate of candidates.found) {
        const known = files?.get(candidate.name)
        if (this.#isUnchanged(candidate, known)) {
          report.unchanged++
          if (known !== undefined) report.skipped.push(...skippedOf(location, known))
        } else work.push({ location, candidate, known })
      }
    }
    let done = 0
    const batch: { one: Work; outcome: Outcome }[] = []
    const flush = (): void => {
      changes.push(...this.#commit(batch.splice(0), report))
    }
    try {
      for await (const item of inOrder(work, AT_ONCE, (one) => this.#read(one, signal))) {
        onProgress?.({ done: done++, total: work.length, name: item.one.candidate.name })
        batch.push(item)
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
      if (changes.length > 0) for (const listener of this.#listeners) listener(changes)
      // Single files are searched at once and saved with others, for saving takes longer than reading.
      if (names === undefined) await this.#save()
    }
    onProgress?.({ done: work.length, total: work.length, name: '' })
    this.#notice = undefined
    return report.finish()
  }

  /** What a source holds now. What is wrong with it is a problem and stops no other. */
  async #look(location: string, { web = 'due', location: only, names, signal }: RefreshOptions) {
    const nothing: Candidates = { found: [], problems: [], whole: false }
    const { maxFileBytes } = this.#options
    this.#problems.delete(location)
    try {
      if (isAddress(location)) {
        const { hash } = this.#knownPage(location)
        const found = await this.#pages.candidates(location, hash, web, signal)
        this.#problems.set(location, found.problems)
        return found
      }
      const kind = await kindOf(location)
      if (kind === 'file') return await fileCandidate(location, maxFileBytes)
      const found = await folderCandidates(location, maxFileBytes, names)
      this.#problems.set(location, found.problems)
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

  #knownPage(address: string): { hash?: string } {
    const known = this.#files.get(address)?.get(address)
    return known === undefined ? {} : { hash: known.hash }
  }

  /** Files that are gone take their documents with them. */
  #forgetMissing(
    location: string,
    { found, whole }: Candidates,
    names: ReadonlySet<string> | undefined,
    report: ReportBuilder,
  ): void {
    const files = this.#files.get(location)
    if (files === undefined || (!whole && names === undefined)) return
    const there = new Set(found.map(({ name }) => name))
    const gone = [...files.keys()].filter(
      (name) => !there.has(name) && (names === undefined || names.has(name)),
    )
    if (gone.length === 0) return
    this.#manifest.together(() => this.#manifest.removeFiles(location, gone))
    for (const name of gone) {
      for (const { id } of files.get(name)?.documents ?? []) this.#drop(id)
      files.delete(name)
      report.removed++
    }
  }

  #isUnchanged({ stamp }: Candidate, known: FileRecord | undefined): boolean {
    return known !== undefined && known.stamp === stamp && this.#isRead(known)
  }

  /** Read by today's code, and all that came of it is at hand. */
  #isRead({ reader, hash, reason, documents }: FileRecord): boolean {
    if (reader !== this.#reader) return false
    if (reason !== undefined) return true
    return documents.every(({ id }) => this.#corpus.documents.get(id)?.hash === hash)
  }

  async #read({ candidate, known }: Work, signal: AbortSignal | undefined): Promise<Outcome> {
    const loaded = await candidate.load()
    if (loaded.reason !== undefined) return { state: 'skipped', loaded, reason: loaded.reason }
    if (known?.hash === loaded.hash && this.#isRead(known)) return { state: 'unchanged', loaded }
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

  /** Writes down what became of files and puts their documents into the index. */
  #commit(batch: readonly { one: Work; outcome: Outcome }[], report: ReportBuilder): Change[] {
    if (batch.length === 0) return []
    return this.#manifest.together(() =>
      batch.flatMap(({ one, outcome }) => {
        const { location, candidate, known } = one
        const { loaded } = outcome
        const base = {
          source: location,
          name: candidate.name,
          stamp: loaded.reason !== undefined && loaded.again ? '' : loaded.stamp,
          hash: loaded.reason === undefined ? loaded.hash : '',
          reader: this.#reader,
        }
        if (outcome.state === 'unchanged' && known !== undefined) {
          report.unchanged++
          this.#record({ ...known, ...base })
          return []
        }
        if (outcome.state !== 'read') {
          const reason = outcome.state === 'skipped' ? outcome.reason : 'it could not be read'
          const again = loaded.reason !== undefined && loaded.again
          // What is out of reach for a moment keeps the documents of its last reading.
          const documents = again ? (known?.documents ?? []) : []
          if (!again) for (const { id } of known?.documents ?? []) this.#drop(id)
          const record = { ...base, documents, reason, notes: [] }
          this.#record(record)
          report.skipped.push(...skippedOf(location, record))
          return []
        }
        report.read++
        return this.#take(location, base, known, outcome, report)
      }),
    )
  }

  #take(
    location: string,
    base: Omit<FileRecord, 'documents' | 'notes' | 'reason'>,
    known: FileRecord | undefined,
    { documents, notes }: Extract<Outcome, { state: 'read' }>,
    report: ReportBuilder,
  ): Change[] {
    const changes: Change[] = []
    const records: DocumentRecord[] = []
    const before = new Map(known?.documents.map(({ own, id }) => [own, id]))
    const more: string[] = []
    for (const { document, quantities } of documents) {
      const own = document.id
      const id = before.get(own) ?? this.#freeId(location, base.name, own, records)
      if (id !== own && !before.has(own))
        more.push(`its name “${own}” is taken by another document; kept as “${id}”`)
      records.push({ own, id })
      const change = this.#manifest.noteDocument(id, document.hash, this.#clock().getTime())
      const fresh = this.#corpus.documents.get(id)?.hash !== document.hash
      const added: Document = {
        ...document,
        id,
        ...(change.state === 'updated' && { revised: new Date(change.at).toISOString() }),
      }
      this.#corpus.add([added], new Map([[id, quantities]]))
      this.#locations.set(id, location)
      this.#views.update(id, this.#corpus)
      if (!fresh) continue
      if (change.state === 'new') report.added++
      else report.updated++
      changes.push(change)
    }
    const kept = new Set(records.map(({ id }) => id))
    for (const { id } of known?.documents ?? []) if (!kept.has(id)) this.#drop(id)
    this.#record({ ...base, documents: records, notes: [...notes, ...more] })
    this.#unsaved = true
    return changes
  }

  #record(record: FileRecord): void {
    this.#manifest.saveFiles([record])
    const files = this.#files.get(record.source) ?? new Map<string, FileRecord>()
    this.#files.set(record.source, files)
    files.set(record.name, record)
  }

  /** An id that no other document has, made longer by where it is from until it is free. */
  #freeId(location: string, name: string, own: string, taken: readonly DocumentRecord[]): string {
    const isFree = (id: string) =>
      !this.#locations.has(id) && taken.every((record) => record.id !== id)
    const longer = [own, name, `${nameOfSource(location)}/${name}`]
    for (const id of longer) if (isFree(id)) return id
    for (let copy = 2; ; copy++) {
      const id = `${longer.at(-1)} (${copy})`
      if (isFree(id)) return id
    }
  }

  #drop(id: string): void {
    this.#locations.delete(id)
    if (!this.#corpus.documents.has(id)) return
    this.#corpus.remove(id)
    this.#views.update(id, this.#corpus)
    this.#unsaved = true
  }

  async #save(): Promise<void> {
    if (!this.#unsaved) return
    this.#unsaved = false
    await saveSnapshot(this.#snapshot, this.#corpus)
    this.#savedAt = Date.now()
  }

  /** One piece of work after the other. */
  #exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work, work)
    this.#queue = result.catch(() => {})
    return result
  }
}

/** Results in the order of the items, while the next ones are already under way. */
async function* inOrder(
  items: readonly Work[],
  atOnce: number,
  run: (one: Work) => Promise<Outcome>,
): AsyncGenerator<{ one: Work; outcome: Outcome }> {
  const running: { one: Work; outcome: Promise<Outcome> }[] = []
  let next = 0
  const start = (): void => {
    const one = items[next++]
    if (one === undefined) return
    const outcome = run(one)
    // Heard when its turn comes.
    outcome.catch(() => {})
    running.push({ one, outcome })
  }
  while (running.length < atOnce && next < items.length) start()
  for (let first = running.shift(); first !== undefined; first = running.shift()) {
    const outcome = await first.outcome
    start()
    yield { one: first.one, outcome }
  }
}

const nameOf = (location: string, name: string): string => (isAddress(location) ? location : name)

const skippedOf = (location: string, { name, reason }: FileRecord): Problem[] =>
  reason === undefined ? [] : [{ name: nameOf(location, name), message: `skipped: ${reason}` }]

const problemsOf = (location: string, record: FileRecord): Problem[] => [
  ...skippedOf(location, record),
  ...record.notes.map((message) => ({ name: nameOf(location, record.name), message })),
]
