/** The pages that a list links to — a sitemap, an index of sitemaps, a feed, an OPML of feeds — each a file. */
import type { Fetcher } from '../fetch/fetcher.ts'
import type { Problem } from '../library/folder.ts'
import type { Link } from './lists/link.ts'
import type { Lists } from './lists/lists.ts'
import type { Got, Item, Listing, Remote } from './remote.ts'
import type { Robots } from './robots.ts'

export interface LinkedPagesOptions {
  readonly fetcher: Fetcher
  readonly lists: Lists
  readonly robots: Robots
}

/** Of a list, the newest first; at one a second they take a quarter of an hour. */
const MOST_PAGES = 1000
/** Lists in a list. */
const MOST_LISTS = 100
/** An index lists sitemaps, an OPML feeds; deeper than that nobody nests. */
const DEEPEST = 2

/** What is gathered of a list and the lists in it. */
interface Gathered {
  readonly links: Map<string, Link>
  readonly problems: Problem[]
  /** Whether it is said which pages there are, rather than which are new. */
  whole: boolean
  lists: number
}

export class LinkedPages implements Remote {
  readonly #location: string
  readonly #options: LinkedPagesOptions

  /** @param location `pages+https://…`; what follows a `#` must stand in the address of a page */
  constructor(location: string, options: LinkedPagesOptions) {
    this.#location = location
    this.#options = options
  }

  async list(_known: unknown, signal: AbortSignal | undefined): Promise<Listing> {
    const [address = '', part = ''] = this.#location.slice('pages+'.length).split('#')
    const gathered: Gathered = { links: new Map(), problems: [], whole: true, lists: 0 }
    const failed = await this.#gather(address, 0, gathered, signal)
    if (failed !== undefined) return failed
    const { problems } = gathered
    const links = [...gathered.links.values()].filter(({ url }) => url.includes(decoded(part)))
    if (links.length === 0)
      return {
        reason:
          gathered.links.size === 0
            ? 'the list links to no page; check the address'
            : `none of its ${gathered.links.size} pages has “${decoded(part)}” in its address; correct what follows the #`,
      }
    const newest = links.toSorted((one, other) => timeOf(other) - timeOf(one)).slice(0, MOST_PAGES)
    if (newest.length < links.length)
      problems.push({
        name: this.#location,
        message: `lists ${links.length} pages; the newest ${MOST_PAGES} are read. For others, end it with # and what stands in their addresses`,
      })
    const whole = gathered.whole && problems.length === 0
    return { items: newest.map((link) => this.#item(link)), whole, problems }
  }

  /** @returns why the list itself cannot be read; what is wrong with lists in it is among the problems */
  async #gather(
    address: string,
    depth: number,
    gathered: Gathered,
    signal: AbortSignal | undefined,
  ): Promise<Extract<Listing, { reason: string }> | undefined> {
    gathered.lists++
    const fetched = await this.#options.fetcher.fetch(address, {}, signal)
    if (fetched.state === 'unchanged') return { reason: 'the site answers with nothing' }
    if (fetched.state !== 'fetched') return fetched
    const { bytes, url, contentType } = fetched
    const input = { name: address, bytes, url, ...(contentType !== undefined && { contentType }) }
    const list = await this.#options.lists.read(input, signal)
    if ('reason' in list) return list
    const inner = list.kind === 'index' || list.kind === 'opml'
    if (list.kind === 'feed' || list.kind === 'opml') gathered.whole = false
    const links = list.links.flatMap((link) => addressed(link, url))
    // A sitemap speaks for its own site.
    const own = list.kind === 'feed' || list.kind === 'opml' ? links : links.filter(sameSite(url))
    if (!inner) {
      for (const link of own) gathered.links.set(link.url, link)
      return undefined
    }
    for (const link of own.toSorted((one, other) => timeOf(other) - timeOf(one))) {
      if (depth >= DEEPEST || gathered.lists > MOST_LISTS) {
        gathered.problems.push({
          name: address,
          message: `has more than ${MOST_LISTS} lists; add the ones you need by themselves`,
        })
        break
      }
      const failed = await this.#gather(link.url, depth + 1, gathered, signal)
      if (failed !== undefined) gathered.problems.push({ name: link.url, message: failed.reason })
    }
    return undefined
  }

  #item({ url, changed }: Link): Item {
    const stamp = changed !== undefined && !Number.isNaN(Date.parse(changed)) ? changed : undefined
    return {
      name: url,
      ...(stamp !== undefined && { stamp }),
      load: async (validators, signal): Promise<Got> => {
        const { fetcher, robots } = this.#options
        const permission = await robots.permits(url, signal)
        if (!permission.allowed) return { state: 'skipped', ...permission }
        const { pause } = permission
        const fetched = await fetcher.fetch(url, validators, signal, { pause })
        if (fetched.state === 'fetched') return { ...fetched, state: 'loaded' }
        if (fetched.state === 'unchanged') return fetched
        return { ...fetched, state: 'skipped', again: fetched.state === 'failed' }
      },
    }
  }
}

/** Its address whole and without a fragment; none when it is no page of the web. */
function addressed({ url, ...rest }: Link, base: string): Link[] {
  const found = URL.parse(url, base)
  if (found === null || !/^https?:$/u.test(found.protocol)) return []
  found.hash = ''
  return [{ ...rest, url: found.href }]
}

const sameSite =
  (base: string) =>
  ({ url }: Link): boolean =>
    siteOf(url) === siteOf(base)

const siteOf = (url: string): string => new URL(url).host.replace(/^www\./u, '')

const timeOf = ({ changed = '' }: Link): number => {
  const time = Date.parse(changed)
  return Number.isNaN(time) ? 0 : time
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
