/**
 * The one place that reads files and environment. Options win over environment, environment over
 * file, file over defaults. Whatever is wrong is reported at once, each with what to do.
 */
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type * as z from 'zod'
import { AllowError, parseAllow } from '../../index/fetch/allow.ts'
import { DEFAULT_SET, isAddress } from '../../index/library/source.ts'
import type { Access } from '../../index/sources/access.ts'
import type { Language } from '../../index/languages/packs.ts'
import type { Threads } from '../manners.ts'
import { VerbatimError } from '../errors.ts'
import type { Platform, PlatformSetup } from '../platform.ts'
import type { NewSchedule } from '../schedule/book.ts'
import { schedulesOf } from '../schedule/configured.ts'
import { accessOf } from './access.ts'
import { type ConfigOptions, type Environment, readConfigFile } from './config-file.ts'
import {
  CATCH_UP_HOURS_DEFAULT,
  CAUTION_DEFAULT,
  CONFIG_FILE,
  DATA_DEFAULT,
  ENGINE_DEFAULT,
  LOG_LEVEL_DEFAULT,
  MAX_FILE_MEGABYTES_DEFAULT,
  POLL_MINUTES_DEFAULT,
  PER_MINUTE_DEFAULT,
  REMEMBER_DAYS_DEFAULT,
  LINK_DAYS_DEFAULT,
  REMEMBER_HOURS_DEFAULT,
} from './settings.ts'
import { type ClusterSettings, clusterOf } from './opensearch-settings.ts'
import {
  Address,
  Caution,
  type Channels,
  check,
  EngineName,
  Folder,
  LogLevel,
  StoreAddress,
} from './setting-values.ts'

export interface Config {
  /** Absolute path. */
  readonly documents: string
  /** Who named it: `option` is this folder alone, `seeds` nobody. */
  readonly documentsFrom: 'option' | 'environment' | 'file' | 'seeds'
  /** Name of a set → absolute paths and addresses. */
  readonly sets: Readonly<Record<string, readonly string[]>>
  /** `platform:id` of a channel, guild or workspace → what it sees. */
  readonly channels: Readonly<Record<string, ChannelScope>>
  /** Private hosts that may be fetched from. */
  readonly allow: readonly string[]
  readonly pollSeconds: number
  readonly aliases: Readonly<Record<string, string>>
  /** Groups of words that stand for one another. */
  readonly synonyms: readonly (readonly string[])[]
  readonly caution: z.infer<typeof Caution>
  readonly maxFileBytes: number
  /** Absolute path of the folder for what must survive a restart. */
  readonly data: string
  /** Of a PostgreSQL database; a file in `data` unless told. Never written to a log. */
  readonly store?: string
  readonly rememberHours: number
  readonly rememberDays: number
  readonly linkDays: number
  readonly perMinute: number
  readonly engine: z.infer<typeof EngineName>
  /** Searched in place of an engine of this process. */
  readonly cluster?: ClusterSettings
  /** Adapters of others. */
  readonly adapters: readonly AdapterName[]
  readonly schedules: readonly NewSchedule[]
  /** Milliseconds after its time that a post is still made up for. */
  readonly catchUp: number
  readonly logLevel: z.infer<typeof LogLevel>
  /** From the environment only; never written to a log. */
  readonly platforms: readonly PlatformSetup[]
  /** From the environment only; never written to a log. */
  readonly access: Access
  /** Where people reach the desk. */
  readonly publicUrl?: string
}

export interface AdapterName {
  /** A file, or the name of a package. */
  readonly name: string
  /** Absolute path of the file that names it. */
  readonly from: string
}

export interface ChannelScope {
  readonly sets: readonly string[]
  /** Whether guests and people of other organisations see them, too. */
  readonly outsiders: boolean
  /** What is answered in threads without naming the bot; questions that go on, unless told. */
  readonly threads?: Threads
  /** IANA name of the clock that its people read. */
  readonly zone?: string
  /** Of briefings; that of the documents unless told. */
  readonly language?: Language
}

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url))

/**
 * @param platforms those whose settings are read, too
 * @throws VerbatimError 'config' with every problem, a line each
 */
