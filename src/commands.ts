/** The commands that do one thing and end. */
import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { DEFAULT_SET, isAddress } from '../index/library/source.ts'
import type { Actions, SourcesOptions } from './cli.ts'
import { loadConfig } from './config.ts'
import { addSource, refresh } from './documents.ts'
import { VerbatimError } from './errors.ts'
import type { ExitCode } from './exit.ts'
import { writeFigures } from './figures/write.ts'
import { MOST_GAPS } from './gaps.ts'
import { inertText } from './inert.ts'
import { createLog } from './log.ts'
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
  'ask' | 'figures' | 'brief' | 'sources' | 'gaps' | 'schedules' | 'add' | 'remove' | 'refresh'
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

  add: (locations, options) =>
    withLibrary(options, signal, async ({ library, config }) => {
      const { set = DEFAULT_SET } = options
      const bundled = library.sources.some(({ location }) => location === config.documents)
      const lines: string[] = []
      for (const location of locations.map(locationOf)) {
        const report = await addSource(library, { location, set }, signal)
        lines.push(`${location} → ${set}`, ...told(report))
      }
      if (bundled && config.documentsFrom === 'seeds')
        lines.push('The bundled digests are left out from now on.')
      return print(notice(lines), options)
    }),

  remove: (locations, options) =>
    withLibrary(options, signal, async ({ library }) => {
      const lines: string[] = []
      for (const location of locations.map(locationOf)) {
        const { sources, documents } = await library.remove(location, options.set)
        if (sources === 0)
          throw new VerbatimError(
            'usage',
            `${location} was not added; see what was: npm start -- sources. What ${CONFIG_FILE} names is taken out there.`,
          )
        lines.push(`${location} is out; documents gone: ${documents}.`)
      }
      return print(notice(lines), options)
    }),

  refresh: (options) =>
    withLibrary(options, signal, async ({ library }) =>
      print(notice(told(await refresh(library, signal, { web: 'all' }))), options),
    ),
})

const NONE = `Nothing is scheduled. In a channel: /verbatim schedule daily 08:00 Europe/Paris; or schedules in ${CONFIG_FILE}.`

/** A conversation of its own: what was asked before must not change the answer. */
function messageOf(text: string) {
  const id = randomUUID()
  return { id, text, user: 'you', channel: 'cli', thread: id, platform: 'cli' }
}

const locationOf = (given: string): string => (isAddress(given) ? given : resolve(given))
