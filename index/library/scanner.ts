/** What each source holds now, and what is wrong with it, whatever kind of source it is. */
import type { Fetcher } from '../fetch/fetcher.ts'
import type { Remote } from '../sources/remote.ts'
import { type Candidates, fileCandidate, folderCandidates } from './candidates.ts'
import { Collections } from './collections.ts'
import type { FetchedFiles } from './fetched-files.ts'
import { explain, LibraryError, type Problem } from './folder.ts'
import type { FileRecord, Manifest } from './manifest.ts'
import { Pages, type Web } from './pages.ts'
import { isAddress, kindOf } from './source.ts'

export interface ScannerOptions {
  readonly manifest: Manifest
  readonly kept: FetchedFiles
  readonly fetcher: Fetcher
  /** What lists the files behind an address; `undefined` when it is a page or a feed itself. */
  readonly remoteOf?: (location: string) => Remote | undefined
  readonly maxFileBytes: number
  readonly pollSeconds: number
  readonly clock: () => Date
}

export interface Look {
  /** Which addresses are fetched: those that are due unless told. */
  readonly web?: Web
  readonly signal?: AbortSignal
  /** Only this source. */
  readonly location?: string
  /** Of a folder, only these files. */
  readonly names?: ReadonlySet<string>
}

const EMPTY = 'no document in it; put files there: text, Markdown, PDF, Word, web pages'

export class Scanner {
  readonly #options: ScannerOptions
  readonly #pages: Pages
  readonly #collections: Collections
  /** Of sources themselves, by location; those of files are among the holdings. */
  readonly #problems = new Map<string, readonly Problem[]>()

  constructor(options: ScannerOptions) {
    this.#options = options
    this.#pages = new Pages(options)
    this.#collections = new Collections(options)
  }

  get problems(): readonly Problem[] {
    return [...this.#problems.values()].flat()
  }

  problemOf(location: string): Problem | undefined {
    return this.#problems.get(location)?.[0]
  }

  forget(location: string): void {
    this.#problems.delete(location)
  }

  /** When the next of these locations is to be looked at, milliseconds since 1970; infinite without addresses. */
  nextDue(locations: readonly string[]): number {
    return this.#pages.nextDue(locations.filter(isAddress))
  }

  /**
   * What is wrong with a source is a problem and stops no other.
   * @param files that were read from it before, by name
   * @throws LibraryError when the one location asked for is not there
   * @throws the signal's reason when it is aborted
   */
  async scan(
    location: string,
    files: ReadonlyMap<string, FileRecord>,
    look: Look,
  ): Promise<Candidates> {
    const before = this.#problems.get(location) ?? []
    this.#problems.delete(location)
    try {
      const found = await this.#candidates(location, files, look, before)
      this.#problems.set(location, found.problems)
      return found
    } catch (error) {
      look.signal?.throwIfAborted()
      const message =
        error instanceof LibraryError ? error.message : `${location} ${explain(error)}`
      if (look.location === location) throw new LibraryError(message, { cause: error })
      const problems = [{ name: location, message }]
      this.#problems.set(location, problems)
      return { found: [], problems, whole: false }
    }
  }

  async #candidates(
    location: string,
    files: ReadonlyMap<string, FileRecord>,
    { web = 'due', names, signal }: Look,
    before: readonly Problem[],
  ): Promise<Candidates> {
    const remote = this.#options.remoteOf?.(location)
    if (remote !== undefined)
      return this.#collections.candidates(location, remote, files, web, signal)
    if (isAddress(location))
      return this.#pages.candidates(location, files.get(location)?.hash, web, signal)
    if ((await kindOf(location)) === 'file')
      return fileCandidate(location, this.#options.maxFileBytes)
    return this.#folder(location, names, before)
  }

  async #folder(
    location: string,
    names: ReadonlySet<string> | undefined,
    before: readonly Problem[],
  ): Promise<Candidates> {
    const found = await folderCandidates(location, this.#options.maxFileBytes, names)
    const { problems } = found
    if (names !== undefined)
      return { ...found, problems: [...before.filter(({ name }) => !names.has(name)), ...problems] }
    if (found.found.length > 0 || problems.length > 0) return found
    return { ...found, problems: [{ name: location, message: EMPTY }] }
  }
}
