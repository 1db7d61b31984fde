/** The configuration file: found, read as YAML, and held against what may stand in it. */
import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type * as z from 'zod'
import { yamlLibrary } from '../../index/yaml.ts'
import { check, ConfigFile } from './setting-values.ts'
import { CONFIG_FILE } from './settings.ts'

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

interface ReadFile {
  /** Absolute. */
  readonly path: string
  readonly values: z.infer<typeof ConfigFile>
}

/** @param problems takes what is wrong, each with what to do */
export function readConfigFile(
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
