/** One `ask` as a user runs it, from the start of the process to its end, beside an empty Node process. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { table, timeEach } from './measure.ts'

const PROGRAM = resolve(import.meta.dirname, '../../src/start.js')
const QUESTION = 'How many people were killed in Moura?'
const TRIES = 15
/** Those that read the bundled documents and fill the cache of compiled code. */
const WARM_UP = 2

export async function benchStart(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'verbatim-start-'))
  const run = promisify(execFile)
  try {
    const rows = []
    for (const [what, words] of [
      ['node, nothing to do', ['-e', '0']],
      ['one ask', [PROGRAM, 'ask', QUESTION]],
    ] as const) {
      const { p50, worst } = await timeEach(
        Array.from({ length: TRIES + WARM_UP }),
        () => run(process.execPath, words, { env: { ...process.env, VERBATIM_DATA: data } }),
        WARM_UP,
      )
      rows.push([what, Math.round(p50), Math.round(worst)])
    }
    process.stdout.write(`${table([['ms', 'median', 'worst'], ...rows])}\n`)
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
