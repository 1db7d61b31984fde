/** Reports of ReliefWeb by a query and countries, through version 2 of its API, the oldest change first. */
import * as z from 'zod'
import type { Fetcher } from '../fetch/fetcher.ts'
import type { ReliefwebAccess } from './access.ts'
import type { Got, Item, Known, Listing, Remote } from './remote.ts'

const API = 'https://api.reliefweb.int'
/** Reports at a request: with their text they have some ten kilobytes each. */
const A_PAGE = 50
/** At a look; the next one goes on with what has changed since. */
const MOST = 1000
/** What is not told begins a year ago. */
const YEAR_MS = 365 * 86_400_000

const FIELDS = ['title', 'body-html', 'url', 'date', 'source.name', 'language.code', 'file']

const Named = z.object({ name: z.string() })
const Report = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  fields: z.object({
    title: z.string(),
    'body-html': z.string().optional(),
    url: z.string().optional(),
    date: z.object({
      changed: z.string(),
      created: z.string().optional(),
      original: z.string().optional(),
    }),
    source: z.array(Named).optional(),
    language: z.array(z.object({ code: z.string() })).optional(),
    file: z.array(z.object({ url: z.string(), filename: z.string() })).optional(),
  }),
})
type Report = z.infer<typeof Report>
const Answer = z.object({ totalCount: z.number(), data: z.array(z.unknown()) })

export interface ReliefwebOptions {
  readonly fetcher: Fetcher
  readonly access: ReliefwebAccess
  readonly clock: () => Date
}

export class Reliefweb implements Remote {
  readonly #asked: URLSearchParams
  readonly #options: ReliefwebOptions

  /** @param location `reliefweb://reports?query=…&country=…,…&since=…&files=yes` */
  constructor(location: string, options: ReliefwebOptions) {
    this.#asked = new URL(location).searchParams
    this.#options = options
  }

  async list(known: Known, signal: AbortSignal | undefined, atMost: number): Promise<Listing> {
    const { appname } = this.#options.access
    if (appname === undefined) return { reason: NO_APPNAME }
    const since = this.#since(known)
    const found = new Map<string, Item>()
    let fresh = 0
    for (let offset = 0; ; offset += A_PAGE) {
      const page = await this.#page(appname, since, offset, signal)
      if (page.reason !== undefined) return offset === 0 ? page : listing(found, true)
      for (const report of page.reports) {
        const own = this.#itemsOf(report)
        // One that changes meanwhile is met twice.
        for (const item of own) found.set(item.name, item)
        if (own.some(({ name, stamp }) => known.get(name) !== stamp)) fresh++
      }
      if (offset + A_PAGE >= page.total) return listing(found, false)
      if (fresh >= Math.min(atMost, MOST)) return listing(found, true)
    }
  }

