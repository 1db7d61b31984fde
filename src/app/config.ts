/**
 * The one place that reads files and environment. Options win over environment, environment over
 * file, file over defaults. Whatever is wrong is reported at once, each with what to do.
 */
import { readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type * as z from 'zod'
import { AllowError, parseAllow } from '../../index/fetch/allow.ts'
import { DEFAULT_SET, isAddress } from '../../index/library/source.ts'
import type { Access } from '../../index/sources/access.ts'
import { yamlLibrary } from '../../index/yaml.ts'
import type { Language } from '../../index/languages/packs.ts'
import type { Threads } from '../manners.ts'
import { VerbatimError } from '../errors.ts'
import type { Platform, PlatformSetup } from '../platform.ts'
import type { NewSchedule } from '../schedule/book.ts'
import { schedulesOf } from '../schedule/configured.ts'
import {
  AWS_REGION_DEFAULT,
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
import {
  Address,
  Caution,
  type Channels,
  check,
  ConfigFile,
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

/** From the command line; paths are relative to the working directory. */
export interface ConfigOptions {
  readonly config?: string | undefined
  readonly documents?: string | undefined
}

export interface Environment {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Working directory. */
  readonly cwd: string
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
    engine: fromEnv('VERBATIM_ENGINE', EngineName) ?? values.engine ?? ENGINE_DEFAULT,
    logLevel: fromEnv('VERBATIM_LOG_LEVEL', LogLevel) ?? values.log_level ?? LOG_LEVEL_DEFAULT,
    access: accessOf(text, fromEnv),
    platforms: platforms.map((platform) => platform.read(environment)),
    ...(publicUrl !== undefined && { publicUrl }),
    ...(store !== undefined && { store }),
  }
  if (problems.length > 0) throw new VerbatimError('config', together(problems))
  return config
}

type Text = (variable: string) => string | undefined
type Checked = <T>(variable: string, schema: z.ZodType<T>) => T | undefined

function accessOf(text: Text, checked: Checked): Access {
  const password = text('IMAP_PASSWORD')
  const appname = text('RELIEFWEB_APPNAME')
  const api = checked('RELIEFWEB_API_URL', Address)?.replace(/\/$/u, '')
  return {
    reliefweb: { ...(appname !== undefined && { appname }), ...(api !== undefined && { api }) },
    bucket: bucketOf(text, checked),
    mailbox: { ...(password !== undefined && { password }) },
  }
}

function bucketOf(text: Text, checked: Checked): Access['bucket'] {
  const accessKeyId = text('AWS_ACCESS_KEY_ID')
  const secretAccessKey = text('AWS_SECRET_ACCESS_KEY')
  const sessionToken = text('AWS_SESSION_TOKEN')
  const endpoint = checked('AWS_ENDPOINT_URL_S3', Address)?.replace(/\/$/u, '')
  return {
    region: text('AWS_REGION') ?? AWS_REGION_DEFAULT,
    ...(accessKeyId !== undefined && { accessKeyId }),
    ...(secretAccessKey !== undefined && { secretAccessKey }),
    ...(sessionToken !== undefined && { sessionToken }),
    ...(endpoint !== undefined && { endpoint }),
  }
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

interface ReadFile {
  readonly path: string
  readonly values: z.infer<typeof ConfigFile>
}

function readConfigFile(
  options: ConfigOptions,
  { env, cwd }: Environment,
  problems: string[],
): ReadFile | undefined {
  if (options.config === '') problems.push('--config: is empty; give a file')
  const wanted = options.config || env['VERBATIM_CONFIG'] || undefined
  const name = wanted ?? CONFIG_FILE
  const path = resolve(cwd, name)
  let source
  try {
    const found = statSync(path)
    // A pipe or a device may never end.
    if (!found.isFile() && !found.isDirectory()) {
      problems.push(`${name}: is no file; give a YAML file`)
      return undefined
    }
    source = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    if (error instanceof TypeError && codeOf(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      problems.push(`${name}: is not UTF-8; save it as UTF-8 text`)
      return undefined
    }
    const missing = codeOf(error) === 'ENOENT'
    if (!missing || wanted !== undefined) problems.push(`${name}: ${unreadable(error)}`)
    return undefined
  }
  const values = parse(source, name, problems)
  return values && { path, values }
}

/** Values that pass; each that does not is a problem and stands at its default. */
function parse(
  source: string,
  name: string,
  problems: string[],
): z.infer<typeof ConfigFile> | undefined {
  // 'error': its warnings would go to the console.
  const parsed = yamlLibrary().parseDocument(source, { logLevel: 'error' })
  if (parsed.errors.length > 0) {
    // Only the first line of the parser's message says what is wrong; the rest draws the place.
    for (const error of parsed.errors)
      problems.push(`${name}: ${error.message.split('\n')[0]?.replace(/:$/, '')}; fix the YAML`)
    return undefined
  }
  if (source.includes('\0')) {
    problems.push(`${name}: has a NUL character; save it as plain text`)
    return undefined
  }
  for (const { message } of parsed.warnings)
    problems.push(`${name}: ${message.split('\n')[0]?.replace(/:$/, '')}; take the tag out`)
  let content: unknown
  try {
    content = parsed.toJS()
  } catch (error) {
    problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
  // An empty file, or one that is all comments.
  if (content === null) return {}
  if (typeof content !== 'object' || Array.isArray(content)) {
    problems.push(`${name}: must hold settings, for example \`documents: ./papers\``)
    return undefined
  }
  return check(ConfigFile, content, name, problems)
}

function unreadable(error: unknown): string {
  const code = codeOf(error)
  if (code === 'ENOENT') return 'does not exist; check the path'
  if (code === 'EISDIR') return 'is a folder; give the file in it'
  if (code === 'EACCES' || code === 'EPERM') return 'cannot be read; check its permissions'
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}`
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

const together = (problems: readonly string[]): string =>
  problems.length === 1
    ? problems.join('')
    : [`The settings have ${problems.length} problems:`, ...problems].join('\n  ')
