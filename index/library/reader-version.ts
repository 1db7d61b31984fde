/** Tells whether today's code would read a file as it was read before. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'

const INDEX = fileURLToPath(new URL('..', import.meta.url))
const PACKAGE = fileURLToPath(new URL('../../package.json', import.meta.url))

/** Of the code that makes documents of bytes, and of the libraries it is written with. */
export function readerVersion(): string {
  let sum = crc32(readFileSync(PACKAGE))
  for (const part of ['readers', 'clean', 'metadata', 'languages', 'quantities'])
    for (const name of readdirSync(join(INDEX, part), { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(?:ts|json)$/u.test(name)) sum = crc32(readFileSync(join(INDEX, part, name)), sum)
  return sum.toString(16)
}
