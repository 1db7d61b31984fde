/** Calls of Slack's Web API, once each: no hidden retries, a time-out, and an outcome that is told apart. */
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebClient,
} from '@slack/web-api'
import type { Logger as SlackLogger } from '@slack/bolt'

export type Outcome =
  | { readonly kind: 'ok'; readonly result: Readonly<Record<string, unknown>> }
  /** It did not happen and will not as it is: `error` is Slack's code. */
  | { readonly kind: 'refused'; readonly error: string }
  /** It did not happen: the token is not good any more, or not yet. */
  | { readonly kind: 'unauthorized'; readonly error: string }
  /** It did not happen: too many; wait so many milliseconds. */
  | { readonly kind: 'limited'; readonly wait: number }
  /** It may have happened. */
  | { readonly kind: 'unknown'; readonly why: string }

export interface WebOptions {
  readonly token: string
  /** "https://slack.com/api/" unless told. */
  readonly apiUrl?: string | undefined
  readonly timeout: number
  readonly logger: SlackLogger
}

export class Web {
  readonly #client: WebClient

  constructor({ token, apiUrl, timeout, logger }: WebOptions) {
    this.#client = new WebClient(token, webClientOptions({ apiUrl, timeout, logger }))
  }

  /** Never rejects. */
  async call(method: string, args: Readonly<Record<string, unknown>>): Promise<Outcome> {
    try {
      return { kind: 'ok', result: { ...(await this.#client.apiCall(method, { ...args })) } }
    } catch (error) {
      return outcomeOf(error)
    }
  }
}

/** What every client of the library is set to, the one that opens sockets too. */
export const webClientOptions = ({ apiUrl, timeout, logger }: Omit<WebOptions, 'token'>) => ({
  ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
  logger,
  timeout,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
})

/** Slack's own codes; those that may stand for something half done are not among them. */
const CODE = /^[a-z][a-z0-9_]{1,80}$/
const HALF_DONE = new Set([
  'fatal_error',
  'internal_error',
  'service_unavailable',
  'request_timeout',
])
const AUTHORIZATION = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'org_login_required',
  'ekm_access_denied',
  'not_allowed_token_type',
  'user_removed_from_team',
  'team_disabled',
])

const isAuthorization = (error: string): boolean => AUTHORIZATION.has(error)

export function outcomeOf(error: unknown): Outcome {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'limited', wait: Math.max(0, error.retryAfter) * 1000 }
  if (error instanceof WebAPIPlatformError) {
    const code = error.data.error
    // The library takes any body that is no JSON for the name of an error.
    if (!CODE.test(code) || HALF_DONE.has(code))
      return { kind: 'unknown', why: CODE.test(code) ? code : 'an answer that is no JSON' }
    if (code === 'ratelimited' || code === 'rate_limited')
      return { kind: 'limited', wait: (error.data.response_metadata?.retryAfter ?? 1) * 1000 }
    return { kind: isAuthorization(code) ? 'unauthorized' : 'refused', error: code }
  }
  if (error instanceof WebAPIHTTPError) {
    // Behind a 4xx is a request that was not taken, for example a proxy's 413.
    const refused = error.statusCode >= 400 && error.statusCode < 500
    return refused
      ? { kind: 'refused', error: `http_${error.statusCode}` }
      : { kind: 'unknown', why: `HTTP ${error.statusCode}` }
  }
  if (error instanceof Error && /Retry header did not contain/.test(error.message))
    return { kind: 'limited', wait: 30_000 }
  return { kind: 'unknown', why: whyOf(error) }
}

/** What to do about an error of Slack's. */
export function fixOf(error: string): string {
  if (error === 'missing_scope')
    return 'a scope is missing: install the app again with the manifest in adapters/slack'
  if (error === 'not_in_channel' || error === 'channel_not_found')
    return 'invite the bot to the channel: /invite @Verbatim'
  if (error === 'is_archived') return 'the channel is archived'
  if (error === 'not_allowed_token_type')
    return 'the tokens are mixed up: SLACK_BOT_TOKEN starts with xoxb-, SLACK_APP_TOKEN with xapp-'
  if (isAuthorization(error))
    return 'the token is not valid any more: copy it again from the app’s settings, then restart'
  return 'see docs.slack.dev for the error; it is tried again'
}

function whyOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error && typeof error.code === 'string' ? ` [${error.code}]` : ''
  const original = 'original' in error ? error.original : error.cause
  const own = `${error.message}${code}`
  return original === undefined || depth > 4 ? own : `${own} ← ${whyOf(original, depth + 1)}`
}
