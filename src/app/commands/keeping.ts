/** What is kept, and who may reach it. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseDate } from '../../../index/dates.ts'
import { type Action, byHand } from '../../audit.ts'
import type { Actions } from '../program/actions.ts'
import { backup, restore } from '../../backup.ts'
import { loadConfig } from '../config.ts'
import { VerbatimError } from '../../errors.ts'
import { forget, forgetBefore } from '../../forget.ts'
import { createLog } from '../../log.ts'
import { notice } from '../../manage.ts'
import { withLibrary } from '../open.ts'
import { StoreAddress } from '../setting-values.ts'
import { CONFIG_FILE } from '../settings.ts'
import { openStore } from '../../store/open.ts'
import { changeToken, tokenLines } from '../token-command.ts'
import { note } from './note.ts'
import type { CommandsOptions } from './options.ts'
import { withStore } from './with-store.ts'

export const keepingCommands = ({
  signal,
  print,
}: CommandsOptions): Pick<
  Actions,
  'forget' | 'backup' | 'restore' | 'migrate' | 'reset' | 'token' | 'audit'
> => ({
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
      throw new VerbatimError(
        'usage',
        `There is no store in ${config.data} to copy; name its folder with data or VERBATIM_DATA.`,
      )
    const { migrate } = await import('../../store/migrate.ts')
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
})

/** @throws VerbatimError 'usage' for what is no date */
function dateOf(text: string): Date {
  const date = parseDate(text, new Date())
  if (date === undefined)
    throw new VerbatimError('usage', `“${text}” is no date; write it as 2025-11-20.`)
  return new Date(`${date}${'-01'.repeat(3 - date.split('-').length)}T00:00:00Z`)
}

const RESET = `Reset: channels see what ${CONFIG_FILE} says, and schedules given in chat are to be given again.`

const MIGRATED =
  'Set store to that database for every process. The file stays as it is; nothing reads it from then on.'

/** Where the store is no file. */
const BESIDES = 'The store in PostgreSQL is not in it: back that up with pg_dump.'

/** `audit` lists at most so many. */
const MOST_ACTIONS = 200

function actionLine({ at, place, user, action, before, after }: Action): string {
  const change = [before, after].filter((one) => one !== undefined).join(' ⇒ ')
  return `${at.slice(0, 19).replace('T', ' ')}  ${place}  ${user}  ${action}${change === '' ? '' : `: ${change}`}`
}
