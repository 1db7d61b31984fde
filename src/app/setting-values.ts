/** What a setting may be, in the configuration file and in the environment, and what to do where it is not. */
import { closest, distance } from 'fastest-levenshtein'
import * as z from 'zod'
import { isAddress } from '../../index/library/source.ts'
import { problemOf } from '../../index/sources/location.ts'
import { LANGUAGES } from '../../index/languages/packs.ts'
import { isZone } from '../schedule/pattern.ts'
import { THREADS } from '../manners.ts'
import { Schedules } from '../schedule/configured.ts'
import { ENGINES } from '../../index/engines/engines.ts'
import { Opensearch, OPENSEARCH_KEYS } from './opensearch-settings.ts'
import { CAUTION, LOG_LEVELS, SET_NAME } from './settings.ts'

const NUL = 'has a character that no path has; write it again'

export const Folder = z
  .string({ error: 'must be a folder, for example ./papers' })
  .refine((path) => !path.includes('\0'), { error: NUL })
  .refine((path) => path.trim() !== '', { error: 'is empty; give a folder, for example ./papers' })

export const Caution = oneOf(CAUTION)
export const LogLevel = oneOf(LOG_LEVELS)
export const EngineName = oneOf(ENGINES)

const AliasText = z
  .string({ error: 'must be text; put it in quotes' })
  .refine((text) => text.trim() !== '', { error: 'is empty; write what it stands for, or drop it' })

const SYNONYMS = 'must be groups of words, for example `- [killed, neutralised]`, one a line'

const Synonyms = z
  .array(AliasText, { error: SYNONYMS })
  .min(2, { error: 'needs two words or more that stand for one another' })

const MEGABYTES = 'must be a number above 0 and up to 500, for example 50'

const HOURS = 'must be a number above 0 and up to 8760, for example 24'

const DAYS = 'must be a number from 1 to 3650, for example 90'

const OFTEN = 'must be a whole number from 1 to 10000, for example 30'

const CATCH_UP = 'must be a number above 0 and up to 24, for example 6'

const LOCATION = 'must be folders, files or addresses, for example ./papers, one a line'
const Location = z
  .string({ error: LOCATION })
  .refine((one) => !one.includes('\0'), { error: NUL })
  .refine((one) => one.trim() !== '', { error: `is empty; ${LOCATION}` })
  .superRefine((one, context) => {
    const problem = isAddress(one) ? problemOf(one) : undefined
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem })
  })
const SetName = z.string().regex(SET_NAME, {
  error: 'a set is named in small letters, digits, - and _, for example sahel',
})
const Sets = z.record(SetName, z.array(Location, { error: LOCATION }), {
  error: 'must be names with a list each, for example `sahel: [./sahel]`, one a line, indented',
})
const SETS = 'must be a list of sets, for example [sahel], or { sets: [sahel], outsiders: true }'
const Zone = z.string().refine(isZone, {
  error: 'must be the IANA name of a time zone, for example Europe/Paris',
})
export const Channels = z.record(
  z.string().regex(/^[a-z]+:\S+$/u, { error: 'write it as platform:id, for example slack:C0123' }),
  z.union(
    [
      z.array(z.string()),
      z.strictObject({
        sets: z.array(z.string()),
        outsiders: z.boolean().optional(),
        threads: z.enum(THREADS).optional(),
        zone: Zone.optional(),
        language: z.enum(LANGUAGES).optional(),
      }),
    ],
    { error: SETS },
  ),
  { error: 'must be channels with their sets, for example `slack:C0123: [sahel]`, indented' },
)
const PORT = 'must be a port from 1 to 65535, for example 3000'
export const Port = z.coerce
  .number({ error: PORT })
  .int({ error: PORT })
  .min(1, { error: PORT })
  .max(65_535, { error: PORT })
export const Address = z.url({
  protocol: /^https?$/u,
  error: 'must be a whole http or https address',
})
export const StoreAddress = z.url({
  protocol: /^postgres(?:ql)?$/u,
  error:
    'must be the address of a PostgreSQL database, postgres://user:password@host:5432/database',
})
const ADAPTERS = 'must be a list of files or packages, for example [./my-adapter.ts]'
const Adapters = z.array(
  z
    .string({ error: ADAPTERS })
    .refine((one) => one.trim() !== '' && !one.includes('\0'), { error: ADAPTERS }),
  { error: ADAPTERS },
)
const LINKS = 'must be a whole number of days from 0 to 365, for example 7'
const MINUTES = 'must be a number from 1 to 10080, for example 30'

