/** How a run ends: the exit code, and the line that says why. */
import { holds } from '../check/report.ts'
import { VerbatimError } from '../errors.ts'
import { inertText } from '../inert.ts'
import type { Reply } from '../reply.ts'

export const EXIT = { answered: 0, failure: 1, usage: 2, nothing: 3 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Codes a person can fix by asking or starting it another way. */
const FIXABLE: ReadonlySet<string> = new Set(['usage', 'config', 'documents', 'question', 'rate'])

const exitOf = (code: string): ExitCode => (FIXABLE.has(code) ? EXIT.usage : EXIT.failure)

export function exitOfReply(reply: Reply): ExitCode {
  if (reply.kind === 'nothing') return EXIT.nothing
  if (reply.kind === 'check') return holds(reply) ? EXIT.answered : EXIT.nothing
  return reply.kind === 'failed' ? exitOf(reply.code) : EXIT.answered
}

export interface Failure {
  readonly code: string
  readonly exit: ExitCode
  /** What a person is told. */
  readonly message: string
}

/** An error of ours speaks for itself; of any other a person needs the code and what caused it. */
export function failureOf(error: unknown): Failure {
  const code = error instanceof VerbatimError ? error.code : 'internal'
  const exit = exitOf(code)
  if ((exit === EXIT.usage || code === 'storage') && error instanceof Error)
    return { code, exit, message: error.message.split('\n').map(printable).join('\n') }
  const message = `Unexpected error (${code}): ${inertText(causes(error).join(' ← '))}`
  return { code, exit, message }
}

/** Keeps an indented list as it is. */
export const printable = (line: string): string =>
  `${/^ */.exec(line)?.[0] ?? ''}${inertText(line)}`

/** Messages from the error down to its first cause, with the system's code where there is one. */
function causes(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error)) return [String(error)]
  const system =
    'code' in error && !(error instanceof VerbatimError) ? ` [${String(error.code)}]` : ''
  const own = `${error.message || error.name}${system}`
  // A chain may be a ring.
  return error.cause === undefined || depth > 8 ? [own] : [own, ...causes(error.cause, depth + 1)]
}
