/** Opens what a command works with, and closes it again whatever happens. */
import { Bot } from './bot.ts'
import type { CommonOptions } from './cli.ts'
import { type Config, loadConfig } from './config.ts'
import { openLibrary, type OpenLibrary, refresh } from './documents.ts'
import { EXIT, type ExitCode } from './exit.ts'
import { inertText } from './inert.ts'
import { createLog, type Logger } from './log.ts'
import { openStore, type Store } from './store.ts'

/** So many problems are told before an answer; `sources` lists them all. */
const MOST_TOLD = 5

export interface Opened extends OpenLibrary {
  readonly config: Config
  readonly log: Logger
}

export interface OpenedBot extends Opened {
  readonly bot: Bot
  readonly store: Store
}

/** @param signal cuts short what is under way */
export async function withLibrary(
  options: CommonOptions,
  signal: AbortSignal,
  use: (opened: Opened) => Promise<ExitCode>,
): Promise<ExitCode> {
  const config = loadConfig(options)
  const log = createLog(config.logLevel)
  let open: OpenLibrary | undefined
  try {
    open = await openLibrary(config)
    return await use({ ...open, config, log })
  } catch (error) {
    // A person is told in one line; the stack is for whoever asked for it.
    log.debug({ err: error }, 'stopped')
    // Cut short by a signal, which ends the process with a code of its own.
    if (signal.aborted) return EXIT.failure
    throw error
  } finally {
    await open?.close()
  }
}

/** The library brought up to date, and a bot that answers from it. */
export function withBot(
  options: CommonOptions,
  signal: AbortSignal,
  use: (opened: OpenedBot) => Promise<ExitCode>,
): Promise<ExitCode> {
  return withLibrary(options, signal, async (opened) => {
    const { library, config, log } = opened
    const notices = library.notice === undefined ? [] : [library.notice]
    const report = await refresh(library, signal, { web: 'none' })
    const problems = library.problems.map(({ name, message }) => `${name}: ${message}`)
    const more = problems.length - MOST_TOLD
    const rest = more > 0 ? [`${more} more problems; see them all: npm start -- sources`] : []
    for (const line of [...notices, ...problems.slice(0, MOST_TOLD), ...rest])
      process.stderr.write(`${inertText(line)}\n`)
    const { size } = library.corpus.documents
    log.info({ documents: size, problems: problems.length, ...report }, 'documents read')
    const store = openStore(config, log)
    try {
      const { aliases, synonyms, caution, rememberHours, channels } = config
      const known = { aliases, synonyms, caution, rememberHours, channels }
      return await use({ ...opened, store, bot: new Bot({ ...known, library, log, store }) })
    } finally {
      store.close()
    }
  })
}
