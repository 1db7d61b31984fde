/** A log in which no secret stands, whatever is written to it. */
import type { Logger } from '../../src/log.ts'

export interface Secrets {
  /** As they are; nowhere in the log. */
  readonly known: readonly string[]
  /** What looks like a secret, wherever it stands in a text. Global. */
  readonly patterns: readonly RegExp[]
  /** Names of fields whose values are secret. */
  readonly keys: RegExp
}

export interface RedactedLog {
  /** Words of its messages are constant; what varies stands in fields. */
  readonly log: Logger
  readonly redact: (text: string) => string
}

export function redactedLog(log: Logger, adapter: string, secrets: Secrets): RedactedLog {
  const redact = redactor(secrets)
  const clean = cleaner(secrets.keys, redact)
  // `formatters.log` sees fields before they are written; errors are taken apart here, since they
  // carry requests and their headers along.
  const child = log.child({ adapter }, { formatters: { log: clean } })
  return { log: child, redact }
}

const DEEPEST = 6
const HIDDEN = '[hidden]'

function redactor({ known, patterns }: Secrets): (text: string) => string {
  const written = known.flatMap((secret) =>
    secret === '' ? [] : [secret, encodeURIComponent(secret)],
  )
  return (text) => {
    let shown = text
    for (const secret of written) shown = shown.replaceAll(secret, HIDDEN)
    for (const pattern of patterns) shown = shown.replaceAll(pattern, HIDDEN)
    return shown
  }
}

type Fields = Record<string, unknown>

function cleaner(keys: RegExp, redact: (text: string) => string): (fields: object) => Fields {
  const fieldsOf = (value: object, depth: number): Fields =>
    Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        keys.test(key) && item !== undefined ? HIDDEN : clean(item, depth + 1),
      ]),
    )
  const errorOf = (error: Error, depth: number): Fields => ({
    type: error.name,
    message: redact(error.message),
    ...(error.stack !== undefined && { stack: redact(error.stack) }),
    ...('code' in error && { code: clean(error.code, depth + 1) }),
    ...(error.cause !== undefined && { cause: clean(error.cause, depth + 1) }),
  })
  const clean = (value: unknown, depth: number): unknown => {
    if (typeof value === 'string') return redact(value)
    if (typeof value !== 'object' || value === null) return value
    if (depth >= DEEPEST) return '…'
    if (value instanceof Error) return errorOf(value, depth)
    if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1))
    return fieldsOf(value, depth)
  }
  return (fields) => fieldsOf(fields, 0)
}
