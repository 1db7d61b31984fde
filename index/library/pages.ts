/** The page or feed behind an address: fetched when due, kept so that it can be read again. */
import type { Fetcher } from '../fetch/fetcher.ts'
import { nextPoll } from '../fetch/schedule.ts'
import type { Candidate, Candidates, Loaded } from './candidates.ts'
import type { FetchedFiles } from './fetched-files.ts'
import type { Manifest, PageRecord } from './manifest.ts'
import { commandLine } from '../command-line.ts'

export interface PagesOptions {
  readonly kept: FetchedFiles
  readonly fetcher: Fetcher
  readonly pollSeconds: number
  readonly manifest: Manifest
  readonly clock: () => Date
}

/** Which addresses are fetched: all, those that are due, none. */
export type Web = 'all' | 'due' | 'none'

export class Pages {
  readonly #options: PagesOptions

  constructor(options: PagesOptions) {
    this.#options = options
  }

  /** When the next of these addresses is due, milliseconds since 1970. */
  nextDue(addresses: readonly string[]): number {
    return Math.min(
      ...addresses.map((address) => this.#options.manifest.page(address)?.due ?? 0),
      Number.POSITIVE_INFINITY,
    )
  }

  /**
   * @param hash of the bytes that were read last, if their documents are still known
   */
  async candidates(
    address: string,
    hash: string | undefined,
    web: Web,
    signal?: AbortSignal,
  ): Promise<Candidates> {
    const { manifest, clock } = this.#options
    const known = manifest.page(address)
    const due = web === 'all' || known === undefined || known.due <= clock().getTime()
    const kept = hash === undefined ? undefined : await this.#kept(address, hash, known)
    if (web === 'none' && kept === undefined)
      return { found: [], problems: [{ name: address, message: UNFETCHED }], whole: false }
    if ((web === 'none' || !due) && kept !== undefined)
      return { found: [kept], problems: told(known), whole: true }
    return this.#fetch(address, kept, known, signal)
  }

  async #fetch(
    address: string,
    kept: Candidate | undefined,
    known: PageRecord | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Candidates> {
    const { fetcher, manifest, clock } = this.#options
    // Without its bytes at hand “not changed” would be no help.
    const validators = kept === undefined ? {} : validatorsOf(known)
    const fetched = await fetcher.fetch(address, validators, signal)
    const failures = fetched.state === 'failed' ? (known?.failures ?? 0) + 1 : 0
    const retryAfter = fetched.state === 'failed' ? fetched.retryAfterSeconds : undefined
    const now = clock()
    const due = this.#due(now, failures, retryAfter)
    const record = { address, checked: now.getTime(), due, failures }
    if (fetched.state === 'refused' || fetched.state === 'failed') {
      // What was read before stays, with what is wrong said beside it.
      const { problem: _, ...before } = { ...known, ...record }
      manifest.savePage({ ...before, problem: fetched.reason })
      const problems = [{ name: address, message: fetched.reason }]
      return { found: kept === undefined ? [] : [kept], problems, whole: false }
    }
    if (fetched.state === 'unchanged') {
      const { problem: _, ...before } = { ...known, ...record }
      manifest.savePage(before)
      return { found: kept === undefined ? [] : [kept], problems: [], whole: true }
    }
    const { bytes, contentType, url, validators: next } = fetched
    const hash = await this.#options.kept.keep(bytes)
    manifest.savePage({
      ...record,
      ...next,
      ...(contentType !== undefined && { contentType }),
      finalAddress: url,
    })
    return {
      found: [ready(address, { bytes, hash, stamp: hash, ...described(contentType, url) })],
      problems: [],
      whole: true,
    }
  }

  #due(now: Date, failures: number, retryAfterSeconds: number | undefined): number {
    return nextPoll({
      interval: this.#options.pollSeconds,
      lastChecked: now,
      failures,
      random: Math.random,
      ...(retryAfterSeconds !== undefined && { retryAfter: retryAfterSeconds }),
    }).getTime()
  }

  async #kept(
    address: string,
    hash: string,
    known: PageRecord | undefined,
  ): Promise<Candidate | undefined> {
    const bytes = await this.#options.kept.read(hash)
    if (bytes === undefined) return undefined
    const { contentType, finalAddress } = known ?? {}
    return ready(address, { bytes, hash, stamp: hash, ...described(contentType, finalAddress) })
  }
}

export const UNFETCHED = `not fetched yet; run: ${commandLine('refresh')}`

const ready = (address: string, loaded: Loaded): Candidate => ({
  name: address,
  stamp: loaded.stamp,
  load: () => Promise.resolve(loaded),
})

const described = (contentType: string | undefined, url: string | undefined) => ({
  ...(contentType !== undefined && { contentType }),
  ...(url !== undefined && { url }),
})

const validatorsOf = (known: PageRecord | undefined) => ({
  ...(known?.etag !== undefined && { etag: known.etag }),
  ...(known?.lastModified !== undefined && { lastModified: known.lastModified }),
})

const told = (known: PageRecord | undefined) =>
  known?.problem === undefined ? [] : [{ name: known.address, message: known.problem }]
