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
  const makers: string[] = []
  for (const file of files) {
    const code = readFileSync(file, 'utf8')
    found.push(...literals(file, code))
    if (/new RegExp\(|\/(?:combined|phrases)\.ts'/u.test(code)) makers.push(file)
  }
  return [...found, ...(await madeBy(makers))]
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

/** What is put together from parts is known only once its module has run, which each does once. */
async function madeBy(files: readonly string[]): Promise<Written[]> {
  const found: Written[] = []
  const own = globalThis.RegExp
  globalThis.RegExp = new Proxy(own, {
    construct(target, given: [string | RegExp, string?]) {
      const made = new target(...given)
      // The third line of a stack is the caller: a library's expressions are the library's.
      const callers = new Error('made').stack?.split('\n').slice(2) ?? []
      const isOwn = files.some((file) => callers[0]?.includes(file))
      const maker = files.find((file) => callers.find(isNoHelper)?.includes(file))
      if (isOwn || maker !== undefined)
        found.push({ source: made.source, flags: made.flags, where: relative(ROOT, maker ?? '') })
      return made
    },
  })
  try {
    for (const file of files) await import(file)
  } finally {
    globalThis.RegExp = own
  }
  return found
}

/** Whether a line of a stack is of a module that asks for an expression, not of those that make it of packs. */
const isNoHelper = (line: string): boolean =>
  !/languages\/(?:combined|phrases|packs)\.ts|<anonymous>|Array\./u.test(line)
