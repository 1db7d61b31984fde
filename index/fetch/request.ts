/** One request to one checked host: no cookies, no credentials, no proxy, no connection kept. */
import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import type { Allow } from './allow.ts'
import { EncodingError, ENCODINGS, readBody, TooLargeError } from './body.ts'
import { connectorTo, type Lookup, resolveTarget } from './connect.ts'
import { ACCEPT, refuseContentType } from './content-type.ts'
import { explainStatus, TOO_MANY_HEADERS } from './explain.ts'
import type { Fetched, Validators } from './fetched.ts'
import { REDIRECTS } from './redirect.ts'
import { retryAfterSeconds } from './retry-after.ts'
import type { Target } from './target.ts'
import { orAborted } from './turns.ts'

export interface RequestOptions {
  readonly allow: Allow
  readonly lookup: Lookup
  readonly agent: string
  readonly maxBytes: number
  readonly validators: Validators
  /** Further ones, for this host alone. */
  readonly headers: Readonly<Record<string, string>>
}

export type Answer = Fetched | { readonly state: 'redirected'; readonly location: string }

/** @throws the reason of `signal`; errors of look-up, connection, protocol and unpacking */
export async function request(
  target: Target,
  options: RequestOptions,
  signal: AbortSignal,
): Promise<Answer> {
  const addresses = await orAborted(resolveTarget(target, options.allow, options.lookup), signal)
  if ('reason' in addresses) return { state: 'refused', reason: addresses.reason }
  if (addresses.length === 0)
    return { state: 'failed', reason: 'the host has no address; check the spelling' }
  // Loaded when something is fetched only: an answer need not wait for it.
  const { Client } = await import('undici')
  const client = new Client(target.url.origin, {
    connect: await connectorTo(addresses, CONNECT_MILLISECONDS),
    maxHeaderSize: MAX_HEADER_BYTES,
  })
  try {
    const { statusCode, headers, body } = await client.request({
      method: 'GET',
      path: target.url.pathname + target.url.search,
      headers: requestHeaders(options),
      signal,
      reset: true,
    })
    // What is not read is dropped below, which the body tells as an error.
    body.on('error', () => {})
    return await answerOf(target, statusCode, headers, body, options)
  } finally {
    await client.destroy()
  }
}

const CONNECT_MILLISECONDS = 10_000
const MAX_HEADER_BYTES = 32 * 1024
const MAX_HEADERS = 500

async function answerOf(
  { url }: Target,
  status: number,
  headers: IncomingHttpHeaders,
  body: Readable,
  options: RequestOptions,
): Promise<Answer> {
  if (Object.values(headers).flat().length > MAX_HEADERS)
    return { state: 'refused', reason: TOO_MANY_HEADERS }
  if (REDIRECTS.has(status)) {
    const { location } = headers
    if (typeof location === 'string') return { state: 'redirected', location: utf8(location) }
    return { state: 'failed', reason: `redirected (${status}) without an address; check the page` }
  }
  if (status === 304 && isConditional(options.validators)) return { state: 'unchanged' }
  if (status !== 200 && status !== 203) return unsuccessful(status, headers)
  const contentType = one(headers['content-type'])
  const reason = refuseContentType(contentType)
  if (reason !== undefined) return { state: 'refused', reason }
  try {
    if (Number(headers['content-length']) > options.maxBytes) throw new TooLargeError()
    const encoding = one(headers['content-encoding']) ?? ''
    const bytes = await readBody(body, encoding, options.maxBytes)
    return {
      state: 'fetched',
      bytes,
      url: url.href,
      ...(contentType !== undefined && { contentType }),
      validators: validatorsOf(headers),
    }
  } catch (error) {
    if (error instanceof TooLargeError)
      return { state: 'refused', reason: tooLarge(options.maxBytes) }
    if (error instanceof EncodingError)
      return {
        state: 'refused',
        reason: 'it is packed in a way that was not asked for; save it as a file and add that',
      }
    throw error
  }
}

function unsuccessful(status: number, headers: IncomingHttpHeaders): Fetched {
  const { reason, forGood } = explainStatus(status)
  if (forGood) return { state: 'refused', reason, status }
  const seconds = retryAfterSeconds(one(headers['retry-after']), new Date())
  return {
    state: 'failed',
    reason,
    status,
    ...(seconds !== undefined && { retryAfterSeconds: seconds }),
  }
}

const tooLarge = (maxBytes: number): string =>
  `it is over the limit of ${Math.round(maxBytes / 1e5) / 10} MB; give a smaller one or raise max_file_megabytes`

function requestHeaders({ agent, validators, headers }: RequestOptions): Record<string, string> {
  const { etag, lastModified } = checked(validators)
  return {
    'user-agent': agent,
    accept: ACCEPT,
    'accept-encoding': ENCODINGS,
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
    ...headers,
  }
}

function validatorsOf(headers: IncomingHttpHeaders): Validators {
  const etag = one(headers.etag)
  const lastModified = one(headers['last-modified'])
  return checked({
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
  })
}

const isConditional = (validators: Validators): boolean =>
  Object.keys(checked(validators)).length > 0

/** Only what may stand in a header; anything else would be a site's way to write headers of its own. */
function checked({ etag, lastModified }: Validators): Validators {
  return {
    ...(etag !== undefined && /^(?:W\/)?"[\x21\x23-\x7e]{0,512}"$/u.test(etag) && { etag }),
    ...(lastModified !== undefined &&
      /^[\x20-\x7e]{1,64}$/u.test(lastModified) && { lastModified }),
  }
}

/** A header given more than once says nothing that can be relied on. */
const one = (header: string | string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : undefined

/** Headers arrive as Latin-1; sites that do not percent-encode an address mean UTF-8. */
function utf8(header: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(header, 'latin1'))
  } catch {
    return header
  }
}
