/** What a site's robots.txt lets programs read that follow its links (RFC 9309), and how slowly. */
import robots from 'robots-parser'
import type { Fetcher } from '../fetch/fetcher.ts'

const AGENT = 'Verbatim'

export type Permission =
  | {
      readonly allowed: true
      /** Seconds between two requests; 0 unless told. */ readonly pause: number
    }
  | { readonly allowed: false; readonly reason: string; readonly again: boolean }

interface Rules {
  readonly until: number
  permits(url: string): Permission
}

const DAY_MS = 86_400_000
/** A site that did not answer is asked again after. */
const SOON_MS = 600_000
/** Of the file, as the standard lets readers stop. */
const LARGEST = 512_000
/** What asks for longer pauses is not read to its end in any time that a person waits. */
const LONGEST_PAUSE = 60

export class Robots {
  readonly #fetcher: Fetcher
  readonly #clock: () => Date
  readonly #rules = new Map<string, Promise<Rules>>()

  constructor(fetcher: Fetcher, clock: () => Date) {
    this.#fetcher = fetcher
    this.#clock = clock
  }

  /** @param url whole, of http or https */
  async permits(url: string, signal: AbortSignal | undefined): Promise<Permission> {
    const { origin } = new URL(url)
    // Pages of one site come at once: the first that finds nothing asks for all.
    const asked = this.#rules.get(origin)
    const known = await asked
    if (known !== undefined && known.until > this.#clock().getTime()) return known.permits(url)
    const fresh = this.#rules.get(origin)
    const rules = fresh === asked || fresh === undefined ? this.#askAnew(origin, signal) : fresh
    return (await rules).permits(url)
  }

  #askAnew(origin: string, signal: AbortSignal | undefined): Promise<Rules> {
    const asked = this.#ask(origin, signal)
    this.#rules.set(origin, asked)
    // Whoever asked was stopped: the next one asks anew.
    asked.catch(() => this.#rules.delete(origin))
    return asked
  }

  async #ask(origin: string, signal: AbortSignal | undefined): Promise<Rules> {
    const address = `${origin}/robots.txt`
    const fetched = await this.#fetcher.fetch(address, {}, signal)
    const until = this.#clock().getTime() + DAY_MS
    if (fetched.state === 'fetched')
      return {
        until,
        permits: rulesOf(address, new TextDecoder().decode(fetched.bytes.subarray(0, LARGEST))),
      }
    const status = fetched.state === 'unchanged' ? undefined : fetched.status
    // No such file, or none for programs, forbids nothing; a site with a fault forbids all.
    if (status !== undefined && status >= 400 && status < 500 && status !== 429)
      return { until, permits: () => ({ allowed: true, pause: 0 }) }
    const why = fetched.state === 'unchanged' ? '' : `: ${fetched.reason}`
    return {
      until: this.#clock().getTime() + SOON_MS,
      permits: () => ({
        allowed: false,
        reason: `what the site lets programs read is not known (its robots.txt${why})`,
        again: true,
      }),
    }
  }
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its types say that the function is a property
const parse = robots as unknown as typeof robots.default

function rulesOf(address: string, text: string): (url: string) => Permission {
  const rules = parse(address, text)
  const pause = rules.getCrawlDelay(AGENT) ?? 0
  return (url) => {
    if (rules.isAllowed(url, AGENT) === false)
      return {
        allowed: false,
        reason:
          'the site’s robots.txt asks programs not to read it; add the page by itself if you may',
        again: false,
      }
    if (pause > LONGEST_PAUSE)
      return {
        allowed: false,
        reason: `the site asks for ${Math.round(pause)} s between two pages; add the pages that you need by themselves`,
        again: false,
      }
    return { allowed: true, pause }
  }
}
