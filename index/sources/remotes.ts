/**
 * Which sources elsewhere hold many files, and what lists and loads them. What reads them is loaded when they are
 * listed: an answer need not wait for it.
 */
import type { Fetcher } from '../fetch/fetcher.ts'
import type { Access } from './access.ts'
import type { LinkedPagesOptions } from './linked-pages.ts'
import { type AddressKind, addressKind } from './location.ts'
import type { Remote } from './remote.ts'

export interface RemotesOptions {
  readonly fetcher: Fetcher
  readonly access: Access
  /** Of a mail. */
  readonly maxBytes: number
  readonly clock?: () => Date
}

export class Remotes {
  readonly #options: RemotesOptions
  readonly #known = new Map<string, Remote>()
  readonly #closing: (() => Promise<void>)[] = []
  /** One robots.txt for all lists of a site. */
  #following: Promise<LinkedPagesOptions> | undefined

  constructor(options: RemotesOptions) {
    this.#options = options
  }

  /** `undefined` for a path, a page or a feed. */
  of(location: string): Remote | undefined {
    const kind = addressKind(location)
    if (kind === undefined || kind === 'page') return undefined
    const known = this.#known.get(location) ?? this.#later(kind, location)
    this.#known.set(location, known)
    return known
  }

  #later(kind: Exclude<AddressKind, 'page'>, location: string): Remote {
    let made: Promise<Remote> | undefined
    return {
      list: async (known, signal, atMost) => {
        made ??= this.#made(kind, location)
        return (await made).list(known, signal, atMost)
      },
    }
  }

  async #made(kind: Exclude<AddressKind, 'page'>, location: string): Promise<Remote> {
    const { fetcher, access, maxBytes } = this.#options
    if (kind === 'pages') {
      const { LinkedPages } = await import('./linked-pages.ts')
      this.#following ??= this.#follow()
      return new LinkedPages(location, await this.#following)
    }
    if (kind === 'reliefweb') {
      const { Reliefweb } = await import('./reliefweb.ts')
      return new Reliefweb(location, { fetcher, clock: this.#clock, access: access.reliefweb })
    }
    if (kind === 'bucket') {
      const { Bucket } = await import('./bucket.ts')
      return new Bucket(location, { fetcher, access: access.bucket })
    }
    const { Mailbox } = await import('./mailbox.ts')
    const mailbox = new Mailbox(location, { fetcher, maxBytes, access: access.mailbox })
    this.#closing.push(() => mailbox.close())
    return mailbox
  }

  async #follow(): Promise<LinkedPagesOptions> {
    const { fetcher } = this.#options
    const [{ Lists }, { Robots }] = await Promise.all([
      import('./lists/lists.ts'),
      import('./robots.ts'),
    ])
    const lists = new Lists()
    this.#closing.push(() => lists.close())
    return { fetcher, lists, robots: new Robots(fetcher, this.#clock) }
  }

  get #clock(): () => Date {
    return this.#options.clock ?? (() => new Date())
  }

  async close(): Promise<void> {
    await Promise.all(this.#closing.map((close) => close()))
  }
}
