/** What a crash or a bad disk may do to the saved index: it is told, and built again as it was. */
import { withMiniSearch } from '../../support/engine.ts'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Fetcher } from '../../../index/fetch/fetcher.ts'
import type { Corpus } from '../../../index/corpus.ts'
import { Library } from '../../../index/library/library.ts'
import { Parser } from '../../../index/parsing/parser.ts'
import { loadSnapshot, saveSnapshot } from '../../../index/snapshot/snapshot.ts'
import { askerOf, corpusOf, VALLEY } from '../../support/library.ts'
import { ended, folderOf, start, verbatim } from '../../support/program.ts'
import { randomOf } from '../../support/random.ts'

const SAVER = fileURLToPath(new URL('../../support/saver.ts', import.meta.url))
const DAMAGES = 500
const QUESTIONS = [
  'How many houses were destroyed in Tarwell?',
  'Who sent boats?',
  'Why was the bridge closed?',
]

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-crash-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const answers = (corpus: Corpus): Promise<unknown[]> => {
  const asker = askerOf(corpus, { caution: 'low' })
  return Promise.all(QUESTIONS.map((question) => asker.ask(question)))
}

describe('a damaged index', () => {
  it('is told from a whole one, wherever a bit is flipped or the end is cut off', async () => {
    const path = join(folder, 'damaged')
    await saveSnapshot(path, corpusOf(VALLEY))
    const bytes = await readFile(path)
    const random = randomOf(7)
    const reasons = new Set<string>()
    for (let at = 0; at < DAMAGES; at++) {
      const place = Math.floor(random() * bytes.byteLength)
      const damaged = at % 5 === 0 ? bytes.subarray(0, place) : Buffer.from(bytes)
      if (at % 5 !== 0) damaged[place] = (damaged[place] ?? 0) ^ (1 << Math.floor(random() * 8))
      await writeFile(path, damaged)
      const loaded = await loadSnapshot(path, withMiniSearch)
      expect(loaded.corpus, `damage ${at}`).toBeUndefined()
      if (loaded.corpus === undefined) reasons.add(loaded.reason)
    }
    expect([...reasons]).toEqual(['damaged'])
  })

  it('is built again, and answers as before', async () => {
    const papers = join(folder, 'papers')
    const data = join(folder, 'data')
    await mkdir(papers)
    for (const [name, text] of Object.entries(VALLEY)) await writeFile(join(papers, name), text)
    const parser = new Parser({ processes: 1 })
    const fetcher = new Fetcher({ allow: [], maxBytes: 1e6 })
    const open = async () => {
      const library = await Library.open({
        data,
        name: 'library',
        sources: [{ location: papers, set: 'default' }],
        parser,
        fetcher,
        maxFileBytes: 1e6,
        pollSeconds: 3600,
      })
      const { notice } = library
      await library.refresh()
      const replies = await answers(library.corpus)
      await library.close()
      return { notice, replies }
    }
    try {
      const before = await open()
      expect(before.notice).toBeUndefined()
      const path = join(data, 'library.index')
      const bytes = await readFile(path)
      for (const damaged of [bytes.subarray(0, 30), bytes.fill(0, 100, 200), Buffer.alloc(0)]) {
        await rm(`${path}.previous`, { force: true })
        await writeFile(path, damaged)
        const after = await open()
        expect(after.notice).toContain('built again')
        expect(after.replies).toEqual(before.replies)
      }
    } finally {
      await parser.close()
      await fetcher.close()
    }
  })
})

it('a kill while the index is saved leaves a whole one', async () => {
  const path = join(folder, 'killed')
  const random = randomOf(11)
  for (let turn = 0; turn < 8; turn++) {
    const child = start([SAVER, path], folder)
    const end = ended(child)
    await new Promise((heard) => child.stdout.once('data', heard))
    // The first turn waits for a whole one.
    while ((await loadSnapshot(path, withMiniSearch)).corpus === undefined) await sleep(20)
    await sleep(random() * 120)
    child.kill('SIGKILL')
    await end
    const loaded = await loadSnapshot(path, withMiniSearch)
    expect([3, 4]).toContain(loaded.corpus?.documents.size)
  }
})

/** How many files a library has written down; 0 before it has begun to. */
function filesIn(manifest: string): number {
  try {
    const database = new DatabaseSync(manifest, { readOnly: true })
    try {
      return Number(database.prepare('SELECT count(*) AS count FROM files').get()?.['count'])
    } finally {
      database.close()
    }
  } catch {
    return 0
  }
}

it('a kill in the middle of adding loses nothing: the next start goes on', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 400 }, (_, at) => [
      `papers/report-${at}.md`,
      `# Report ${at}\n\nThe village of Nadi${at} has ${at + 3} wells. ${'It rained all day there. '.repeat(60)}\n`,
    ]),
  )
  const place = folderOf(files)
  try {
    const main = resolve(import.meta.dirname, '../../../src/start.js')
    const child = start([main, 'add', 'papers'], place.path)
    const end = ended(child)
    const manifest = join(place.path, '.verbatim', 'library.sqlite')
    await vi.waitFor(() => expect(filesIn(manifest)).toBeGreaterThan(0), {
      timeout: 40_000,
      interval: 5,
    })
    child.kill('SIGKILL')
    await end
    expect(filesIn(manifest)).toBeLessThan(400)
    const listed = await verbatim(['sources', '--json'], place.path)
    expect(listed.exit).toBe(0)
    expect(JSON.parse(listed.stdout)).toMatchObject({ problems: [] })
    const added = await verbatim(['add', 'papers', '--json'], place.path)
    expect(added.stdout).toContain('0 read, 400 unchanged')
  } finally {
    place.remove()
  }
})
