/** The commands that do one thing and end. */
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseDate } from '../../index/dates.ts'
import { DEFAULT_SET } from '../../index/library/source.ts'
import { type Action, byHand } from '../audit.ts'
import type { Actions, CommonOptions, FiguresOptions, SourcesOptions } from './program/actions.ts'
import { backup, restore } from '../backup.ts'
import { type Config, loadConfig } from './config.ts'
import { refresh } from './documents.ts'
import { addSources } from './add.ts'
import { readDraftFile } from './draft.ts'
import { describeDocument, describedLines, descriptionOf } from '../description.ts'
import { VerbatimError } from '../errors.ts'
import type { ExitCode } from './exit.ts'
import { forget, forgetBefore } from '../forget.ts'
import { MOST_GAPS } from '../gaps.ts'
import { inertText } from '../inert.ts'
import { locationOf, pathOf } from './locations.ts'
import { createLog, type Logger } from '../log.ts'
import { notice, told } from '../manage.ts'
import { withBot, withLibrary } from './open.ts'
import { progressBar } from './progress.ts'
import type { Check, Reply, Summary } from '../reply.ts'
import { scheduleLines } from '../schedule/describe.ts'
import { StoreAddress } from './setting-values.ts'
import { CONFIG_FILE } from './settings.ts'
import { openStore } from '../store/open.ts'
import type { Store } from '../store/store.ts'
import { changeToken, tokenLines } from './token-command.ts'
import { commandLine } from '../command-line.ts'

export interface CommandsOptions {
  /** Cuts short what is under way. */
  readonly signal: AbortSignal
  readonly print: (reply: Reply, options: SourcesOptions) => Promise<ExitCode>
  /** Writes figures to the files that were asked for, and names them. */
  readonly writeFigures: (reply: Reply, files: FiguresOptions) => Promise<readonly string[]>
  /** Writes a check or a briefing to a file. */
  readonly writeReport: (reply: Check | Summary, path: string) => Promise<void>
}

type Commands = Pick<
  Actions,
  | 'ask'
  | 'figures'
  | 'check'
  | 'brief'
  | 'sources'
  | 'gaps'
  | 'schedules'
  | 'add'
  | 'remove'
  | 'describe'
  | 'refresh'
  | 'forget'
  | 'backup'
  | 'restore'
  | 'migrate'
  | 'reset'
  | 'token'
  | 'audit'
>

