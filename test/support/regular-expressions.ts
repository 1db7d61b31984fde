/** The regular expressions of the program: those written as literals and those made while its modules load. */
import { globSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseSync } from 'oxc-parser'
import * as z from 'zod'

const ROOT = resolve(import.meta.dirname, '../..')

export interface Written {
  readonly flags: string
  readonly source: string
  /** File and line. */
  readonly where: string
}

const Literal = z.object({
  start: z.int(),
  regex: z.object({ pattern: z.string(), flags: z.string() }),
})

export async function regularExpressions(): Promise<readonly Written[]> {
  const files = ['src', 'adapters', 'index'].flatMap((folder) =>
    globSync(join(ROOT, folder, '**/*.ts')),
  )
  const found: Written[] = []
  for (const file of files) {
    const code = readFileSync(file, 'utf8')
    found.push(...literals(file, code))
    if (/new RegExp\(/u.test(code)) found.push(...(await madeBy(file)))
  }
  return found
}

function literals(file: string, code: string): Written[] {
  const found: Written[] = []
  const { program } = parseSync(file, code)
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { data } = Literal.safeParse(node)
    if (data !== undefined) {
      const line = code.slice(0, data.start).split('\n').length
      const { pattern, flags } = data.regex
      found.push({ source: pattern, flags, where: `${relative(ROOT, file)}:${line}` })
      return
    }
    for (const child of Object.values(node)) visit(child)
  }
  visit(program)
  return found
}

/** What is put together from parts is known only once its module has run. */
async function madeBy(file: string): Promise<Written[]> {
  const found: Written[] = []
  const own = globalThis.RegExp
  globalThis.RegExp = new Proxy(own, {
    construct(target, given: [string | RegExp, string?]) {
      const made = new target(...given)
      // The third line of a stack is the caller: a library's expressions are the library's.
      if (new Error('made').stack?.split('\n')[2]?.includes(file) === true)
        found.push({ source: made.source, flags: made.flags, where: relative(ROOT, file) })
      return made
    },
  })
  try {
    await import(file)
  } finally {
    globalThis.RegExp = own
  }
  return found
}
