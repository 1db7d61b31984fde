/** Schedules in the configuration file. */
import * as z from 'zod'
import { VerbatimError } from '../errors.ts'
import type { NewSchedule } from './book.ts'
import { readPattern } from './pattern.ts'
import { readSearch } from './search.ts'
import { LANGUAGES } from '../../index/languages/packs.ts'

const PLACE = 'write it as platform:id, for example slack:C0123'
const LINE = 'must be text, for example floods'
const Line = z.string({ error: LINE }).trim().min(1, { error: LINE }).max(200, { error: LINE })
const Entry = z
  .strictObject(
    {
      channel: z.string({ error: PLACE }).regex(/^[a-z]+:\S+$/u, { error: PLACE }),
      workspace: Line.optional(),
      at: z.string({ error: 'must be text, for example daily 08:00 Europe/Paris' }).optional(),
      watch: Line.optional(),
      topic: Line.optional(),
      language: z.enum(LANGUAGES, { error: `must be ${LANGUAGES.join(' or ')}` }).optional(),
      quiet: z.boolean({ error: 'must be true or false' }).optional(),
    },
    {
      error: ({ code }) =>
        code === 'invalid_type'
          ? 'must be like { channel: slack:C0123, at: daily 08:00 Europe/Paris }'
          : undefined,
    },
  )
  .refine(({ at, watch }) => at !== undefined || watch !== undefined, {
    error: 'needs `at: daily 08:00 Europe/Paris`, `watch: Moura` or both',
  })
export const Schedules = z.array(Entry, {
  error: 'must be a list, for example `- { channel: slack:C0123, at: daily 08:00 Europe/Paris }`',
})

/** @param tell takes what is wrong, with what to do */
export function schedulesOf(
  schedules: readonly z.infer<typeof Entry>[],
  tell: (problem: string) => void,
): NewSchedule[] {
  return schedules.flatMap(
    ({ channel, workspace, at, watch, topic, language, quiet }, index): NewSchedule[] => {
      const told = <T>(name: string, read: () => T): T | undefined => {
        try {
          return read()
        } catch (error) {
          if (!(error instanceof VerbatimError)) throw error
          tell(`schedules.${index}.${name}: ${error.message}`)
          return undefined
        }
      }
      const when = at === undefined ? undefined : told('at', () => readPattern(at))
      const search =
        watch === undefined ? undefined : told('watch', () => readSearch(watch, new Date()))
      if ((at !== undefined && when === undefined) || (watch !== undefined && search === undefined))
        return []
      const about = watch === undefined ? (topic ?? when?.topic) : undefined
      return [
        {
          destination: channel,
          quiet: quiet ?? false,
          ...(workspace !== undefined && { workspace }),
          ...(language !== undefined && { language }),
          ...(when !== undefined && { pattern: when.pattern }),
          ...(watch !== undefined && { search: watch }),
          ...(about !== undefined && about !== '' && { topic: about }),
        },
      ]
    },
  )
}
