/** Files of a bucket that speaks S3, below a prefix: listed by their ETags, loaded when those are others. */
import { AwsV4Signer } from 'aws4fetch'
import type { Fetcher } from '../fetch/fetcher.ts'
import type { Problem } from '../library/folder.ts'
import { type Element, find, parseXml, textOf } from '../readers/xml.ts'
import type { BucketAccess } from './access.ts'
import type { Got, Item, Known, Listing, Remote } from './remote.ts'

/** Keys of a bucket that are looked at; one has a thousand at a request. */
const MOST_KEYS = 20_000

export interface BucketOptions {
  readonly fetcher: Fetcher
  readonly access: BucketAccess
}

interface Listed {
  readonly keys: readonly Key[]
  readonly next: string | undefined
}

interface Key {
  readonly key: string
  readonly etag: string
  readonly size: number
}

export class Bucket implements Remote {
  readonly #location: string
  readonly #root: string
  readonly #prefix: string
  readonly #options: BucketOptions

  /** @param location `s3://bucket/prefix` */
  constructor(location: string, options: BucketOptions) {
    const { host, pathname } = new URL(location)
    const { endpoint, region } = options.access
    this.#location = location
    this.#options = options
    this.#prefix = decodeURIComponent(pathname.slice(1))
    // A bucket of one's own server is a folder of it; with Amazon it has a host of its own.
    this.#root =
      endpoint === undefined ? `https://${host}.s3.${region}.amazonaws.com` : `${endpoint}/${host}`
  }

  async list(_known: Known, signal: AbortSignal | undefined): Promise<Listing> {
    const keys: Key[] = []
    let next: string | undefined
    do {
      const page = await this.#page(next, signal)
      if ('reason' in page) return page
      keys.push(...page.keys)
      ;({ next } = page)
    } while (next !== undefined && keys.length < MOST_KEYS)
    const problems: Problem[] = []
    if (next !== undefined)
      problems.push({
        name: this.#location,
        message: `has more than ${MOST_KEYS} files; the first are read. Add its parts by longer prefixes`,
      })
    // What ends in a slash, and holds nothing, stands for a folder.
    const files = keys.filter(({ key, size }) => size > 0 && !key.endsWith('/'))
    if (files.length === 0)
      problems.push({ name: this.#location, message: 'no file in it; check bucket and prefix' })
    return {
      items: files.map((file) => this.#item(file)),
      whole: next === undefined,
      problems,
    }
  }

  async #page(next: string | undefined, signal: AbortSignal | undefined) {
    const query = new URLSearchParams({ 'list-type': '2', 'max-keys': '1000' })
    if (this.#prefix !== '') query.set('prefix', this.#prefix)
    if (next !== undefined) query.set('continuation-token', next)
    const fetched = await this.#fetch(`${this.#root}/?${query.toString()}`, signal)
    if (fetched.state !== 'loaded') return failure(fetched)
    return listedIn(fetched.bytes) ?? { reason: NO_LISTING }
  }

  #item({ key, etag, size }: Key): Item {
    const path = key.split('/').map(escaped).join('/')
    return {
      name: key,
      stamp: `${etag}-${size}`,
      load: (_, signal) => this.#fetch(`${this.#root}/${path}`, signal),
    }
  }

  async #fetch(url: string, signal: AbortSignal | undefined): Promise<Got & { status?: number }> {
    const { accessKeyId, secretAccessKey, sessionToken, region } = this.#options.access
    if (accessKeyId === undefined || secretAccessKey === undefined)
      return { state: 'skipped', reason: NO_KEY, again: true }
    const signer = new AwsV4Signer({
      url,
      service: 's3',
      region,
      accessKeyId,
      secretAccessKey,
      ...(sessionToken !== undefined && { sessionToken }),
    })
    const headers = Object.fromEntries((await signer.sign()).headers)
    const fetched = await this.#options.fetcher.fetch(url, {}, signal, { headers })
    if (fetched.state === 'fetched') {
      // Where it is fetched from is nobody's business but the bot's.
      const { bytes, contentType } = fetched
      return { state: 'loaded', bytes, ...(contentType !== undefined && { contentType }) }
    }
    if (fetched.state === 'unchanged') return fetched
    return { ...fetched, state: 'skipped', again: fetched.state === 'failed' }
  }
}

const NO_KEY =
  'a bucket is read with a key of yours that may list and read it; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY'
const NOT_LET_IN =
  'the bucket does not let this key in; check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_REGION, the clock, and that the key may list and read it'
const NO_LISTING = 'what answers is no bucket; check AWS_ENDPOINT_URL_S3'

function failure(got: Exclude<Got, { state: 'loaded' }> & { status?: number }) {
  if (got.state === 'unchanged') return { reason: NO_LISTING }
  const { status, reason } = got
  if (status === 403) return { ...got, reason: NOT_LET_IN }
  if (status === 404)
    return { ...got, reason: 'there is no such bucket; check its name and AWS_ENDPOINT_URL_S3' }
  return { ...got, reason }
}

/** `undefined` for what is no listing. */
function listedIn(bytes: Uint8Array): Listed | undefined {
  try {
    const [result] = find(parseXml(bytes, 'the listing'), 'ListBucketResult')
    if (result === undefined) return undefined
    const keys = find(result, 'Contents').map((one) => ({
      key: valueOf(one, 'Key'),
      etag: valueOf(one, 'ETag').replaceAll('"', ''),
      size: Number(valueOf(one, 'Size')),
    }))
    const next = valueOf(result, 'NextContinuationToken')
    return { keys, next: next === '' ? undefined : next }
  } catch {
    return undefined
  }
}

function valueOf(element: Element, name: string): string {
  const child = element.children.find((one) => typeof one !== 'string' && one.name === name)
  return child === undefined || typeof child === 'string' ? '' : textOf(child)
}

/** As signatures have it: encodeURIComponent leaves some signs that they do not. */
const escaped = (part: string): string =>
  encodeURIComponent(part).replace(
    /[!'()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
