/** A quote whose document has changed: it is read in the version that it was quoted from, while that is kept. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Fetcher } from '../../index/fetch/fetcher.ts'
import { Library } from '../../index/library/library.ts'
import { Parser } from '../../index/parsing/parser.ts'
import { readerPath } from '../../src/reader-address.ts'
import { forget, forgetBefore } from '../../src/forget.ts'
import { readDocument } from '../../src/read/read.ts'
import { quoteVersion } from '../../src/read/version.ts'
import type { Quote, Reading } from '../../src/reply.ts'
import { sqliteStore } from '../../src/store/sqlite/store.ts'
import type { Store } from '../../src/store/store.ts'
import { verify } from '../../src/verify.ts'
import { openDesk } from '../support/desk.ts'

const bulletin = (wells: string): string =>
  `# Bulletin of the Water Board\n\nThe board met in Oss on Monday.\n\n${wells}\n\nNothing else was decided there.\n`
const FIRST = 'In Kelani 17 wells were found dry by the surveyors.'
const SECOND = 'The surveyors of Kelani have taken their count back.'

let parser: Parser
let root: string
let library: Library
let now: Date

beforeAll(() => {
  parser = new Parser({ processes: 1 })
})
afterAll(() => parser.close())
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'verbatim-older-'))
  now = new Date('2024-05-01T08:00:00Z')
  library = await open()
})
afterEach(async () => {
  await library.close()
  rmSync(root, { recursive: true, force: true })
})

const open = (): Promise<Library> =>
  Library.open({
    data: join(root, 'data'),
    name: 'library',
    sources: [{ location: root, set: 'default' }],
    parser,
    fetcher: new Fetcher({ allow: [], maxBytes: 1e6 }),
    maxFileBytes: 1e6,
    pollSeconds: 3600,
    clock: () => now,
  })

/** Another day for each version. */
async function write(text: string): Promise<void> {
  writeFileSync(join(root, 'bulletin.md'), text)
  now = new Date(now.getTime() + 86_400_000)
  await library.refresh()
}

function quoted(words: string): { start: number; end: number; version: string } {
  const document = library.corpus.documents.get('bulletin.md')
  const at = document?.clean.indexOf(words) ?? -1
  if (document === undefined || at < 0) throw new Error(`“${words}” is not there`)
  const { start, end } = document.map.toText({ start: at, end: at + words.length })
  return { start, end, version: quoteVersion(words) }
}

const read = (more: object): Promise<Reading> =>
  readDocument(library.corpus, { kind: 'read', document: 'bulletin.md', ...more }, library)

const textOf = ({ blocks }: Reading): string =>
  blocks.map((block) => (block.kind === 'paragraph' ? block.stretch.text : '')).join('\n')

const isKept = (hash: string): boolean =>
  library.versions('bulletin.md').some((one) => one.hash === hash)

/** As it is kept. */
function bodyOf(hash: string): Buffer {
  const database = new DatabaseSync(join(root, 'data/library.sqlite'), { readOnly: true })
  const row = database.prepare('SELECT body FROM versions WHERE hash = ?').get(hash)
  database.close()
  return row?.['body'] instanceof Uint8Array ? Buffer.from(row['body']) : Buffer.alloc(0)
}

