/** What PostgreSQL says when it does not do something: what it means, and what a person does about it. */
import { VerbatimError } from '../../errors.ts'

/** Connections that are not made, or end. */
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'ENOTFOUND',
  'ENOENT',
])
/** The server stops, starts, has no room for a connection; class 08 is that of connections. */
const SERVER = /^(?:08...|57P0[1-3]|53300)$/u
/** The statement was under way and was taken back whole. */
const TAKEN_BACK = /^(?:57P0[12]|40001|40P01)$/u
/** Settings that do not go with the server: user, password, database, rights, a name that is none. */
const SETTINGS = /^(?:28...|3D000|42501|3F000)$/u

/** Whether the server was away, or went away: what was asked of it may or may not be done. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  if (code !== undefined) return NETWORK.has(code) || SERVER.test(code)
  // The library tells these by their words alone.
  return /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Query read timeout)/u.test(
    error.message,
  )
}

/** Whether it is certain that nothing was done. */
export const isUndone = (error: unknown): boolean => TAKEN_BACK.test(codeOf(error) ?? '')

/** @param name of the database, without a password */
export function told(error: unknown, name: string): unknown {
  if (error instanceof VerbatimError || !(error instanceof Error)) return error
  const code = codeOf(error)
  if (code !== undefined && SETTINGS.test(code))
    return new VerbatimError(
      'config',
      `PostgreSQL at ${name} does not let the bot in: ${error.message}. Set store to a user, a password and a database that it knows.`,
      { cause: error },
    )
  return new VerbatimError(
    'storage',
    `The store at ${name} ${isAway(error) ? 'does not answer' : 'has not taken it'} (${error.message || (code ?? 'no reason given')}). See that PostgreSQL runs and is reached, and try again.`,
    { cause: error },
  )
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  // Of a host with several addresses, each has an error of its own.
  const [first] = error instanceof AggregateError ? error.errors : []
  const code: unknown = 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : first === undefined ? undefined : codeOf(first)
}
