/** What there is, and what comes in or goes out. */
import { DEFAULT_SET } from '../../../index/library/source.ts'
import type { Actions } from '../program/actions.ts'
import { refresh } from '../documents.ts'
import { addSources } from '../add.ts'
import { describedLines, describeDocument, descriptionOf } from '../../description.ts'
import { VerbatimError } from '../../errors.ts'
import { MOST_GAPS } from '../../gaps.ts'
import { locationOf, pathOf } from '../locations.ts'
import { notice, told } from '../../manage.ts'
import { withBot, withLibrary } from '../open.ts'
import { scheduleLines } from '../../schedule/describe.ts'
import { CONFIG_FILE } from '../settings.ts'
import { commandLine } from '../../command-line.ts'
import { note } from './note.ts'
import type { CommandsOptions } from './options.ts'
import { withStore } from './with-store.ts'

export const documentCommands = ({
  signal,
  print,
}: CommandsOptions): Pick<
  Actions,
  'sources' | 'gaps' | 'schedules' | 'add' | 'remove' | 'describe' | 'refresh'
> => ({
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
      const lines = await scheduleLines(all, store.posts, {
        now: new Date(),
        everywhere: true,
      })
      return print(notice(lines.length > 0 ? lines : [NONE]), options)
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

const NONE = `Nothing is scheduled. In a channel: /verbatim schedule daily 08:00 Europe/Paris; or schedules in ${CONFIG_FILE}.`
