/**
 * What the documentation shows of the program is what the program prints, on the bundled documents.
 * `UPDATE=1 npx vitest run test/docs/transcripts.test.ts` writes it anew.
 */
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { delimiter, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { PAGES, ROOT, textOf } from '../support/docs.ts'
import { folderOf } from '../support/program.ts'

/** A block without a language that begins with a command. */
const TRANSCRIPT = /(?<=^```\n)\$ [^]*?(?=^```$)/gmu

const shown = PAGES.filter((page) => textOf(page).match(TRANSCRIPT))
const UPDATE = process.env['UPDATE'] !== undefined
const run = promisify(execFile)

describe.skipIf(process.platform === 'win32')(
  'transcripts (typed in bash, which Windows lacks)',
  () => {
    it.each(shown)('of %s are what the program prints', async (page) => {
      const written = textOf(page)
      const printed = new Map<string, string>()
      for (const [block] of written.matchAll(TRANSCRIPT)) printed.set(block, await typed(block))
      const right = written.replaceAll(TRANSCRIPT, (block) => printed.get(block) ?? block)
      if (UPDATE) writeFileSync(resolve(ROOT, page), right)
      expect(UPDATE ? textOf(page) : written).toBe(right)
    })

    it('are shown where people begin', () => {
      expect(shown).toEqual(
        expect.arrayContaining(['README.md', 'docs/asking.md', 'docs/figures.md']),
      )
    })
  },
)

/** The commands of a block, typed one after another with nothing kept before, and what they print. */
async function typed(block: string): Promise<string> {
  const { path, remove } = folderOf({ 'verbatim.yaml': '' })
  const shell = {
    cwd: ROOT,
    env: {
      PATH: `${resolve(process.execPath, '..')}${delimiter}${process.env['PATH'] ?? ''}`,
      HOME: path,
      VERBATIM_CONFIG: `${path}/verbatim.yaml`,
      VERBATIM_DATA: `${path}/data`,
    },
  }
  const commands = block.split('\n').filter((line) => line.startsWith('$ '))
  const outputs: string[] = []
  try {
    for (const line of commands) {
      // What was not found ends with 3, which is no fault here.
      const { stdout } = await run('bash', ['-c', `${line.slice(2)}\ntrue`], shell)
      outputs.push(`${line}\n${stdout.trimEnd()}\n`)
    }
  } finally {
    remove()
  }
  return outputs.join('\n')
}
