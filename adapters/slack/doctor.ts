/** Looks whether Slack is set up: tokens, scopes, the clock; and says what to do about what is not. */
import * as z from 'zod'
import type { Finding } from '../../src/platform.ts'
import { manifestScopes } from './manifest.ts'

export interface DoctorOptions {
  readonly botToken?: string | undefined
  /** For Socket Mode. */
  readonly appToken?: string | undefined
  /** For HTTP mode. */
  readonly signingSecret?: string | undefined
  readonly mode: 'socket' | 'http'
  /** Slack's own unless told. */
  readonly apiUrl?: string | undefined
  readonly clock?: () => Date
}

const API = 'https://slack.com/api/'
const TIMEOUT = 10_000
/** Slack's signatures are good for so long; a clock that is off by half of it will be off by more. */
const MOST_SKEW_SECONDS = 150

/** Never rejects. In the order in which to fix. */
export async function doctor(options: DoctorOptions): Promise<Finding[]> {
  const { mode, signingSecret } = options
  const bot = await lookAtBot(options)
  return [
    ...bot,
    ...(mode === 'socket' ? await lookAtSocket(options) : [lookAtSecret(signingSecret)]),
  ]
}

async function lookAtBot({ botToken, apiUrl, clock }: DoctorOptions): Promise<Finding[]> {
  const token = lookAtToken('SLACK_BOT_TOKEN', botToken, 'xoxb-', WHERE_BOT)
  if (botToken === undefined || !token.ok) return [token]
  const answer = await call('auth.test', botToken, apiUrl)
  if ('failed' in answer) return [answer.failed]
  const { result, headers } = answer
  if (!result.ok) return [refused('SLACK_BOT_TOKEN', result.error, WHERE_BOT)]
  return [
    fine(
      `SLACK_BOT_TOKEN is taken: ${result.user ?? 'the bot'} in ${result.team ?? 'the workspace'}`,
    ),
    lookAtScopes(headers.get('x-oauth-scopes')),
    lookAtClock(headers.get('date'), clock ?? (() => new Date())),
  ]
}

function lookAtScopes(header: string | null): Finding {
  if (header === null) return fine('Slack did not say which scopes the token has')
  const granted = new Set(header.split(',').map((scope) => scope.trim()))
  const missing = manifestScopes().filter((scope) => !granted.has(scope))
  if (missing.length === 0) return fine(`all ${manifestScopes().length} scopes are granted`)
  return {
    ok: false,
    text: `scopes are missing: ${missing.join(', ')}`,
    fix: 'Put adapters/slack/manifest.yaml into the app’s settings (App Manifest), then install the app again (Install App).',
  }
}

function lookAtClock(date: string | null, clock: () => Date): Finding {
  const there = date === null ? Number.NaN : Date.parse(date)
  if (Number.isNaN(there)) return fine('Slack did not say what time it is')
  const skew = Math.round((clock().getTime() - there) / 1000)
  if (Math.abs(skew) <= MOST_SKEW_SECONDS) return fine('the clock agrees with Slack’s')
  const how = `${Math.abs(skew)} seconds ${skew > 0 ? 'ahead of' : 'behind'}`
  return {
    ok: false,
    text: `this machine’s clock is ${how} Slack’s`,
    fix: 'Set the clock, for example by turning on NTP; signed requests are refused otherwise.',
  }
}

/**
 * Only asks for an address. A connection would take events away from a bot that is running: Slack
 * shares them out over all there are.
 */
async function lookAtSocket({ appToken, apiUrl }: DoctorOptions): Promise<Finding[]> {
  const token = lookAtToken('SLACK_APP_TOKEN', appToken, 'xapp-', WHERE_APP)
  if (appToken === undefined || !token.ok) return [token]
  const answer = await call('apps.connections.open', appToken, apiUrl)
  if ('failed' in answer) return [answer.failed]
  const { result } = answer
  return [
    result.ok
      ? fine('SLACK_APP_TOKEN is taken, and Socket Mode gives an address')
      : refused('SLACK_APP_TOKEN', result.error, WHERE_APP),
    fine(
      'what Slack delivers cannot be looked up; if mentions do not arrive, compare Event Subscriptions in the app’s settings with adapters/slack/manifest.yaml',
    ),
  ]
}

function lookAtSecret(secret: string | undefined): Finding {
  if (secret === undefined || secret === '') return missing('SLACK_SIGNING_SECRET', WHERE_SECRET)
  if (/^[0-9a-f]{32}$/u.test(secret)) return fine('SLACK_SIGNING_SECRET has the shape of one')
  return {
    ok: false,
    text: 'SLACK_SIGNING_SECRET is not 32 hexadecimal digits',
    fix: `Copy it again: ${WHERE_SECRET}.`,
  }
}

function lookAtToken(
  name: string,
  token: string | undefined,
  start: string,
  where: string,
): Finding {
  if (token === undefined || token === '') return missing(name, where)
  if (token.startsWith(start)) return fine(`${name} is set`)
  return {
    ok: false,
    text: `${name} does not start with ${start}`,
    fix: `Copy it again: ${where}.`,
  }
}

const WHERE_BOT = 'api.slack.com/apps → the app → OAuth & Permissions → Bot User OAuth Token'
const WHERE_APP =
  'api.slack.com/apps → the app → Basic Information → App-Level Tokens, with connections:write'
const WHERE_SECRET = 'api.slack.com/apps → the app → Basic Information → Signing Secret'

const fine = (text: string): Finding => ({ ok: true, text })

const missing = (name: string, where: string): Finding => ({
  ok: false,
  text: `${name} is not set`,
  fix: `Set it in the environment: ${where}.`,
})

/** Slack's codes that have a fix of their own. */
const FIXES: Readonly<Record<string, string>> = {
  missing_scope: 'Give the token the scope connections:write',
  not_allowed_token_type: 'The tokens are mixed up: xoxb- for the bot, xapp- for the app',
  account_inactive: 'The app was removed from the workspace: install it again',
  token_revoked: 'The app was removed from the workspace: install it again',
  ratelimited: 'Wait a minute, then try again',
  socket_mode_not_enabled: 'Turn on Socket Mode in the app’s settings',
}

const refused = (name: string, error: string | undefined, where: string): Finding => ({
  ok: false,
  text: `${name}: Slack says ${error ?? 'no'}`,
  fix: `${(error !== undefined && FIXES[error]) || 'Copy it again'}: ${where}.`,
})

const Result = z.object({
  ok: z.boolean(),
  error: z.string().regex(/^\w+$/u).optional().catch('something that cannot be read'),
  team: z.string().optional(),
  user: z.string().optional(),
})

type Called =
  | { readonly result: z.infer<typeof Result>; readonly headers: Headers }
  | { readonly failed: Finding }

async function call(method: string, token: string, apiUrl = API): Promise<Called> {
  try {
    const response = await fetch(new URL(method, apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    })
    return { result: Result.parse(await response.json()), headers: response.headers }
  } catch (error) {
    const why = error instanceof Error && error.name === 'TimeoutError' ? 'no answer' : 'no Slack'
    return {
      failed: {
        ok: false,
        text: `${method}: ${why} at ${new URL(apiUrl).host}`,
        fix: 'Look whether this machine reaches the network, and whether SLACK_API_URL is right or unset.',
      },
    }
  }
}
