/** Which sources elsewhere hold many files, and what lists and loads them. */
import type { Fetcher } from '../fetch/fetcher.ts'
import type { Access } from './access.ts'
import { Bucket } from './bucket.ts'
import { LinkedPages } from './linked-pages.ts'
import { Lists } from './lists/lists.ts'
import { addressKind } from './location.ts'
import { Reliefweb } from './reliefweb.ts'
import { Mailbox } from './mailbox.ts'
import type { Remote } from './remote.ts'
import { Robots } from './robots.ts'

export interface RemotesOptions {
  readonly fetcher: Fetcher
  readonly access: Access
  /** Of a mail. */
  readonly maxBytes: number
  readonly clock?: () => Date
}

export class Remotes {
  readonly #options: RemotesOptions
  readonly #lists = new Lists()
  readonly #robots: Robots
  readonly #mailboxes: Mailbox[] = []
  readonly #known = new Map<string, Remote>()

  constructor(options: RemotesOptions) {
    this.#options = options
    this.#robots = new Robots(options.fetcher, options.clock ?? (() => new Date()))
  }

  /** `undefined` for a path, a page or a feed. */
  of(location: string): Remote | undefined {
    const known = this.#known.get(location) ?? this.#made(location)
    if (known !== undefined) this.#known.set(location, known)
    return known
  }

  #made(location: string): Remote | undefined {
    const { fetcher, access } = this.#options
    const shared = { fetcher, lists: this.#lists, robots: this.#robots }
    const kind = addressKind(location)
    const clock = this.#options.clock ?? (() => new Date())
    if (kind === 'pages') return new LinkedPages(location, shared)
    if (kind === 'reliefweb')
      return new Reliefweb(location, { fetcher, clock, access: access.reliefweb })
    if (kind === 'bucket') return new Bucket(location, { fetcher, access: access.bucket })
    if (kind === 'mailbox') {
      const { maxBytes } = this.#options
      const mailbox = new Mailbox(location, { fetcher, maxBytes, access: access.mailbox })
      this.#mailboxes.push(mailbox)
      return mailbox
    }
    return undefined
  }

  async close(): Promise<void> {
    await Promise.all([this.#lists.close(), ...this.#mailboxes.map((one) => one.close())])
  }
}