export const commands = ({
  signal,
  print,
  writeFigures,
  writeReport,
}: CommandsOptions): Commands => ({
  ask: (text, options) =>
    withBot(options, signal, async ({ bot }) => {
      const { top: quotes, explain = false } = options
      return print(await bot.answer(messageOf(text), { quotes, explain }), options)
    }),

  figures: (request, options) =>
    withBot(options, signal, async ({ bot }) => {
      const reply = await bot.answer(messageOf(`figures ${request}`))
      for (const name of await writeFigures(reply, options))
        process.stderr.write(`${inertText(`written to ${name}`)}\n`)
      return print(reply, options)
    }),

  check: async (path, options) => {
    const draft = await readDraftFile(path, signal)
    return withBot(options, signal, async ({ bot }) => {
      const progress = progressBar(process.stderr, 'Checking')
      const message = { ...messageOf(draft), request: { kind: 'check' as const } }
      const reply = await bot
        .answer(message, { progress: progress.update })
        .finally(() => progress.stop())
      if (options.out !== undefined && reply.kind === 'check') {
        await writeReport(reply, options.out)
        process.stderr.write(`${inertText(`written to ${options.out}`)}\n`)
      }
      return print(reply, options)
    })
  },

  brief: (topic, options) =>
    withBot(options, signal, async ({ bot }) => {
      const { since, set, long = false } = options
      const request = {
        kind: 'brief' as const,
        ...(since !== undefined && { since }),
        ...(set !== undefined && { set }),
      }
      const reply = await bot.answer({ ...messageOf(long ? `${topic} long` : topic), request })
      if (options.out !== undefined && reply.kind === 'summary') {
        await writeReport(reply, options.out)
        process.stderr.write(`${inertText(`written to ${options.out}`)}\n`)
      }
      return print(reply, options)
    }),

  sources: (options) =>
    withBot(options, signal, async ({ bot }) => print(await bot.sources(options), options)),

  gaps: (options) =>
    withStore(options, async (store) =>
      print({ kind: 'gaps', gaps: await store.gaps.list(MOST_GAPS) }, options),
    ),

  schedules: (options) =>
    withStore(options, async (store, config) => {
      await store.schedules.configure(config.schedules)
      const all = await store.schedules.list()
      const lines = await scheduleLines(all, store.posts, new Date(), true)
      return print(notice(lines.length > 0 ? lines : [NONE]), options)
    }),

  forget: (what, options) =>
    withLibrary(options, signal, async ({ library, config, log }) => {
      const store = await openStore(config, log)
      try {
        const { counts, advice } =
          options.before === undefined
            ? await forget(what, library, store)
            : await forgetBefore(dateOf(options.before), library, store)
        const lines = [...counts].map(([name, count]) => `${name}: ${count} forgotten.`)
        if (lines.length > 0) await store.audit.add({ ...byHand(), action: 'forget' })
        return await print(
          notice([...(lines.length > 0 ? lines : ['Nothing was kept of that.']), ...advice]),
          options,
        )
      } finally {
        await store.close()
      }
    }),

  backup: async (file, options) => {
    const config = loadConfig(options)
    const files = await backup(config.data, resolve(file))
    await note(config, createLog(config.logLevel), 'backup')
    return print(
      notice([
        `${file} holds all of ${config.data}: ${files} files. Keep it as safe as these.`,
        ...(config.store === undefined ? [] : [BESIDES]),
      ]),
      {},
    )
  },

  restore: async (file, options) => {
    const { data } = loadConfig(options)
    const files = await restore(resolve(file), data)
    return print(
      notice([`${files} files are back in ${data}. Nothing due before now is posted.`]),
      {},
    )
  },

  migrate: async ({ to, ...options }) => {
    const config = loadConfig(options)
    const url = StoreAddress.safeParse(to ?? config.store)
    if (!url.success)
      throw new VerbatimError(
        'usage',
        'Say where to: --to postgres://user:password@host:5432/database, or set store.',
      )
    const path = join(config.data, 'verbatim.sqlite')
    if (!existsSync(path))
      throw new VerbatimError('usage', `There is no store in ${config.data} to copy.`)
    const { migrate } = await import('../store/migrate.ts')
    const counts = await migrate(path, url.data, createLog(config.logLevel))
    const lines = [...counts]
      .filter(([, rows]) => rows > 0)
      .map(([name, rows]) => `${name}: ${rows}`)
    return print(notice([`Copied: ${lines.join(', ') || 'an empty store'}.`, MIGRATED]), {})
  },

  reset: (options) =>
    withStore(options, async (store) => {
      const done = await store.reset()
      if (done) await store.audit.add({ ...byHand(), action: 'reset' })
      return print(notice([done ? RESET : 'Nothing was lost: there is nothing to reset.']), {})
    }),

  token: (name, options) =>
    withLibrary(options, signal, async ({ library, config, log }) => {
      const store = await openStore(config, log)
      try {
        const sets = [...Object.keys(config.sets), ...library.sets]
        const lines =
          name === undefined
            ? await tokenLines(store)
            : await changeToken(name, options, store, sets)
        return await print(notice(lines), options)
      } finally {
        await store.close()
      }
    }),

  audit: (options) =>
    withStore(options, async (store) => {
      const lines = (await store.audit.list(MOST_ACTIONS)).map(actionLine)
      return print(
        notice(lines.length > 0 ? lines : ['No admin has changed anything yet.']),
        options,
      )
    }),

  add: (locations, options) =>
    withLibrary(options, signal, async ({ library, config, log }) => {
      const { set = DEFAULT_SET, pages = false } = options
      const tell = (line: string): Promise<void> => note(config, log, 'add', undefined, line)
      return print(
        notice(await addSources(locations, { library, config, set, pages, signal, tell })),
        options,
      )
    }),

  remove: (locations, options) =>
    withLibrary(options, signal, async ({ library, config, log }) => {
      const lines: string[] = []
      for (const given of locations) {
        const isSource = library.sources.some((source) => source.location === pathOf(given))
        const location = isSource ? pathOf(given) : locationOf(given)
        const { sources, documents } = await library.remove(location, options.set)
        if (sources === 0)
          throw new VerbatimError(
            'usage',
            `${location} was not added; see what was: ${commandLine('sources')}. What ${CONFIG_FILE} names is taken out there.`,
          )
        lines.push(`${location} is out; documents gone: ${documents}.`)
        await note(config, log, 'remove', location)
      }
      return print(notice(lines), options)
    }),

  describe: (what, fields, options) =>
    withLibrary(options, signal, async ({ library, config, log }) => {
      const given = descriptionOf(fields)
      const { before, document } = await describeDocument(library, what, given)
      if (fields.length > 0)
        await note(
          config,
          log,
          'describe',
          describedLines(before).join(' '),
          describedLines(document).join(' '),
        )
      return print(notice(describedLines(document)), options)
    }),

  refresh: (options) =>
    withLibrary(options, signal, async ({ library, config, log }) => {
      const report = await refresh(library, signal, { web: 'all' })
      await note(config, log, 'refresh')
      return print(notice(told(report)), options)
    }),
})

