/** What the commands are run with. */
import type { FiguresOptions, SourcesOptions } from '../program/actions.ts'
import type { ExitCode } from '../exit.ts'
import type { Check, Reply, Summary } from '../../reply.ts'

export interface CommandsOptions {
  /** Cuts short what is under way. */
  readonly signal: AbortSignal
  readonly print: (reply: Reply, options: SourcesOptions) => Promise<ExitCode>
  /** Writes figures to the files that were asked for, and names them. */
  readonly writeFigures: (reply: Reply, files: FiguresOptions) => Promise<readonly string[]>
  /** Writes a check or a briefing to a file. */
  readonly writeReport: (reply: Check | Summary, path: string) => Promise<void>
}