export function loadConfig(
  options: ConfigOptions = {},
  platforms: readonly Platform[] = [],
  { env, cwd }: Environment = { env: process.env, cwd: process.cwd() },
): Config {
  const problems: string[] = []
  const file = readConfigFile(options, { env, cwd }, problems)
  const values = file?.values ?? {}
  // Set but empty is how scripts unset a variable.
  const text = (variable: string): string | undefined => env[variable] || undefined
  const fromEnv = <T>(variable: string, schema: z.ZodType<T>): T | undefined => {
    const value = text(variable)
    return value === undefined ? undefined : check(schema, value, variable, problems)
  }
  const folder = (name: string, value: string | undefined): string | undefined => {
    const checked = value === undefined ? value : check(Folder, value, name, problems)
    return checked === undefined ? undefined : resolve(cwd, checked)
  }
  const environment = { text, checked: fromEnv }
  const beside = (path: string): string => resolve(dirname(file?.path ?? cwd), path)
  const documents = documentsOf([
    ['option', folder('--documents', options.documents)],
    ['environment', folder('VERBATIM_DOCUMENTS', text('VERBATIM_DOCUMENTS'))],
    ['file', values.documents === undefined ? undefined : beside(values.documents)],
  ])
  const store = fromEnv('VERBATIM_STORE', StoreAddress) ?? values.store
  const named = fromEnv('VERBATIM_ENGINE', EngineName)
  const { engine } = values
  const cluster =
    named === undefined && typeof engine === 'object'
      ? clusterOf(engine.opensearch, {
          text,
          beside,
          problem: (one) => problems.push(`${CONFIG_FILE}: engine.opensearch.${one}`),
        })
      : undefined
  const publicUrl = fromEnv('VERBATIM_PUBLIC_URL', Address) ?? values.public_url
  const config: Config = {
    ...documents,
    sets: Object.fromEntries(
      Object.entries(values.sets ?? {}).map(([name, locations]) => [
        name,
        locations.map((one) => (isAddress(one) ? one : beside(one))),
      ]),
    ),
    channels: channelsOf(values.channels ?? {}, Object.keys(values.sets ?? {}), problems),
    allow: allowOf(values.allow ?? [], problems),
    pollSeconds: (values.poll_minutes ?? POLL_MINUTES_DEFAULT) * 60,
    aliases: values.aliases ?? {},
    synonyms: values.synonyms ?? [],
    caution: fromEnv('VERBATIM_CAUTION', Caution) ?? values.caution ?? CAUTION_DEFAULT,
    data:
      folder('VERBATIM_DATA', text('VERBATIM_DATA')) ??
      (file && values.data !== undefined
        ? resolve(dirname(file.path), values.data)
        : resolve(cwd, DATA_DEFAULT)),
    rememberHours: values.remember_hours ?? REMEMBER_HOURS_DEFAULT,
    rememberDays: values.remember_days ?? REMEMBER_DAYS_DEFAULT,
    linkDays: values.link_days ?? LINK_DAYS_DEFAULT,
    perMinute: values.per_minute ?? PER_MINUTE_DEFAULT,
    adapters: (values.adapters ?? []).map((name) => ({ name, from: file?.path ?? cwd })),
    schedules: schedulesOf(values.schedules ?? [], (problem) =>
      problems.push(`${CONFIG_FILE}: ${problem}`),
    ),
    catchUp: (values.catch_up_hours ?? CATCH_UP_HOURS_DEFAULT) * 3_600_000,
    maxFileBytes: (values.max_file_megabytes ?? MAX_FILE_MEGABYTES_DEFAULT) * 1_000_000,
    engine: named ?? (typeof engine === 'string' ? engine : ENGINE_DEFAULT),
    ...(cluster !== undefined && { cluster }),
    logLevel: fromEnv('VERBATIM_LOG_LEVEL', LogLevel) ?? values.log_level ?? LOG_LEVEL_DEFAULT,
    access: accessOf(environment),
    platforms: platforms.map((platform) => platform.read(environment)),
    ...(publicUrl !== undefined && { publicUrl }),
    ...(store !== undefined && { store }),
  }
  if (problems.length > 0) throw new VerbatimError('config', together(problems))
  return config
}

function allowOf(allow: readonly string[], problems: string[]): readonly string[] {
  try {
    parseAllow(allow)
    return allow
  } catch (error) {
    if (!(error instanceof AllowError)) throw error
    problems.push(`${CONFIG_FILE}: ${error.message}`)
    return []
  }
}

type From = Config['documentsFrom']

/** The first that names a folder. */
function documentsOf(
  given: readonly (readonly [From, string | undefined])[],
): Pick<Config, 'documents' | 'documentsFrom'> {
  for (const [documentsFrom, documents] of given)
    if (documents !== undefined) return { documents, documentsFrom }
  return { documents: SEEDS, documentsFrom: 'seeds' }
}

type Given = Exclude<z.infer<typeof Channels>[string], readonly string[]>

/** A channel bound to a set that does not exist would see nothing, and nobody would know why. */
function channelsOf(
  channels: z.infer<typeof Channels>,
  sets: readonly string[],
  problems: string[],
): Record<string, ChannelScope> {
  const known = [DEFAULT_SET, ...sets]
  return Object.fromEntries(
    Object.entries(channels).map(([channel, scope]) => {
      const {
        sets: own,
        outsiders = false,
        ...given
      }: Given = Array.isArray(scope) ? { sets: scope } : scope
      for (const set of own)
        if (!known.includes(set))
          problems.push(
            `${CONFIG_FILE}: channels: ${channel}: there is no set “${set}”; there are ${known.join(', ')}`,
          )
      const { threads, zone, language } = given
      return [
        channel,
        {
          sets: own,
          outsiders,
          ...(threads && { threads }),
          ...(zone !== undefined && { zone }),
          ...(language && { language }),
        },
      ]
    }),
  )
}

const together = (problems: readonly string[]): string =>
  problems.length === 1
    ? problems.join('')
    : [`The settings have ${problems.length} problems:`, ...problems].join('\n  ')
