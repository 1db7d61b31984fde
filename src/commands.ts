/** The commands that do one thing and end. */
import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { parseDate } from '../index/dates.ts'
import { DEFAULT_SET, isAddress } from '../index/library/source.ts'
import type { Action } from './audit.ts'
import type { Actions, SourcesOptions } from './cli.ts'
import { backup, restore } from './backup.ts'
import { type Config, loadConfig } from './config.ts'
import { addSource, refresh } from './documents.ts'
import { VerbatimError } from './errors.ts'
import type { ExitCode } from './exit.ts'
import { writeFigures } from './figures/write.ts'
import { forget, forgetBefore } from './forget.ts'
import { MOST_GAPS } from './gaps.ts'
import { inertText } from './inert.ts'
import { createLog, type Logger } from './log.ts'
import { notice, told } from './manage.ts'
import { withBot, withLibrary } from './open.ts'
import type { Reply } from './reply.ts'
import { scheduleLines } from './schedule/describe.ts'
import { CONFIG_FILE } from './settings.ts'
import { openStore } from './store.ts'

export interface CommandsOptions {
  /** Cuts short what is under way. */
  readonly signal: AbortSignal
  readonly print: (reply: Reply, options: SourcesOptions) => Promise<ExitCode>
}

type Commands = Pick<
  Actions,
  | 'ask'
  | 'figures'
  | 'brief'
  | 'sources'
  | 'gaps'
  | 'schedules'
  | 'add'
  | 'remove'
  | 'refresh'
  | 'forget'
  | 'backup'
  | 'restore'
  | 'reset'
  | 'audit'
>

export const commands = ({ signal, print }: CommandsOptions): Commands => ({
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

  brief: (topic, options) =>
    withBot(options, signal, async ({ bot }) => {
      const { since, set } = options
      const request = {
        kind: 'brief' as const,
        ...(since !== undefined && { since }),
        ...(set !== undefined && { set }),
      }
      return print(await bot.answer({ ...messageOf(topic), request }), options)
    }),

  sources: (options) =>
    withBot(options, signal, async ({ bot }) => print(await bot.sources(), options)),

  gaps: async (options) => {
    const config = loadConfig(options)
    const store = openStore(config, createLog(config.logLevel))
    try {
      return await print({ kind: 'gaps', gaps: store.gaps(MOST_GAPS) }, options)
    } finally {
      store.close()
    }
  },

  schedules: async (options) => {
    const config = loadConfig(options)
    const store = openStore(config, createLog(config.logLevel))
    try {
      store.schedules.configure(config.schedules)
      const lines = scheduleLines(store.schedules.list(), store.posts, new Date(), true)
      return await print(notice(lines.length > 0 ? lines : [NONE]), options)
    } finally {
      store.close()
    }
  },

  forget: (what, options) =>
    withLibrary(options, signal, async ({ library, config, log }) => {
      const store = openStore(config, log)
      try {
        const { counts, advice } =
          options.before === undefined
            ? await forget(what, library, store)
            : forgetBefore(dateOf(options.before), store)
        const lines = [...counts].map(([name, count]) => `${name}: ${count} forgotten.`)
        if (lines.length > 0) store.audit.add({ ...byHand(), action: 'forget' })
        return await print(
          notice([...(lines.length > 0 ? lines : ['Nothing was kept of that.']), ...advice]),
          options,
        )
      } finally {
        store.close()
      }
    }),

  backup: async (file, options) => {
    const { data } = loadConfig(options)
    const files = await backup(data, resolve(file))
    return print(
      notice([`${file} holds all of ${data}: ${files} files. Keep it as safe as these.`]),
      {},
    )
  },

  restore: (file, options) => {
    const { data } = loadConfig(options)
    const files = restore(resolve(file), data)
    return print(
      notice([`${files} files are back in ${data}. Nothing due before now is posted.`]),
      {},
    )
  },

  reset: async (options) => {
    const config = loadConfig(options)
    const store = openStore(config, createLog(config.logLevel))
    try {
      const done = store.reset()
      if (done) store.audit.add({ ...byHand(), action: 'reset' })
      return await print(
        notice([
          done
            ? `Reset: channels see what ${CONFIG_FILE} says, and schedules given in chat are to be given again.`
            : 'Nothing was lost: there is nothing to reset.',
        ]),
        {},
      )
    } finally {
      store.close()
    }
  },

  audit: async (options) => {
    const config = loadConfig(options)
    const store = openStore(config, createLog(config.logLevel))
    try {
      const lines = store.audit.list(MOST_ACTIONS).map(actionLine)
      return await print(
        notice(lines.length > 0 ? lines : ['No admin has changed anything yet.']),
        options,
      )
    } finally {
      store.close()
    }
  },

  add: (locations, options) =>
    withLibrary(options, signal, async ({ library, config, log }) => {
      const { set = DEFAULT_SET } = options
      const bundled = library.sources.some(({ location }) => location === config.documents)
      const lines: string[] = []
      for (const location of locations.map(locationOf)) {
        const report = await addSource(library, { location, set }, signal)
        lines.push(`${location} → ${set}`, ...told(report))
        note(config, log, 'add', undefined, `${location} → ${set}`)
      }
      if (
        bundled &&
        !library.sources.some(({ location }) => location === config.documents) &&
        config.documentsFrom === 'seeds'
      )
        lines.push('The bundled digests are left out from now on.')
      return print(notice(lines), options)
    }),

  remove: (locations, options) =>
    withLibrary(options, signal, async ({ library, config, log }) => {
      const lines: string[] = []
      for (const location of locations.map(locationOf)) {
        const { sources, documents } = await library.remove(location, options.set)
        if (sources === 0)
          throw new VerbatimError(
            'usage',
            `${location} was not added; see what was: npm start -- sources. What ${CONFIG_FILE} names is taken out there.`,
          )
        lines.push(`${location} is out; documents gone: ${documents}.`)
        note(config, log, 'remove', location)
      }
      return print(notice(lines), options)
    }),

  refresh: (options) =>
    withLibrary(options, signal, async ({ library }) =>
      print(notice(told(await refresh(library, signal, { web: 'all' }))), options),
    ),
})

/** @throws VerbatimError 'usage' for what is no date */
function dateOf(text: string): Date {
  const date = parseDate(text, new Date())
  if (date === undefined)
    throw new VerbatimError('usage', `“${text}” is no date; write it as 2025-11-20.`)
  return new Date(`${date}${'-01'.repeat(3 - date.split('-').length)}T00:00:00Z`)
}

/** `audit` lists at most so many. */
const MOST_ACTIONS = 200

const byHand = () => ({ at: new Date().toISOString(), place: 'cli', user: userInfo().username })

/** A lost line of the log must not cost the command. */
function note(config: Config, log: Logger, action: string, before?: string, after?: string): void {
  const store = openStore(config, log)
  try {
    store.audit.add({
      ...byHand(),
      action,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    })
  } catch (error) {
    log.error({ err: error }, 'the log of admin actions could not be written')
  } finally {
    store.close()
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
  return { id, text, user: 'you', channel: 'cli', thread: id, platform: 'cli' }
}

const locationOf = (given: string): string => (isAddress(given) ? given : resolve(given))