describe('a quote whose document has changed', () => {
  it('is shown in the version that it was quoted from, which says until when it read so', async () => {
    await write(bulletin(FIRST))
    const quote = quoted(FIRST)
    await write(bulletin(SECOND))
    await write(bulletin('The count of Kelani will be made again in June.'))
    const reading = await read({ quote })
    expect(reading).toMatchObject({
      quote: { state: 'older', found: { text: FIRST } },
      until: '2024-05-03T08:00:00.000Z',
    })
    expect(textOf(reading)).toContain(FIRST)
    expect(textOf(reading)).not.toContain(SECOND)
    expect(reading.versions).toHaveLength(2)
    // Checked against its own version, and not today's.
    const checked = verify(reading, library.corpus.documents, (id, hash) => library.older(id, hash))
    expect(checked.reply).toEqual(reading)
    expect(verify(reading, library.corpus.documents).reply.kind).toBe('failed')
  })

  it('is known again after a restart', async () => {
    await write(bulletin(FIRST))
    const quote = quoted(FIRST)
    await write(bulletin(SECOND))
    await library.close()
    library = await open()
    expect(await read({ quote })).toMatchObject({ quote: { state: 'older' } })
  })

  it('is said to be gone when the words were never there, or its version is not kept', async () => {
    await write(bulletin(FIRST))
    const quote = quoted(FIRST)
    await write(bulletin(SECOND))
    const never = { ...quote, version: quoteVersion('Words of no version.') }
    expect(await read({ quote: never })).toMatchObject({ quote: { state: 'gone' } })
    expect((await read({ quote: never })).until).toBeUndefined()
    for (let at = 0; at < 21; at++) await write(bulletin(`The count stands at ${at} wells now.`))
    expect(await read({ quote })).toMatchObject({ quote: { state: 'gone' } })
    expect(library.versions('bulletin.md')).toHaveLength(20)
  })

  it('stands where it stands while the document still has it, however often it changes', async () => {
    await write(bulletin(FIRST))
    const quote = quoted(FIRST)
    await write(bulletin(`Twelve boats came on Tuesday.\n\n${FIRST}`))
    expect(await read({ quote })).toMatchObject({
      quote: { state: 'moved', found: { text: FIRST } },
    })
  })

  it('finds each of its versions, whatever was written in them', async () => {
    const sentence = fc
      .array(fc.constantFrom('wells', 'Oss', 'été', '水', '“dry”', '12', 'naïve'), {
        minLength: 3,
        maxLength: 8,
      })
      .map((words) => `The board said ${words.join(' ')} again.`)
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(sentence, { minLength: 2, maxLength: 4 }), async (all) => {
        const quotes = []
        for (const words of all) {
          await write(bulletin(words))
          quotes.push({ words, quote: quoted(words) })
        }
        for (const { words, quote } of quotes.slice(0, -1)) {
          const { quote: found } = await read({ quote })
          expect(found?.found?.text).toBe(words)
        }
      }),
      { numRuns: 8 },
    )
  })
})

describe('versions', () => {
  it('are read by themselves, and not told to whoever asks for another document’s', async () => {
    await write(bulletin(FIRST))
    const hash = library.corpus.documents.get('bulletin.md')?.hash ?? ''
    await write(bulletin(SECOND))
    expect(textOf(await read({ version: hash.slice(0, 12) }))).toContain(FIRST)
    await expect(read({ version: 'f'.repeat(12) })).rejects.toMatchObject({ code: 'documents' })
    await expect(
      readDocument(library.corpus, { kind: 'read', document: 'other.md', version: hash }, library),
    ).rejects.toMatchObject({ code: 'documents' })
  })

  it.each([
    ['forget', (store: Store) => forget('bulletin.md', library, store)],
    ['forget --before', (store: Store) => forgetBefore(new Date('2024-06-01'), library, store)],
    [
      'the file’s end',
      () => Promise.resolve(rmSync(join(root, 'bulletin.md'))).then(() => library.refresh()),
    ],
  ])('are gone with %s', async (_, done) => {
    await write(bulletin(FIRST))
    const hash = library.corpus.documents.get('bulletin.md')?.hash ?? ''
    await write(bulletin(SECOND))
    expect(isKept(hash)).toBe(true)
    const body = bodyOf(hash)
    expect(body.length).toBeGreaterThan(100)
    const store = sqliteStore(':memory:')
    await done(store)
    expect(isKept(hash)).toBe(false)
    await library.close()
    // Nor in what SQLite has not written over yet.
    for (const name of readdirSync(join(root, 'data')))
      expect([name, readFileSync(join(root, 'data', name)).includes(body)]).toEqual([name, false])
    library = await open()
    expect(library.versions('bulletin.md')).toEqual([])
  })

  it('are linked, and the page of a quote says from when it is', async () => {
    await write(bulletin(FIRST))
    const { start, end } = quoted(FIRST)
    const found: Pick<Quote, 'start' | 'end' | 'text'> = { start, end, text: FIRST }
    await write(bulletin(SECOND))
    const desk = await openDesk({}, { library })
    const path = readerPath('bulletin.md', found)
    const html = await (await desk.get(path)).text()
    expect(html).toMatch(/<mark id="quote"[^>]*>.*In Kelani/u)
    expect(html).toContain('This is how it read until')
    expect(html).toContain('2024-05-03')
    const link = /href="(\/documents\/bulletin\.md\?version=[0-9a-f]{12})"/u.exec(html)?.[1] ?? ''
    const version = await (await desk.get(link)).text()
    expect(version).toContain('17')
    expect(version).not.toContain('taken their count back')
    expect((await desk.get(`${link}0`)).status).toBe(404)
    const french = await (await desk.get(`${path.replace('#quote', '')}&lang=fr`)).text()
    expect(french).toContain('Voici ce qu’il disait jusqu’au')
    await desk.adapter.stop()
  })
})