  async #page(
    appname: string,
    since: string,
    offset: number,
    signal: AbortSignal | undefined,
  ): Promise<Page> {
    const { api = API } = this.#options.access
    const address = new URL(`${api}/v2/reports`)
    address.search = this.#query(appname, since, offset).toString()
    const fetched = await this.#options.fetcher.fetch(address.href, {}, signal)
    if (fetched.state === 'unchanged') return { reason: NO_ANSWER }
    if (fetched.state !== 'fetched') return { ...fetched, reason: reasonOf(fetched) }
    const answer = answerOf(fetched.bytes)
    if (answer === undefined) return { reason: NO_ANSWER }
    // One that is not as the API has it stops no other.
    const reports = answer.data.flatMap((one) => Report.safeParse(one).data ?? [])
    return { reports, total: answer.totalCount }
  }

  #query(appname: string, since: string, offset: number): URLSearchParams {
    const query = this.#asked.get('query')?.trim() ?? ''
    const countries = (this.#asked.get('country') ?? '').split(',').map((one) => one.trim())
    const parameters = new URLSearchParams({
      appname,
      limit: String(A_PAGE),
      offset: String(offset),
    })
    for (const field of FIELDS) parameters.append('fields[include][]', field)
    // Reports of one moment stand on one page only when something tells them apart.
    parameters.append('sort[]', 'date.changed:asc')
    parameters.append('sort[]', 'id:asc')
    if (query !== '') {
      parameters.append('query[value]', query)
      parameters.append('query[operator]', 'AND')
    }
    parameters.append('filter[operator]', 'AND')
    parameters.append('filter[conditions][0][field]', 'date.changed')
    parameters.append('filter[conditions][0][value][from]', since)
    const named = countries.filter((one) => one !== '')
    if (named.length > 0) {
      const iso = named.every((one) => /^[a-z]{3}$/iu.test(one))
      parameters.append('filter[conditions][1][field]', iso ? 'country.iso3' : 'country.name')
      for (const one of named)
        parameters.append('filter[conditions][1][value][]', iso ? one.toLowerCase() : one)
      parameters.append('filter[conditions][1][operator]', 'OR')
    }
    return parameters
  }

  /** The newest change that was read, else the day asked for. */
  #since(known: Known): string {
    // One that failed may be older than all that did not.
    const failed = [...known.values()].includes('')
    const read = Math.max(
      ...[...known.values()].map((stamp) => Date.parse(stamp)).filter(Number.isFinite),
    )
    if (Number.isFinite(read) && !failed) return iso(read)
    const day = this.#asked.get('since')
    return iso(day === null ? this.#options.clock().getTime() - YEAR_MS : Date.parse(day))
  }

  #itemsOf(report: Report): Item[] {
    const { id, fields } = report
    const stamp = fields.date.changed
    const files = this.#asked.get('files') === 'yes' ? (fields.file ?? []) : []
    const hasText = (fields['body-html'] ?? '').trim() !== ''
    const got: Got = hasText
      ? { state: 'loaded', bytes: asFeed(report) }
      : { state: 'skipped', reason: NO_TEXT, again: false }
    return [
      ...(hasText || files.length === 0
        ? [{ name: `reliefweb/${id}`, stamp, load: () => Promise.resolve(got) }]
        : []),
      ...files.map(({ url, filename }) => ({
        name: `reliefweb/${id}/${filename}`,
        stamp,
        load: (_: unknown, signal: AbortSignal | undefined) => this.#file(url, signal),
      })),
    ]
  }

  async #file(url: string, signal: AbortSignal | undefined): Promise<Got> {
    const fetched = await this.#options.fetcher.fetch(url, {}, signal)
    if (fetched.state === 'fetched') return { ...fetched, state: 'loaded' }
    if (fetched.state === 'unchanged') return fetched
    // What is tried again is listed again from the start: not for what is not there.
    const { status = 500 } = fetched
    const again = fetched.state === 'failed' && (status >= 500 || status === 429)
    return { ...fetched, state: 'skipped', again }
  }
}

type Page =
  | { readonly reports: readonly Report[]; readonly total: number; readonly reason?: undefined }
  | { readonly reason: string; readonly retryAfterSeconds?: number }

const NO_ANSWER = 'what answers is not ReliefWeb; check RELIEFWEB_API_URL'
const NO_APPNAME =
  'ReliefWeb asks for an appname of your own: request one at https://apidoc.reliefweb.int/parameters#appname and set RELIEFWEB_APPNAME to it'
const NO_TEXT =
  'has no text of its own; to read its files, add files=yes to the address of the source'

const listing = (found: ReadonlyMap<string, Item>, more: boolean): Listing => ({
  items: [...found.values()],
  whole: false,
  problems: [],
  more,
})

const iso = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/u, '+00:00')

function reasonOf({ status, reason }: { reason: string; status?: number }): string {
  if (status === 403)
    return 'ReliefWeb does not know the appname; set RELIEFWEB_APPNAME to one that it has approved'
  if (status === 400) return 'ReliefWeb does not understand the query; write it in plain words'
  return `ReliefWeb: ${reason}`
}

function answerOf(bytes: Uint8Array): z.infer<typeof Answer> | undefined {
  try {
    return Answer.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data
  } catch {
    return undefined
  }
}

/** A feed of one entry: title, date, address and text are read as those of any feed. */
function asFeed({ fields }: Report): Uint8Array {
  const { title, url, date, source, language } = fields
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: (source ?? []).map(({ name }) => name).join(', '),
    items: [
      {
        id: 'report',
        title,
        url,
        date_published: date.original ?? date.created,
        language: language?.[0]?.code,
        content_html: fields['body-html'],
      },
    ],
  }
  return new TextEncoder().encode(JSON.stringify(feed))
}
