/** The log of the adapter: whatever is written, by the libraries too, no token stands in it. */
import { type Logger as SlackLogger, LogLevel } from '@slack/bolt'
import type { Logger } from '../../src/log.ts'

export interface SlackLog {
  /** For the adapter's own lines. Words of its messages are constant; what varies stands in fields. */
  readonly log: Logger
  /** For the libraries. */
  readonly library: SlackLogger
  readonly redact: (text: string) => string
}

/** @param secrets besides what looks like a token of Slack's */
export function slackLog(log: Logger, secrets: readonly (string | undefined)[]): SlackLog {
  const redact = redactor(secrets.flatMap((secret) => secret || []))
  // `formatters.log` sees fields before they are written; errors are taken apart here, since they
  // carry requests and their headers along.
  const child = log.child(
    { adapter: 'slack' },
    { formatters: { log: (fields) => Object.fromEntries(entries(fields, redact)) } },
  )
  return { log: child, library: libraryLog(child, redact), redact }
}

const DEEPEST = 6
const HIDDEN = '[hidden]'

/** Tokens, signatures, tickets of sockets, and addresses that anybody who has them may post to. */
const SECRETS = [
  /\bxox[a-z]{1,2}(?:\.[a-z-]+)?-[\w.%-]+/gi,
  /\bxapp-[\w-]+/gi,
  /\bBearer\s+[^\s"',}\\]+/gi,
  /\bticket=[^&\s"'\\]+/gi,
  /\bv0=[0-9a-f]{64}\b/gi,
  /https?:(?:\\?\/){2}hooks\.slack\.com[^\s"'<>|]*/gi,
  /(?<=\\?"(?:response_url|token|bot_access_token|client_secret|signing_secret|upload_url)\\?"\s*:\s*\\?")[^"\\]+/gi,
]

const SECRET_KEYS = /^(?:authorization|.*token|.*secret|response_url|upload_url)$/i

function redactor(secrets: readonly string[]): (text: string) => string {
  const written = secrets.flatMap((secret) => [secret, encodeURIComponent(secret)])
  return (text) => {
    let shown = text
    for (const secret of written) shown = shown.replaceAll(secret, HIDDEN)
    for (const pattern of SECRETS) shown = shown.replaceAll(pattern, HIDDEN)
    return shown
  }
}

function clean(value: unknown, redact: (text: string) => string, depth: number): unknown {
  if (typeof value === 'string') return redact(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= DEEPEST) return '…'
  if (value instanceof Error) return cleanError(value, redact, depth)
  if (Array.isArray(value)) return value.map((item) => clean(item, redact, depth + 1))
  return Object.fromEntries(entries(value, redact, depth))
}

const entries = (
  fields: object,
  redact: (text: string) => string,
  depth = 0,
): [string, unknown][] =>
  Object.entries(fields).map(([key, value]) => [
    key,
    SECRET_KEYS.test(key) && value !== undefined ? HIDDEN : clean(value, redact, depth + 1),
  ])

function cleanError(error: Error, redact: (text: string) => string, depth: number): unknown {
  return {
    type: error.name,
    message: redact(error.message),
    ...(error.stack !== undefined && { stack: redact(error.stack) }),
    ...('code' in error && { code: clean(error.code, redact, depth + 1) }),
    ...(error.cause !== undefined && { cause: clean(error.cause, redact, depth + 1) }),
  }
}

/** The libraries say at `info` what only matters when something is looked for. */
function libraryLog(log: Logger, redact: (text: string) => string): SlackLogger {
  const words = (parts: readonly unknown[]): string =>
    redact(
      parts
        .map((part) =>
          typeof part === 'string' ? part : part instanceof Error ? part.message : safe(part),
        )
        .join(' '),
    )
  return {
    debug: (...parts: unknown[]) => log.debug({ library: words(parts) }, 'library'),
    info: (...parts: unknown[]) => log.debug({ library: words(parts) }, 'library'),
    warn: (...parts: unknown[]) => log.warn({ library: words(parts) }, 'library warns'),
    error: (...parts: unknown[]) => log.warn({ library: words(parts) }, 'library fails'),
    // Bolt sets the level of what it is given; ours is the log's own.
    setLevel: () => {},
    getLevel: () => levelOf(log),
    setName: () => {},
  }
}

function levelOf({ level }: Logger): LogLevel {
  if (level === 'trace' || level === 'debug') return LogLevel.DEBUG
  if (level === 'info') return LogLevel.INFO
  return level === 'warn' ? LogLevel.WARN : LogLevel.ERROR
}

function safe(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return String(value)
  }
}
