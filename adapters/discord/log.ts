/** The log of the adapter: whatever is written, by the library too, no token stands in it. */
import { type RedactedLog, redactedLog } from '../shared/redact.ts'
import type { Logger } from '../../src/log.ts'

/** @param token besides what looks like a token of Discord's */
export const discordLog = (log: Logger, token: string): RedactedLog =>
  redactedLog(log, 'discord', { known: [token], patterns: PATTERNS, keys: KEYS })

/** Tokens of bots and of interactions: whoever has one may post. */
const PATTERNS = [
  /\b[\w-]{23,30}\.[\w-]{5,8}\.[\w-]{25,}/g,
  /\bBot\s+[^\s"',}\\]{20,}/g,
  // What the library leaves of a token when it censors it.
  /Provided token: \S+/g,
  /(?<=\/interactions\/\d+\/)[^/?\s"']+/g,
  /(?<=\/webhooks\/\d+\/)[^/?\s"']+/g,
  /(?<=\\?"(?:token|session_id)\\?"\s*:\s*\\?")[^"\\]+/g,
]

const KEYS = /^(?:authorization|.*token|.*secret|session_?id)$/i
