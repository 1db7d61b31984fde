/** Hands something over to an address of the web, with the guards that fetching has; follows no redirect. */
import { type Allow, parseAllow } from './allow.ts'
import { connectorTo, type Lookup, resolveTarget, systemLookup } from './connect.ts'
import { explainError } from './explain.ts'
import { REDIRECTS } from './redirect.ts'
import { retryAfterSeconds } from './retry-after.ts'
import { parseTarget, type Target } from './target.ts'
import { orAborted } from './turns.ts'

export interface PostOptions {
  /** Private hosts opened on purpose. */
  readonly allow: readonly string[]
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Of the whole. */
  readonly milliseconds: number
  readonly signal?: AbortSignal
  /** The system's resolver unless told. */
  readonly lookup?: Lookup
}

/** Reasons are short sentences with what to do; they do not name the address. */
export type Posted =
  | { readonly state: 'taken' }
  /** Never to be tried again as it is. */
  | { readonly state: 'refused'; readonly reason: string }
  /** May work later. */
  | { readonly state: 'failed'; readonly reason: string; readonly retryAfterSeconds?: number }

/** @throws the reason of `signal` once that is aborted, and nothing else */
export async function post(address: string, options: PostOptions): Promise<Posted> {
  const { milliseconds, signal } = options
  const allow = parseAllow(options.allow)
  const target = parseTarget(address, allow)
  if ('reason' in target) return { state: 'refused', reason: target.reason }
  const late = AbortSignal.timeout(milliseconds)
  try {
    const stop = signal === undefined ? late : AbortSignal.any([late, signal])
    return await handOver(target, allow, options, stop)
  } catch (error) {
    signal?.throwIfAborted()
    if (late.aborted) return { state: 'failed', reason: 'the site takes too long to answer' }
    return { state: 'failed', reason: explainError(error) }
  }
}

async function handOver(
  target: Target,
  allow: Allow,
  { headers, body, milliseconds, lookup = systemLookup }: PostOptions,
  signal: AbortSignal,
): Promise<Posted> {
  const addresses = await orAborted(resolveTarget(target, allow, lookup), signal)
  if ('reason' in addresses) return { state: 'refused', reason: addresses.reason }
  if (addresses.length === 0)
    return { state: 'failed', reason: 'the host has no address; check the spelling' }
  const { Client } = await import('undici')
  const client = new Client(target.url.origin, {
    connect: await connectorTo(addresses, milliseconds),
  })
  try {
    const answer = await client.request({
      method: 'POST',
      path: target.url.pathname + target.url.search,
      headers: { 'user-agent': 'Verbatim/0.1', ...headers },
      body,
      signal,
      reset: true,
    })
    // What it says besides is nothing to us.
    answer.body.on('error', () => {})
    const after = answer.headers['retry-after']
    return judged(answer.statusCode, typeof after === 'string' ? after : undefined)
  } finally {
    await client.destroy()
  }
}

function judged(status: number, after: string | undefined): Posted {
  if (status >= 200 && status < 300) return { state: 'taken' }
  if (REDIRECTS.has(status))
    return { state: 'refused', reason: `it redirects (${status}); give the address it leads to` }
  if (status === 410)
    return { state: 'refused', reason: 'it is gone for good (410); take it out of the schedules' }
  const seconds = retryAfterSeconds(after, new Date())
  return {
    state: 'failed',
    reason: `it does not take it (${status}); look at what receives it`,
    ...(seconds !== undefined && { retryAfterSeconds: seconds }),
  }
}
