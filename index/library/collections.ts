/** The files of a source elsewhere: listed when due, loaded when changed, kept so that they can be read again. */
import type { Validators } from '../fetch/fetched.ts'
import { nextPoll } from '../fetch/schedule.ts'
import type { Item, Listing, Remote } from '../sources/remote.ts'
import type { Candidate, Candidates, Loaded } from './candidates.ts'
import type { FetchedFiles } from './fetched-files.ts'
import { type FileRecord, type Manifest, pageKey, type PageRecord } from './manifest.ts'
import { UNFETCHED, type Web } from './pages.ts'

export interface CollectionsOptions {
  readonly manifest: Manifest
  readonly kept: FetchedFiles
  readonly pollSeconds: number
  readonly clock: () => Date
}

/** What only loading tells to have changed is loaded so often. */
const LOOK_AGAIN_SECONDS = 7 * 86_400
/** A look in passing loads so many; the others follow, and folders are looked at in between. */
const AT_A_LOOK = 50

export class Collections {
  readonly #options: CollectionsOptions

  constructor(options: CollectionsOptions) {
    this.#options = options
  }

  /** @param files that were read from it before, by name */
  async candidates(
    location: string,
    remote: Remote,
    files: ReadonlyMap<string, FileRecord>,
    web: Web,
    signal: AbortSignal | undefined,
  ): Promise<Candidates> {
    const { manifest, clock } = this.#options
    const page = manifest.page(location)
    const due = web === 'all' || page === undefined || page.due <= clock().getTime()
    if (web === 'none' || !due) {
      const problems = page === undefined ? [{ name: location, message: UNFETCHED }] : told(page)
      return { found: this.#asRead(location, files), problems, whole: false }
    }
    const stamps = new Map([...files].map(([name, { stamp }]) => [name, stamp]))
    const listing = await remote.list(stamps, signal, roomOf(web))
    this.#note(location, page, listing)
    if (listing.reason !== undefined) {
      const problems = [{ name: location, message: listing.reason }]
      return { found: this.#asRead(location, files), problems, whole: false }
    }
    return this.#found(location, listing, files, web)
  }

  #found(
    location: string,
    { items, whole, problems, more = false }: Extract<Listing, { items: unknown }>,
    files: ReadonlyMap<string, FileRecord>,
    web: Web,
  ): Candidates {
    const found: Candidate[] = []
    const left = new Map(files)
    let later = 0
    let room = roomOf(web)
    for (const item of items) {
      const known = files.get(item.name)
      if (known !== undefined && this.#rests(location, item, known, web)) continue
      if (known?.stamp !== item.stamp || item.stamp === undefined)
        if (room-- <= 0) {
          later++
          continue
        }
      left.delete(item.name)
      found.push(this.#candidate(location, item, known))
    }
    // The next look goes on with them.
    if (later > 0 || more) this.#dueAtOnce(location)
    const gone = whole && later === 0 ? new Set(items.map(({ name }) => name)) : undefined
    const rest = [...left.values()].filter(({ name }) => gone === undefined || gone.has(name))
    found.push(...this.#asRead(location, new Map(rest.map((file) => [file.name, file]))))
    return { found, problems, whole: gone !== undefined }
  }

  /** What failed is left alone for longer and longer; what does not say when it changes, for a week. */
  #rests(location: string, { name, stamp }: Item, known: FileRecord, web: Web): boolean {
    const record = this.#options.manifest.page(pageKey(location, name))
    if (web === 'all' || record === undefined || record.due <= this.#options.clock().getTime())
      return false
    return known.reason !== undefined || stamp === undefined
  }

  #candidate(location: string, item: Item, known: FileRecord | undefined): Candidate {
    const { name, stamp } = item
    return {
      name,
      ...(stamp !== undefined && { stamp }),
      load: async (signal) => {
        const kept = known === undefined ? undefined : await this.#kept(location, known)
        // Other code reads the same file anew.
        if (kept !== undefined && stamp !== undefined && known?.stamp === stamp)
          return { ...kept, stamp }
        return this.#load(location, item, kept, signal)
      },
    }
  }

  async #load(
    location: string,
    item: Item,
    kept: Kept | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Loaded> {
    const { manifest, kept: files } = this.#options
    const { name, stamp } = item
    const address = pageKey(location, name)
    const known = manifest.page(address)
    const got = await item.load(kept === undefined ? {} : validatorsOf(known), signal)
    const failures = got.state === 'skipped' ? (known?.failures ?? 0) + 1 : 0
    const retryAfter = got.state === 'skipped' ? got.retryAfterSeconds : undefined
    const interval = failures > 0 ? this.#options.pollSeconds : LOOK_AGAIN_SECONDS
    const base = { address, failures, ...this.#times(interval, failures, retryAfter) }
    if (got.state === 'skipped') {
      manifest.savePage({ ...known, ...base })
      return { reason: got.reason, stamp: stamp ?? '', again: got.again }
    }
    if (got.state === 'unchanged' && kept !== undefined) {
      manifest.savePage({ ...known, ...base })
      return { ...kept, stamp: stamp ?? kept.hash }
    }
    if (got.state === 'unchanged') return { reason: UNFETCHED, stamp: '', again: true }
    const { bytes, contentType, url, validators } = got
    if (bytes.length === 0) return { reason: 'empty', stamp: stamp ?? '', again: false }
    const hash = await files.keep(bytes)
    const described = {
      ...(contentType !== undefined && { contentType }),
      ...(url !== undefined && { url }),
    }
    manifest.savePage({
      ...base,
      ...validators,
      ...(contentType !== undefined && { contentType }),
      ...(url !== undefined && { finalAddress: url }),
    })
    return { bytes, hash, stamp: stamp ?? hash, ...described }
  }

  /** Files as they were read last, without asking anybody. */
  #asRead(location: string, files: ReadonlyMap<string, FileRecord>): Candidate[] {
    return [...files.values()].map((known) => ({
      name: known.name,
      stamp: known.stamp,
      load: async () => {
        const kept = await this.#kept(location, known)
        return kept ?? { reason: known.reason ?? UNFETCHED, stamp: '', again: true }
      },
    }))
  }

  async #kept(location: string, { name, hash, stamp }: FileRecord): Promise<Kept | undefined> {
    const bytes = hash === '' ? undefined : await this.#options.kept.read(hash)
    if (bytes === undefined) return undefined
    const { contentType, finalAddress } = this.#options.manifest.page(pageKey(location, name)) ?? {}
    return {
      bytes,
      hash,
      stamp,
      ...(contentType !== undefined && { contentType }),
      ...(finalAddress !== undefined && { url: finalAddress }),
    }
  }

  #note(location: string, known: PageRecord | undefined, listing: Listing): void {
    const failed = listing.reason !== undefined
    const failures = failed ? (known?.failures ?? 0) + 1 : 0
    const retryAfter = failed ? listing.retryAfterSeconds : undefined
    this.#options.manifest.savePage({
      address: location,
      failures,
      ...this.#times(this.#options.pollSeconds, failures, retryAfter),
      ...(failed && { problem: listing.reason }),
    })
  }

  #dueAtOnce(location: string): void {
    const page = this.#options.manifest.page(location)
    if (page !== undefined) this.#options.manifest.savePage({ ...page, due: page.checked })
  }

  #times(interval: number, failures: number, retryAfter: number | undefined) {
    const now = this.#options.clock()
    const next = nextPoll({
      interval,
      lastChecked: now,
      failures,
      random: Math.random,
      ...(retryAfter !== undefined && { retryAfter }),
    })
    return { checked: now.getTime(), due: next.getTime() }
  }
}

const roomOf = (web: Web): number => (web === 'all' ? Number.POSITIVE_INFINITY : AT_A_LOOK)

type Kept = Extract<Loaded, { hash: string }>

const validatorsOf = (known: PageRecord | undefined): Validators => ({
  ...(known?.etag !== undefined && { etag: known.etag }),
  ...(known?.lastModified !== undefined && { lastModified: known.lastModified }),
})

const told = ({ address, problem }: PageRecord) =>
  problem === undefined ? [] : [{ name: address, message: problem }]
