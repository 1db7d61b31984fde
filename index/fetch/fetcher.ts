/** Fetches pages, feeds and files from the web, and nothing from inside the machine or its network. */
import { type Allow, parseAllow } from './allow.ts'
import { type Lookup, resolveTarget, systemLookup } from './connect.ts'
import { explainError } from './explain.ts'
import type { Fetched, Validators } from './fetched.ts'
import { redirectTarget } from './redirect.ts'
import { type Answer, request } from './request.ts'
import { Stop } from './stop.ts'
import { parseHost, parseTarget, type Target } from './target.ts'
import { Turns } from './turns.ts'

export type { Fetched, Validators } from './fetched.ts'

export interface FetcherOptions {
  /** Hosts opened on purpose though private: "intranet.example", "10.0.0.0/8", "127.0.0.1:8080", "*.corp.example". */
  readonly allow: readonly string[]
  /** Of a page as it is unpacked. */
  readonly maxBytes: number
  /** Seconds for the whole of a fetch, redirects included, waiting for its turn left out; 30 unless told. */
  readonly seconds?: number
  /** The User-Agent header. */
  readonly agent?: string
  /** Seconds between two requests to one host; 1 unless told. */
  readonly secondsBetween?: number
  /** The system's resolver unless told. */
  readonly lookup?: Lookup
}

/** What a fetch has besides its address. */
export interface FetchOptions {
  /** Sent to the host of the address and, where that redirects, to no other. */
  readonly headers?: Readonly<Record<string, string>>
  /** Seconds before the next request to the host, where it asks for more than usual. */
  readonly pause?: number
}

export class Fetcher {
  readonly #options: Required<Omit<FetcherOptions, 'allow'>>
  readonly #allow: Allow
  readonly #turns: Turns
  readonly #closing = new AbortController()
  readonly #underWay = new Set<Promise<Fetched>>()

  /** @throws AllowError when `allow` holds what is no host */
  constructor(options: FetcherOptions) {
    this.#options = { ...DEFAULTS, ...options }
    this.#allow = parseAllow(options.allow)
    this.#turns = new Turns(this.#options.secondsBetween)
  }

  /**
   * @param validators of the last good fetch; `unchanged` is answered only when some are given
   * @throws the reason of `signal` once that is aborted, and nothing else
   */
  async fetch(
    url: string,
    validators: Validators = {},
    signal?: AbortSignal,
    options: FetchOptions = {},
  ): Promise<Fetched> {
    signal?.throwIfAborted()
    const work = this.#follow(url, validators, signal, options)
    this.#underWay.add(work)
    try {
      return await work
    } finally {
      this.#underWay.delete(work)
    }
  }

  /**
   * Where a host that does not speak HTTP may be connected to, or why it may not.
   * @throws the look-up's error
   */
  async addressesOf(
    host: string,
    port: number,
  ): Promise<readonly string[] | { readonly reason: string }> {
    const target = parseHost(host, port, this.#allow)
    return 'reason' in target ? target : resolveTarget(target, this.#allow, this.#options.lookup)
  }

  /** Breaks off what is under way, which then has failed, and everything asked for later. */
  async close(): Promise<void> {
    this.#closing.abort()
    await Promise.allSettled(this.#underWay)
  }

  async #follow(
    url: string,
    validators: Validators,
    signal: AbortSignal | undefined,
    { headers = {}, pause = 0 }: FetchOptions,
  ): Promise<Fetched> {
    const stop = new Stop(this.#closing.signal, signal, this.#options.seconds)
    try {
      let target = parseTarget(url, this.#allow)
      const seen = new Set<string>()
      const origin = 'reason' in target ? undefined : target.url.origin
      for (;;) {
        if ('reason' in target) return { state: 'refused', reason: target.reason }
        if (seen.has(target.url.href)) return { state: 'refused', reason: CIRCLE }
        if (seen.size > MAX_REDIRECTS) return { state: 'refused', reason: TOO_MANY }
        seen.add(target.url.href)
        const own = target.url.origin === origin ? headers : {}
        const answer = await this.#inTurn(target, { validators, headers: own, pause }, stop)
        if (answer.state !== 'redirected') return answer
        target = redirectTarget(target.url, answer.location, this.#allow)
      }
    } catch (error) {
      signal?.throwIfAborted()
      return { state: 'failed', reason: stop.reason() ?? explainError(error) }
    }
  }

  /** A turn is given back before the next is taken: two redirects to each other's host both get on. */
  async #inTurn(
    target: Target,
    { validators, headers, pause }: Required<FetchOptions> & { readonly validators: Validators },
    stop: Stop,
  ): Promise<Answer> {
    const endTurn = await this.#turns.take(target.host, stop.signal, pause)
    stop.resume()
    try {
      const options = { ...this.#options, allow: this.#allow, validators, headers }
      return await request(target, options, stop.signal)
    } finally {
      stop.pause()
      endTurn()
    }
  }
}

const DEFAULTS = { seconds: 30, agent: 'Verbatim/0.1', secondsBetween: 1, lookup: systemLookup }
const MAX_REDIRECTS = 5
const CIRCLE = 'redirected in a circle; open it in a browser and add the address it ends at'
const TOO_MANY = `redirected more than ${MAX_REDIRECTS} times; open it in a browser and add the address it ends at`
