/**
 * Small cases with what a person expects of each: the program is run on its input, and what it prints
 * is checked where the expectation names a date, a title or a refusal; the rest is printed to be read.
 */
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import * as z from 'zod'
import { fold } from '../../index/analyzer.ts'
import { folderOf, verbatim } from '../support/program.ts'
import { linesOf } from './measures.ts'

const Case = z.object({
  kind: z.string(),
  command: z.string(),
  expected: z.string(),
  input: z.string(),
})
type Case = z.infer<typeof Case>

/** `undefined`: it cannot be run, or nothing of the expectation can be checked. */
type Verdict = boolean | undefined

const COMMAND = /^(?<name>ask|figures|sources|brief)(?: "(?<text>.*)")?$/su
const REFUSED = 3

export async function evalCases(
  path: string,
  { predictions }: { readonly predictions?: string },
): Promise<object> {
  const file = statSync(path).isDirectory() ? join(path, 'cases.jsonl') : path
  const inputs = dirname(dirname(resolve(file)))
  const lines: string[] = []
  const verdicts: Verdict[] = []
  for (const one of linesOf(file, Case)) {
    const { verdict, printed } = await run(one, inputs)
    verdicts.push(verdict)
    lines.push(JSON.stringify({ ...one, verdict: verdict ?? null, printed }))
    const word = verdict === undefined ? 'to read' : verdict ? 'as expected' : 'NOT as expected'
    process.stderr.write(`${word}: ${one.kind}: ${one.command}\n  expected: ${one.expected}\n`)
    if (verdict !== true) process.stderr.write(`${printed.replace(/^/gmu, '  | ')}\n`)
  }
  if (predictions !== undefined) writeFileSync(predictions, `${lines.join('\n')}\n`)
  const count = (wanted: Verdict): number => verdicts.filter((one) => one === wanted).length
  return {
    kind: 'cases',
    cases: verdicts.length,
    asExpected: count(true),
    notAsExpected: count(false),
    toRead: count(undefined),
  }
}

async function run(
  { command, input, expected }: Case,
  inputs: string,
): Promise<{ verdict: Verdict; printed: string }> {
  const { name, text } = COMMAND.exec(command)?.groups ?? {}
  const documents = join(inputs, input)
  const isBundled = input === '(bundled)'
  if (name === undefined || !(isBundled || existsSync(documents)))
    return { verdict: undefined, printed: '(not a command that is run here)' }
  const home = folderOf({})
  try {
    const given = isBundled ? [] : ['--documents', documents]
    const args = [name, ...(text === undefined ? [] : [text]), ...given]
    const { exit, stdout, stderr } = await verbatim(args, home.path)
    return { verdict: verdictOf(expected, stdout, exit), printed: `${stdout}${stderr}`.trim() }
  } finally {
    home.remove()
  }
}

/** What stands in brackets explains; a title is named as one. */
function verdictOf(expected: string, printed: string, exit: number | null): Verdict {
  const bare = expected.replace(/\([^)]*\)/gu, '')
  const checks: boolean[] = [...bare.matchAll(/\b\d{4}-\d{2}-\d{2}\b/gu)].map(([date]) =>
    printed.includes(date),
  )
  if (/\bdocuments do not say\b/u.test(bare)) checks.push(exit === REFUSED)
  const title = /^title ([^;]+)/u.exec(bare)?.[1]
  if (title !== undefined) checks.push(squeezed(printed).includes(squeezed(title)))
  return checks.length === 0 ? undefined : checks.every(Boolean)
}

const squeezed = (text: string): string => fold(text).replace(/\s+/gu, ' ').trim()
