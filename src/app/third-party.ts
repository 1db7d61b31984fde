/** Adapters of others, by name from the settings: loaded, and looked at before anything is asked of them. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, isAbsolute, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import { VerbatimError } from '../errors.ts'
import type { Platform, PlatformSetup } from '../platform.ts'
import type { AdapterName } from './config.ts'
import { CONFIG_FILE } from './settings.ts'

const MEND = 'docs/adapters.md shows one'

/** What a door must have; what its functions give is typed, and seen when they are called. */
const Door = z.object({
  name: z
    .string({ error: 'has no name' })
    .regex(/^[a-z]+$/u, { error: 'must be named in small letters alone' }),
  needs: z.string({ error: 'must say in `needs` which variables set it up' }),
  variables: z.array(z.object({ variable: z.string(), default: z.string(), meaning: z.string() }), {
    error: 'must list its `variables`, each with default and meaning',
  }),
  read: z.custom<Platform['read']>((value) => typeof value === 'function', {
    error: 'has no function `read`',
  }),
})

const FUNCTION = (name: string) =>
  z.custom((value) => typeof value === 'function', { error: `has no function \`${name}\`` })

const Setup = z.object({
  name: z.string({ error: 'has no name' }),
  wanted: z.boolean({ error: 'must say whether it is `wanted`' }),
  byDefault: z.boolean({ error: 'must say whether it is served `byDefault`' }),
  missing: z.string({ error: 'must say in `missing` what lacks, or nothing' }).optional(),
  make: FUNCTION('make'),
  examine: FUNCTION('examine'),
})

/**
 * @param others platforms there are already
 * @throws VerbatimError 'config' with every problem, a line each: file, setting, adapter and mend
 */
export async function loadPlatforms(
  names: readonly AdapterName[],
  others: readonly Platform[],
): Promise<Platform[]> {
  const problems: string[] = []
  const taken = new Set(others.map(({ name }) => name))
  const platforms: Platform[] = []
  for (const named of names) {
    const found = await load(named)
    const problem =
      typeof found === 'string'
        ? found
        : taken.has(found.name)
          ? `is named ${found.name}, as another platform is; name it otherwise`
          : undefined
    if (problem !== undefined) problems.push(`${CONFIG_FILE}: adapters: ${named.name}: ${problem}`)
    else if (typeof found !== 'string') {
      taken.add(found.name)
      platforms.push(found)
    }
  }
  if (problems.length > 0) throw new VerbatimError('config', problems.join('\n'))
  return platforms
}

/** The door, or what is wrong with it. */
async function load({ name, from }: AdapterName): Promise<Platform | string> {
  const isFile = /^\.{1,2}[\\/]/u.test(name) || isAbsolute(name)
  const path = isFile ? resolve(dirname(from), name) : undefined
  if (path !== undefined && !existsSync(path)) return 'does not exist; check the path'
  let module: unknown
  try {
    module = await import(path === undefined ? addressOf(name, from) : pathToFileURL(path).href)
  } catch (error) {
    return unloadable(error, name)
  }
  const door = z.object({ default: z.unknown() }).safeParse(module).data?.default
  if (typeof door !== 'object' || door === null)
    return `has no default export that is a platform; ${MEND}`
  const checked = Door.safeParse(door)
  if (checked.success)
    return {
      ...checked.data,
      // Called as its own: it may use what stands beside it.
      read: (environment) => setupOf(() => checked.data.read.call(door, environment), checked.data),
    }
  return `${checked.error.issues[0]?.message ?? 'is no platform'}; ${MEND}`
}

/** @throws VerbatimError 'config' */
function setupOf(read: () => PlatformSetup, { name }: Pick<Platform, 'name'>): PlatformSetup {
  const wrong = (what: string, cause?: unknown) =>
    new VerbatimError('config', `${CONFIG_FILE}: adapters: ${name}: ${what}; ${MEND}`, { cause })
  let setup: PlatformSetup
  try {
    setup = read()
  } catch (error) {
    throw wrong(`its settings cannot be read: ${String(error)}`, error)
  }
  const { success, error } = Setup.safeParse(setup)
  if (success && setup.name === name) return setup
  const [issue] = error?.issues ?? []
  throw wrong(`what \`read\` gives ${issue?.message ?? `must have the name ${name}`}`)
}

/** A package stands beside the settings, or beside this one. */
function addressOf(name: string, from: string): string {
  try {
    return pathToFileURL(createRequire(from).resolve(name)).href
  } catch {
    return name
  }
}

function unloadable(error: unknown, name: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error)
  if (code === 'ERR_MODULE_NOT_FOUND' && message?.includes(`'${name}'`))
    return `is not installed; run npm install ${name}, or write a file as ./${name}.ts`
  if (code === 'ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING')
    return 'is TypeScript in a package, which Node does not read; build it to JavaScript'
  return `cannot be loaded: ${message}`
}
