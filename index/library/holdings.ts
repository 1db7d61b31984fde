/**
 * What a library holds: the files it has read, their documents, and the index and views of them, all
 * kept in step with what is written down.
 */
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { codeVersion } from '../code-version.ts'
import type { Corpus } from '../corpus.ts'
import type { Document } from '../document.ts'
import { MOST_PASSAGES } from '../engines/posting.ts'
import { FIRST, packOf } from '../languages/packs.ts'
import { titlesApart } from '../metadata/shared-titles.ts'
import type { ParsedDocument } from '../parsing/parsed.ts'
import type { WholeCorpus } from '../whole-corpus.ts'
import type { Candidate, Candidates, Loaded } from './candidates.ts'
import { type Description, describedBy, isDescribedBy } from './descriptions.ts'
import { LibraryError, type Problem } from './folder.ts'
import type { Change, DocumentRecord, FileRecord, Manifest } from './manifest.ts'
import type { ReportBuilder } from './report.ts'
import { nameOfSource } from './source.ts'
import { Versions } from './versions.ts'
import { Views } from './views.ts'

/** A file on its way, and what is known of it from before. */
export interface Work {
  readonly location: string
  readonly candidate: Candidate
  readonly known: FileRecord | undefined
}

/** What became of it. */
export type Outcome =
  | { readonly state: 'unchanged'; readonly loaded: Loaded }
  | { readonly state: 'skipped'; readonly loaded: Loaded; readonly reason: string }
  | {
      readonly state: 'read'
      readonly loaded: Extract<Loaded, { hash: string }>
      readonly documents: readonly ParsedDocument[]
      readonly notes: readonly string[]
    }

export interface HoldingsOptions {
  readonly corpus: WholeCorpus
  readonly manifest: Manifest
  readonly setsOf: (documentId: string) => ReadonlySet<string>
  readonly clock: () => Date
  /** As many as an index in this process holds, unless told. */
  readonly mostPassages?: number | undefined
}

/** From such a part of all passages that fit a person is told. */
const NEARLY_FULL = 0.9

export class Holdings {
  readonly corpus: WholeCorpus
  readonly #manifest: Manifest
  readonly #views: Views
  readonly #clock: () => Date
  readonly #mostPassages: number
  /** What is told of a file that did not fit. */
  readonly #full: string
  readonly #reader = codeVersion().toString(16)
  /** Location → name → what is known of the file. */
  readonly #files = new Map<string, Map<string, FileRecord>>()
  /** Document → location of its source. */
  readonly #locations = new Map<string, string>()
  /** What documents were before they changed. */
  readonly versions: Versions
  /** Whether the index is another than was saved last. */
  unsaved = false

  constructor(options: HoldingsOptions) {
    const { corpus, manifest, setsOf, clock, mostPassages = MOST_PASSAGES } = options
    this.#mostPassages = mostPassages
    this.#full = `the index is full: it holds ${counted(mostPassages)} passages and no more; take out sources that nobody needs`
    this.corpus = corpus
    this.#manifest = manifest
    this.versions = new Versions(manifest)
    this.#views = new Views(corpus, setsOf)
    this.#clock = clock
  }

