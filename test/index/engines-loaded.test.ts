import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ended, folderOf, MAIN, start } from '../support/program.ts'

const TRACE = fileURLToPath(new URL('../support/print-loaded.ts', import.meta.url))
const MINISEARCH = /\/node_modules\/minisearch\//u
const POSTINGS = /\/index\/engines\/postings\//u

const folder = folderOf({
  'wells.md':
    '# Wells of the plain\n\nThe survey of the plain found 214 wells in March. In Tessit 31 wells had run dry.\n',
  'roads.md': '# Roads\n\nThe road to Tessit was closed for 9 days after the rains of June.\n',
})

async function ask(engine?: string): Promise<{ loaded: readonly string[]; quotes: unknown }> {
  const args = [
    'ask',
    'How many wells had run dry in Tessit?',
    '--documents',
    folder.path,
    '--json',
  ]
  const env = { VERBATIM_DATA: `${folder.path}/data`, ...(engine && { VERBATIM_ENGINE: engine }) }
  const { stdout, stderr } = await ended(
    start(['--import', TRACE, MAIN, ...args], folder.path, env),
  )
  const { quotes } = JSON.parse(stdout)
  return { loaded: stderr.split('\n'), quotes }
}

describe('one question', { timeout: 60_000 }, () => {
  let byDefault: Awaited<ReturnType<typeof ask>>
  beforeAll(async () => {
    byDefault = await ask()
  }, 60_000)
  afterAll(folder.remove)

  it('is answered by MiniSearch when nobody chooses, and the postings are not even loaded', () => {
    expect(byDefault.loaded.some((one) => MINISEARCH.test(one))).toBe(true)
    expect(byDefault.loaded.filter((one) => POSTINGS.test(one))).toEqual([])
    expect(byDefault.quotes).toMatchObject([{ text: expect.stringContaining('31 wells') }])
  })

  it('is answered with the same quotes by the postings, and MiniSearch is not loaded', async () => {
    const { loaded, quotes } = await ask('postings')
    expect(loaded.some((one) => POSTINGS.test(one))).toBe(true)
    expect(loaded.filter((one) => MINISEARCH.test(one))).toEqual([])
    expect(quotes).toEqual(byDefault.quotes)
  })
})