/** @throws VerbatimError 'usage' for what is no date */
function dateOf(text: string): Date {
  const date = parseDate(text, new Date())
  if (date === undefined)
    throw new VerbatimError('usage', `“${text}” is no date; write it as 2025-11-20.`)
  return new Date(`${date}${'-01'.repeat(3 - date.split('-').length)}T00:00:00Z`)
}

const RESET = `Reset: channels see what ${CONFIG_FILE} says, and schedules given in chat are to be given again.`

/** The store alone, for what needs no documents. */
async function withStore(
  options: CommonOptions,
  use: (store: Store, config: Config) => Promise<ExitCode>,
): Promise<ExitCode> {
  const config = loadConfig(options)
  const store = await openStore(config, createLog(config.logLevel))
  try {
    return await use(store, config)
  } finally {
    await store.close()
  }
}

const MIGRATED =
  'Set store to that database for every process. The file stays as it is; nothing reads it from then on.'

/** Where the store is no file. */
const BESIDES = 'The store in PostgreSQL is not in it: back that up with pg_dump.'

/** `audit` lists at most so many. */
const MOST_ACTIONS = 200

/** A lost line of the log must not cost the command. */
async function note(
  config: Config,
  log: Logger,
  action: string,
  before?: string,
  after?: string,
): Promise<void> {
  let store: Store | undefined
  try {
    store = await openStore(config, log)
    await store.audit.add({
      ...byHand(),
      action,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    })
  } catch (error) {
    log.error({ err: error }, 'the log of admin actions could not be written')
  } finally {
    await store?.close()
  }
}

function actionLine({ at, place, user, action, before, after }: Action): string {
  const change = [before, after].filter((one) => one !== undefined).join(' ⇒ ')
  return `${at.slice(0, 19).replace('T', ' ')}  ${place}  ${user}  ${action}${change === '' ? '' : `: ${change}`}`
}

const NONE = `Nothing is scheduled. In a channel: /verbatim schedule daily 08:00 Europe/Paris; or schedules in ${CONFIG_FILE}.`

/** A conversation of its own: what was asked before must not change the answer. */
function messageOf(text: string) {
  const id = randomUUID()
  return { id, text, user: 'you', channel: 'cli', thread: id, platform: 'cli', local: true }
}
