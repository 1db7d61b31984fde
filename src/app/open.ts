/** Opens what a command works with, and closes it again whatever happens. */
import { LibraryBusyError } from '../../index/library/folder.ts'
import { Bot } from '../bot.ts'
import type { CommonOptions } from './program/actions.ts'
import { type Config, loadConfig } from './config.ts'
import { openDataFolder, toldStorage } from '../data-folder.ts'
import { openLibrary, type OpenLibrary, refresh } from './documents.ts'
import { VerbatimError } from '../errors.ts'
import { EXIT, type ExitCode, failureOf } from './exit.ts'
import { inertText } from '../inert.ts'
import { createLog, type Logger } from '../log.ts'
import { closedStore, lostLine, openStore } from '../store/open.ts'
import type { Store } from '../store/store.ts'
import { commandLine } from '../command-line.ts'

const BUSY = 'Another process is reading documents: answered from what it has read so far.'
/** An answer does not wait long for another process. */
const PATIENCE_MS = 1500
/** So many problems are told before an answer; `sources` lists them all. */
const MOST_TOLD = 5

export interface Opened extends OpenLibrary {
  readonly config: Config
  readonly log: Logger
  /** What a person should know before anything else. */
  readonly notices: string[]
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
  writes = true,
  reads = true,
): Promise<ExitCode> {
  const settings = loadConfig(options)
  const log = createLog(settings.logLevel)
  const folder = await openDataFolder(settings.data, writes)
  const config = { ...settings, data: folder.path }
  const notices = folder.notice === undefined ? [] : [folder.notice]
  let open: OpenLibrary | undefined
  try {
    open = await openLibrary(config, reads)
    if (open.library.notice !== undefined) notices.push(open.library.notice)
    return await use({ ...open, config, log, notices })
  } catch (thrown) {
    const error = toldStorage(thrown, settings.data)
    // A person is told in one line; the stack is for whoever asked for it.
    log.debug({ err: error }, 'stopped')
    // Cut short by a signal, which ends the process with a code of its own.
    if (signal.aborted) return EXIT.failure
    throw error
  } finally {
    await letGo(open, settings.data, writes).finally(() => folder.close())
  }
}

/** @throws VerbatimError 'storage' when what was read cannot be kept, and was to be */
async function letGo(open: OpenLibrary | undefined, data: string, writes: boolean): Promise<void> {
  try {
    await open?.close()
  } catch (error) {
    const told = toldStorage(error, data)
    if (writes || !(told instanceof VerbatimError)) throw told
    process.stderr.write(`${inertText(told.message)}\n`)
  }
}

/** Without room for the store an answer is given all the same, at the machine alone. */
async function openForAnswers(config: Config, log: Logger): Promise<Store> {
  try {
    const store = await openStore(config, log)
    const lost = await store.lost()
    if (lost !== undefined) process.stderr.write(`${lostLine(lost)}\n`)
    return store
  } catch (error) {
    const isFile = config.store === undefined
    if (!isFile || !(error instanceof VerbatimError) || error.code !== 'storage') throw error
    process.stderr.write(`${inertText(error.message)}\n`)
    return closedStore('nowhere')
  }
}

const TOLD = 'told/problems'

/** What could not be read is said once; from then on it is counted. */
async function problemLines(problems: readonly string[], store: Store): Promise<string[]> {
  const lost = await store.lost()
  const before = lost === undefined ? await store.memory.recall(TOLD) : undefined
  const known = new Set<unknown>(Array.isArray(before) ? before : [])
  const fresh = problems.filter((problem) => !known.has(problem))
  if (lost === undefined && fresh.length > 0) await store.memory.keep(TOLD, problems)
  const old = problems.length - fresh.length
  const more = fresh.length - MOST_TOLD
  return [
    ...fresh.slice(0, MOST_TOLD),
    ...(more > 0 ? [`${more} more problems; see them all: ${commandLine('sources')}`] : []),
    ...(old > 0
      ? [
          `${old} ${old === 1 ? 'file' : 'files'} could not be read, as before: ${commandLine('sources')}`,
        ]
      : []),
  ]
}

export function botOf(
  { library, config, log }: Pick<Opened, 'library' | 'config' | 'log'>,
  store: Store,
): Bot {
  const { aliases, synonyms, caution, rememberHours, channels, perMinute } = config
  const { publicUrl, linkDays } = config
  const asked = { rememberHours, channels, perMinute, publicUrl, linkDays }
  const known = { aliases, synonyms, caution, ...asked }
  return new Bot({ ...known, library, log, store })
}

/** Documents are read by another process. */
const unread = (): Promise<undefined> => Promise.resolve(undefined)

/** What a search cluster lacks is written; whoever stays does it while questions come. */
async function written({ library, log, notices }: Opened, stays: boolean): Promise<void> {
  const writing = library.writeLacking(stays).catch((error: unknown) => {
    log.error({ err: error }, 'the search cluster is not in step')
    if (!stays) notices.push(failureOf(error).message)
  })
  if (!stays) return writing
  const state = await library.searchState()
  if (state?.problem !== undefined) notices.push(state.problem)
}

/**
 * The library brought up to date, and a bot that answers from it.
 * @param reads whether documents are read here, not by another process
 * @param stays whether it serves until it is told to stop: then what takes long goes on beside it
 */
export function withBot(
  options: CommonOptions,
  signal: AbortSignal,
  use: (opened: OpenedBot) => Promise<ExitCode>,
  { reads = true, stays = false }: { readonly reads?: boolean; readonly stays?: boolean } = {},
): Promise<ExitCode> {
  return withLibrary(
    options,
    signal,
    async (opened) => {
      const { library, config, log, notices } = opened
      const report = await (reads ? refresh : unread)(library, signal, {
        web: 'none',
        patience: PATIENCE_MS,
      }).catch((error: unknown) => {
        // What was read before answers all the same.
        const told = toldStorage(error, config.data)
        if (error instanceof LibraryBusyError) notices.push(BUSY)
        else if (told instanceof VerbatimError && told.code === 'storage')
          notices.push(told.message)
        else throw error
        return undefined
      })
      if (reads) await written(opened, stays)
      const problems = library.problems.map(({ name, message }) => `${name}: ${message}`)
      const { size } = library.corpus.documents
      log.info({ documents: size, problems: problems.length, ...report }, 'documents read')
      const store = await openForAnswers(config, log)
      try {
        for (const line of [...notices, ...(await problemLines(problems, store))])
          process.stderr.write(`${inertText(line)}\n`)
        await store.expire(config.rememberDays)
        return await use({ ...opened, store, bot: botOf(opened, store) })
      } finally {
        await store.close()
      }
    },
    false,
    reads,
  )
}