/** What may stand in the file. */
export const ConfigFile = z
  .strictObject({
    documents: Folder,
    sets: Sets,
    channels: Channels,
    allow: z.array(z.string(), {
      error: 'must be a list of hosts, for example [intranet.example]',
    }),
    poll_minutes: z
      .number({ error: MINUTES })
      .min(1, { error: MINUTES })
      .max(10_080, { error: MINUTES }),
    aliases: z.record(z.string(), AliasText, {
      error: 'must be a list of names, for example `HRW: Human Rights Watch`, one a line, indented',
    }),
    synonyms: z.array(Synonyms, { error: SYNONYMS }),
    caution: Caution,
    max_file_megabytes: z
      .number({ error: MEGABYTES })
      .positive({ error: MEGABYTES })
      .max(500, { error: MEGABYTES }),
    adapters: Adapters,
    schedules: Schedules,
    catch_up_hours: z
      .number({ error: CATCH_UP })
      .positive({ error: CATCH_UP })
      .max(24, { error: CATCH_UP }),
    data: Folder,
    store: StoreAddress,
    remember_hours: z
      .number({ error: HOURS })
      .positive({ error: HOURS })
      .max(8760, { error: HOURS }),
    link_days: z.int({ error: LINKS }).min(0, { error: LINKS }).max(365, { error: LINKS }),
    remember_days: z.number({ error: DAYS }).min(1, { error: DAYS }).max(3650, { error: DAYS }),
    per_minute: z.int({ error: OFTEN }).min(1, { error: OFTEN }).max(10_000, { error: OFTEN }),
    engine: z.union([EngineName, z.strictObject({ opensearch: Opensearch })]),
    public_url: Address,
    log_level: LogLevel,
  })
  .partial()

function oneOf<const T extends readonly [string, ...string[]]>(words: T) {
  return z.enum(words, {
    error: ({ input }) => {
      const near = typeof input === 'string' ? suggest(input.toLowerCase(), words) : undefined
      return near === undefined
        ? `must be one of ${words.join(', ')}`
        : `${JSON.stringify(input)} is not known; did you mean ${near}?`
    },
  })
}

/** The value when it passes; what is wrong with it is a problem, named after where it stands. */
export function check<T>(
  schema: z.ZodType<T>,
  value: unknown,
  name: string,
  problems: string[],
): T | undefined {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  for (const issue of result.error.issues)
    for (const problem of describe(issue)) problems.push(`${name}: ${problem}`)
  return undefined
}

function describe(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'invalid_union' && issue.path[0] === 'engine')
    return meantBy(issue).flatMap((one) => describe({ ...one, path: [...issue.path, ...one.path] }))
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey(key, issue.path.map(String)))
  const key = issue.path.map(String).join('.')
  // What is wrong with a name says more than what the record should be.
  if (issue.code === 'invalid_key') return [`${key}: ${issue.issues[0]?.message ?? issue.message}`]
  return [key === '' ? issue.message : `${key}: ${issue.message}`]
}

/** An engine is a name or a cluster: what is wrong with the one that was meant. */
function meantBy({ errors }: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] {
  const [asName = [], asCluster = []] = errors
  const [first] = asCluster
  const isName = first?.code === 'invalid_type' && first.path.length === 0
  return isName ? asName : asCluster
}

function unknownKey(key: string, under: readonly string[]): string {
  const path = under.join('.')
  const known =
    path === 'engine'
      ? ['opensearch']
      : path === 'engine.opensearch'
        ? OPENSEARCH_KEYS
        : Object.keys(ConfigFile.shape)
  const near = suggest(key.toLowerCase().replaceAll('-', '_'), known)
  const name = path.startsWith('engine') ? `${path}.${key}` : key
  return `${name}: no such setting; ${near === undefined ? `there are ${known.join(', ')}` : `did you mean ${near}?`}`
}

/** The nearest word, when it is near enough to be meant. */
function suggest(word: string, known: readonly string[]): string | undefined {
  const near = closest(word, known)
  return distance(word, near) <= Math.max(2, near.length / 2) ? near : undefined
}