  /** What was skipped, and what a person should know of what was read. */
  get problems(): readonly Problem[] {
    const { size } = this.corpus.passages
    const most = this.#mostPassages
    const message = `holds ${counted(size)} of ${counted(most)} passages that fit; take out sources that nobody needs before it is full`
    return [
      ...(size > most * NEARLY_FULL ? [{ name: 'index', message }] : []),
      ...[...this.#files.values()].flatMap((records) => [...records.values()].flatMap(problemsOf)),
    ]
  }

  get hasSkipped(): boolean {
    return [...this.#files.values()].some((files) =>
      [...files.values()].some(({ reason }) => reason !== undefined),
    )
  }

  locationOf(documentId: string): string | undefined {
    return this.#locations.get(documentId)
  }

  /** How many documents a source has. */
  countOf(location: string): number {
    let count = 0
    for (const own of this.#locations.values()) if (own === location) count++
    return count
  }

  /** The file that a document was read from. */
  fileOf(documentId: string): FileRecord | undefined {
    const location = this.#locations.get(documentId)
    const files = location === undefined ? undefined : this.#files.get(location)
    return files?.values().find(({ documents }) => documents.some(({ id }) => id === documentId))
  }

  /** What is known of the files of a source, by name. */
  files(location: string): ReadonlyMap<string, FileRecord> {
    return this.#files.get(location) ?? new Map<string, FileRecord>()
  }

  file(location: string, name: string): FileRecord | undefined {
    return this.#files.get(location)?.get(name)
  }

  /** The documents of some sets and nothing of any other. */
  view(sets: readonly string[]): Promise<Corpus> {
    return this.#views.of(sets)
  }

  /** Sets have changed. */
  forgetViews(): void {
    this.#views.forget()
  }

  /** Takes the files of these sources as they are written down; what has no file any more goes. */
  reload(locations: readonly string[]): void {
    this.#files.clear()
    this.#locations.clear()
    for (const location of locations) {
      const files = this.#manifest.files(location)
      this.#files.set(location, files)
      for (const { documents } of files.values())
        for (const { id } of documents) this.#locations.set(id, location)
    }
    for (const id of this.corpus.documents.keys()) if (!this.#locations.has(id)) this.#drop(id)
  }

  /** Documents that were read, perhaps by another process, and are not in the index as they are now. */
  missing(): { id: string; hash: string }[] {
    return [...this.#files.values()].flatMap((files) =>
      [...files.values()].flatMap(({ documents, hash, reason }) =>
        reason === undefined
          ? documents
              .filter(({ id }) => !this.#isCurrent(this.corpus.documents.get(id), hash))
              .map(({ id }) => ({ id, hash }))
          : [],
      ),
    )
  }

  #isCurrent(document: Document | undefined, hash: string): boolean {
    return (
      document !== undefined &&
      document.hash === hash &&
      isDescribedBy(document, this.#manifest.description(document.id))
    )
  }

  /**
   * Keeps what a person says of a document, and shows it from now on.
   * @returns whether its file is to be read again: for what it says itself in an emptied field
   */
  describe(id: string, given: Description): boolean {
    const known = this.corpus.documents.get(id)
    const stated = Object.entries({ ...this.#manifest.description(id), ...given })
    const kept: Description = Object.fromEntries(stated.filter(([, value]) => value !== ''))
    this.#manifest.describe(id, kept)
    if (known !== undefined) {
      this.corpus.put(describedBy(known, kept), this.corpus.knownOf(id))
      this.#views.update(id)
      this.unsaved = true
    }
    const isEmptied = Object.values(given).includes('')
    if (isEmptied) this.#readAgain(id)
    return isEmptied
  }

  #readAgain(id: string): void {
    for (const files of this.#files.values())
      for (const record of files.values())
        if (record.documents.some((one) => one.id === id))
          this.#record({ ...record, stamp: '', reader: '' })
  }

  /** Takes those of them that another index has. */
  async takeFrom(other: WholeCorpus): Promise<void> {
    for (const { id, hash } of this.missing()) {
      if (other.documents.get(id)?.hash !== hash) continue
      this.corpus.addFrom(other, id)
      this.#views.update(id)
      await breathe()
    }
  }

  /** Ids of the documents that are called so: by id, or all of a file by its path. */
  named(what: string): string[] {
    if (this.#locations.has(what)) return [what]
    return [...this.#files].flatMap(([location, files]) =>
      [...files.values()]
        .filter(({ name }) => what === name || what === join(location, name))
        .flatMap(({ documents }) => documents.map(({ id }) => id)),
    )
  }

  /** @throws LibraryError when none or several are called so */
  documentOf(what: string): Document {
    const [id, ...others] = this.named(what)
    const document = id === undefined ? undefined : this.corpus.documents.get(id)
    if (id === undefined || document === undefined)
      throw new LibraryError(`no document is called “${what}”; see their names: sources.`)
    if (others.length > 0)
      throw new LibraryError(
        `“${what}” has ${others.length + 1} documents; name one of them: ${[id, ...others].slice(0, 5).join(', ')}.`,
      )
    return document
  }

  /** Takes documents out with their files' records. */
  forget(ids: readonly string[]): void {
    const gone = new Set(ids)
    for (const [location, files] of this.#files)
      for (const { name, documents } of files.values()) {
        if (!documents.some(({ id }) => gone.has(id))) continue
        this.#manifest.removeFiles(location, [name])
        for (const { id } of documents) this.#drop(id)
        files.delete(name)
      }
  }

  /** Files that are gone take their documents with them. */
  forgetMissing(
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

  /** Told without reading it. */
  isUnchanged({ stamp }: Candidate, known: FileRecord | undefined): known is FileRecord {
    return known !== undefined && known.stamp === stamp && this.isRead(known)
  }

  /** Read by today's code, and all that came of it is at hand. */
  isRead({ reader, hash, reason, documents }: FileRecord): boolean {
    if (reader !== this.#reader) return false
    if (reason !== undefined) return reason !== this.#full || !this.#hasRoom
    return documents.every(({ id }) => this.corpus.documents.get(id)?.hash === hash)
  }

  get #hasRoom(): boolean {
    return this.corpus.passages.size < this.#mostPassages * NEARLY_FULL
  }

  /** A file that does not fit is left out whole, and said to be. */
  #fitted(outcome: Outcome, known: FileRecord | undefined): Outcome {
    if (outcome.state !== 'read') return outcome
    const { loaded, documents } = outcome
    const before = (known?.documents ?? []).reduce(
      (sum, { id }) => sum + this.corpus.countOf(id),
      0,
    )
    const more = documents.reduce((sum, { analysis }) => sum + (analysis?.passages.length ?? 0), 0)
    return this.corpus.passages.size - before + more <= this.#mostPassages
      ? outcome
      : { state: 'skipped', loaded, reason: this.#full }
  }

  /** Writes down what became of files and puts their documents into the index. */
  commit(batch: readonly { item: Work; result: Outcome }[], report: ReportBuilder): Change[] {
    if (batch.length === 0) return []
    return this.#manifest.together(() =>
      batch.flatMap(({ item, result }) => {
        const { location, candidate, known } = item
        const outcome = this.#fitted(result, known)
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
          const documents = again
            ? (known?.documents ?? []).filter(({ id }) => this.corpus.documents.has(id))
            : []
          if (!again) for (const { id } of known?.documents ?? []) this.#drop(id)
          const record = { ...base, documents, reason, notes: [] }
          this.#record(record)
          report.skipped.push(...skippedOf(record))
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
    for (const { document, ...found } of documents) {
      const own = document.id
      const id = before.get(own) ?? this.#freeId(location, base.name, own, records)
      if (id !== own && !before.has(own))
        more.push(`its name “${own}” is taken by another document; kept as “${id}”`)
      records.push({ own, id })
      const change = this.#manifest.noteDocument(id, document.hash, this.#clock().getTime())
      const earlier = this.corpus.documents.get(id)
      const fresh = earlier?.hash !== document.hash
      if (earlier !== undefined && fresh) this.versions.keep(earlier, change.at)
      const read: Document = {
        ...document,
        id,
        ...(change.state === 'updated' && { revised: new Date(change.at).toISOString() }),
      }
      const added = describedBy(read, this.#manifest.description(id))
      this.corpus.put(added, found)
      this.#locations.set(id, location)
      this.#views.update(id)
      if (!fresh) continue
      if (change.state === 'new') report.added++
      else report.updated++
      changes.push(change)
    }
    const kept = new Set(records.map(({ id }) => id))
    for (const { id } of known?.documents ?? []) if (!kept.has(id)) this.#drop(id)
    this.#record({ ...base, documents: records, notes: [...notes, ...more] })
    this.unsaved = true
    return changes
  }

  /** Documents of one source that share a title are told apart; those of others are nobody's business. */
  async settleTitles(location: string): Promise<void> {
    const own = [...this.#locations].flatMap(([id, of]) => {
      const document = of === location ? this.corpus.documents.get(id) : undefined
      return document === undefined || this.#manifest.description(id)?.title !== undefined
        ? []
        : [document]
    })
    for (const [id, title] of titlesApart(own)) {
      const known = this.corpus.documents.get(id)
      if (known === undefined) continue
      this.corpus.put({ ...known, title }, this.corpus.knownOf(id))
      this.#views.update(id)
      this.unsaved = true
      await breathe()
    }
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
      !this.#manifest.hasDocument(id) && taken.every((record) => record.id !== id)
    const longer = [own, name, `${nameOfSource(location)}/${name}`]
    for (const id of longer) if (isFree(id)) return id
    for (let copy = 2; ; copy++) {
      const id = `${longer.at(-1)} (${copy})`
      if (isFree(id)) return id
    }
  }

  /** What is no document any more was none before. */
  #drop(id: string): void {
    this.#locations.delete(id)
    this.#manifest.forgetVersions(id)
    if (!this.corpus.documents.has(id)) return
    this.corpus.remove(id)
    this.#views.update(id)
    this.unsaved = true
  }
}

const counted = (passages: number): string => passages.toLocaleString(packOf(FIRST).locale)

/** What is told of a file that was skipped. */
export const skippedOf = ({ name, reason }: FileRecord): Problem[] =>
  reason === undefined ? [] : [{ name, message: `skipped: ${reason}` }]

const problemsOf = (record: FileRecord): Problem[] => [
  ...skippedOf(record),
  ...record.notes.map((message) => ({ name: record.name, message })),
]
