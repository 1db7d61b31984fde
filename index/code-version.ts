/** Tells whether today's code would read files, and index what it read, as that was done before. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'

const INDEX = fileURLToPath(new URL('.', import.meta.url))
const PACKAGE = fileURLToPath(new URL('../package.json', import.meta.url))
const CODE = /(?<!\.d)\.(?:ts|js|json)$/u
/** Nothing in these makes anything of a text. */
const APART = /^(?:fetch|library|sqlite|parsing)\//u

let known: number | undefined

/** Of all code that makes documents, passages, terms and figures of bytes, and of its libraries. */
export function codeVersion(): number {
  known ??= codeNames().reduce(
    (sum, name) => crc32(readFileSync(join(INDEX, name)), sum),
    crc32(readFileSync(PACKAGE)),
  )
  return known
}

const codeNames = (): string[] =>
  readdirSync(INDEX, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => CODE.test(name) && !APART.test(name))
    .sort()
