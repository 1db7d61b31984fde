/** Calls of Discord's REST API, once each: no hidden retries, a time-out, and an outcome that is told apart. */
import {
  DiscordAPIError,
  HTTPError,
  RateLimitError,
  type RawFile,
  RequestMethod,
  REST,
  type RESTOptions,
} from 'discord.js'

export type Outcome =
  | { readonly kind: 'ok'; readonly result: unknown }
  /** It did not happen and will not as it is: `code` is Discord's, or the status. */
  | { readonly kind: 'refused'; readonly code: number; readonly why: string }
  /** It did not happen: the token is not good any more, or not yet. */
  | { readonly kind: 'unauthorized' }
  /** It did not happen: too many, or Discord is not there; wait so many milliseconds. */
  | { readonly kind: 'limited'; readonly wait: number; readonly why: string }
  /** It may have happened. */
  | { readonly kind: 'unknown'; readonly why: string }

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** "/channels/1/messages" */
  readonly route: `/${string}`
  readonly body?: unknown
  readonly query?: URLSearchParams
  readonly files?: readonly RawFile[]
  /** Of interactions and their webhooks the address itself is the key. */
  readonly auth?: boolean
  /** Milliseconds; that of all calls unless told. */
  readonly timeout?: number
}

export interface WebOptions {
  readonly token: string
  /** "https://discord.com/api" unless told. */
  readonly apiUrl?: string | undefined
  readonly timeout: number
  readonly debug: (line: string) => void
}

export class Web {
  readonly #rest: REST
  readonly #token: string
  readonly #timeout: number

  constructor({ token, apiUrl, timeout, debug }: WebOptions) {
    this.#rest = new REST(restOptions({ apiUrl, timeout }))
    this.#rest.on('restDebug', debug)
    this.#token = token
    this.#timeout = timeout
  }

  /** Never rejects. */
  async call({ method, route, auth = true, timeout, files, ...given }: Call): Promise<Outcome> {
    // The library forgets the token at the first 401, which may be over by now.
    this.#rest.setToken(this.#token)
    try {
      const result = await this.#rest.request({
        ...given,
        method: METHODS[method],
        fullRoute: route,
        auth,
        ...(files !== undefined && { files: [...files] }),
        signal: AbortSignal.timeout(timeout ?? this.#timeout),
      })
      return { kind: 'ok', result }
    } catch (error) {
      return outcomeOf(error)
    }
  }

  close(): void {
    this.#rest.clearHashSweeper()
    this.#rest.clearHandlerSweeper()
  }
}

/** For all that the library sends: what it would wait for or try again is told instead. */
export const restOptions = ({
  apiUrl,
  timeout,
}: Pick<WebOptions, 'apiUrl' | 'timeout'>): Partial<RESTOptions> => ({
  ...(apiUrl !== undefined && { api: apiUrl.replace(/(?<!\/)\/+$/u, '') }),
  version: '10',
  makeRequest: request,
  retries: 0,
  timeout,
  rejectOnRateLimit: () => true,
})

/** The library's own way sends no files once another release of undici is loaded beside its own. */
const request: NonNullable<RESTOptions['makeRequest']> = (
  url,
  { method, headers = {}, body, signal = null },
) =>
  fetch(url, {
    ...(method !== undefined && { method }),
    headers: Object.entries(headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]),
    // All that it is ever given.
    body: typeof body === 'string' || body instanceof FormData ? body : null,
    signal,
  })

export function outcomeOf(error: unknown): Outcome {
  if (error instanceof RateLimitError) {
    const wait = Math.max(0, error.retryAfter, error.sublimitTimeout)
    return { kind: 'limited', wait, why: error.global ? 'the global rate limit' : 'a rate limit' }
  }
  if (error instanceof DiscordAPIError) {
    const code = Number(error.code)
    // With a code of its own it is not the bot's token that is refused.
    if (error.status === 401 && !(code > 0)) return { kind: 'unauthorized' }
    return {
      kind: 'refused',
      code: Number.isNaN(code) || code === 0 ? error.status : code,
      why: error.message,
    }
  }
  if (error instanceof HTTPError) return { kind: 'unknown', why: `HTTP ${error.status}` }
  const why = whyOf(error)
  return UNSENT.test(why) ? { kind: 'limited', wait: 0, why } : { kind: 'unknown', why }
}

/** Causes that say the request never left. */
const UNSENT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT/

function whyOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error && typeof error.code === 'string' ? ` [${error.code}]` : ''
  const own = `${error.message}${code}`
  return error.cause === undefined || depth > 4 ? own : `${own} ← ${whyOf(error.cause, depth + 1)}`
}

const METHODS = {
  GET: RequestMethod.Get,
  POST: RequestMethod.Post,
  PUT: RequestMethod.Put,
  PATCH: RequestMethod.Patch,
  DELETE: RequestMethod.Delete,
}
