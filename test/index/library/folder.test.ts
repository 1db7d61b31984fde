import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Fetcher } from '../../../index/fetch/fetcher.ts'
import { Library } from '../../../index/library/library.ts'
import type { RefreshOptions } from '../../../index/library/refresher.ts'
import { LibraryError, type LoadProgress, openFolder } from '../../../index/library/folder.ts'
import { Parser } from '../../../index/parsing/parser.ts'

const LIMIT = 1_000_000
const TEXT = 'The wells of the town are dry.'

let outside = ''
let folder = ''
beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'verbatim-library-'))
  folder = join(outside, 'documents')
  mkdirSync(folder)
})
afterEach(() => rmSync(outside, { recursive: true, force: true }))

const write = (name: string, content: string | Uint8Array = TEXT): string => {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

let parser: Parser
beforeAll(() => {
  parser = new Parser({ processes: 1 })
})
afterAll(() => parser.close())

async function withLibrary<T>(use: (library: Library) => Promise<T>): Promise<T> {
  const fetcher = new Fetcher({ allow: [], maxBytes: LIMIT })
  const library = await Library.open({
    data: join(outside, 'data'),
    name: 'library',
    sources: [{ location: folder, set: 'default' }],
    parser,
    fetcher,
    maxFileBytes: LIMIT,
    pollSeconds: 3600,
  })
  try {
    return await use(library)
  } finally {
    await library.close()
    await fetcher.close()
  }
}

/** What a library of the folder holds, and how its documents read. */
const load = (options: RefreshOptions = {}) =>
  withLibrary(async (library) => {
    await library.refresh(options)
    return {
      ids: [...library.corpus.documents.keys()],
      texts: [...library.corpus.documents.values()].map(({ text }) => text),
      problems: library.problems.map(({ name, message }) => `${name}: ${message}`),
    }
  })

describe('a folder that cannot be read', () => {
  it.each([
    ['missing', () => join(folder, 'nowhere'), 'does not exist; check the path'],
    ['a file', () => write('note.txt'), 'is a file; give the folder it is in'],
    ['below a file', () => join(write('note.txt'), 'x'), 'is not a folder; check the path'],
  ])('is an error when %s', async (_name, path, message) => {
    const given = path()
    await expect(openFolder(given)).rejects.toThrow(new LibraryError(`${given} ${message}`))
  })

  it('is a problem when empty, or of nothing that is read', async () => {
    const problems = [expect.stringMatching(/: no document in it; put files there/u)]
    expect(await load()).toMatchObject({ ids: [], problems })
    write('.hidden.txt')
    expect(await load()).toMatchObject({ ids: [], problems })
  })
})

describe('files', () => {
  it('are found in nested folders, in the order of their names, hidden ones left out', async () => {
    for (const name of ['b.txt', 'a.md', 'c/d/e.TXT', 'c/a.markdown', '.git/x.txt', 'c/.x.txt'])
      write(name)
    expect(await load()).toMatchObject({
      ids: ['a.md', 'b.txt', 'c/a.markdown', 'c/d/e.TXT'],
      problems: [],
    })
  })

  it.each([
    ['nothing in it', 'a.txt', '', 'empty'],
    [
      'blanks in it',
      'a.txt',
      ' \n',
      'holds no text that can be quoted; open it to see why, or leave it out',
    ],
    [
      'furniture in it',
      'a.txt',
      'Share Tweet Email',
      'holds no text that can be quoted; open it to see why, or leave it out',
    ],
    [
      'binary data',
      'a.txt',
      '\u0000\u0001\u0002',
      'a binary file, not text; convert it to text or Markdown',
    ],
    [
      'too much in it',
      'a.txt',
      'x'.repeat(1_500_000),
      '1.5 MB is over the limit of 1 MB; split it or raise max_file_megabytes',
    ],
  ])('with %s are problems, and the others are read', async (_name, name, content, reason) => {
    write(name, content)
    write('z.txt')
    expect(await load()).toMatchObject({
      ids: ['z.txt'],
      problems: [`${name}: skipped: ${reason}`],
    })
  })

  it('are read by what is in them, whatever they are called', async () => {
    write('README')
    write('page.dat', `<!doctype html><title>Wells</title><p>${TEXT}</p>`)
    expect(await load()).toMatchObject({ ids: ['README', 'page.dat'], texts: [TEXT, TEXT] })
  })

  it('of 200 MB are not even opened', async () => {
    truncateSync(write('huge.txt'), 200_000_000)
    expect((await load()).problems[0]).toMatch(/^huge\.txt: skipped: 200 MB is over the limit/u)
  })

  it('that are not UTF-8 are read, and the reader told', async () => {
    write(
      'latin.txt',
      Uint8Array.from('Le préfet était là, et le puits à sec.', (one) => one.charCodeAt(0)),
    )
    expect(await load()).toMatchObject({
      texts: ['Le préfet était là, et le puits à sec.'],
      problems: ['latin.txt: not UTF-8, read as windows-1252'],
    })
  })

  it('with wrong front matter are read, and the reader told', async () => {
    write('a.md', `---\ndate: soon\n---\n${TEXT}`)
    expect(await load()).toMatchObject({
      ids: ['a.md'],
      problems: [
        'a.md: front matter: `date`: write it as 2022-06-01, 2022-06 or 2022; it was left out',
      ],
    })
  })

  it('with one id are both kept', async () => {
    write('a.md', `---\nid: wells\n---\n${TEXT}`)
    write('b.md', `---\nid: wells\n---\n${TEXT}`)
    write('c.md', `---\nid: b.md\n---\n${TEXT}`)
    expect(await load()).toMatchObject({
      ids: ['wells', 'b.md', 'c.md'],
      problems: [
        'b.md: its name “wells” is taken by another document; kept as “b.md”',
        'c.md: its name “b.md” is taken by another document; kept as “c.md”',
      ],
    })
  })

  it('that may not be read are problems', async (context) => {
    if (process.getuid?.() === 0) context.skip('root reads every file')
    chmodSync(write('a.txt'), 0)
    write('z.txt')
    expect(await load()).toMatchObject({
      ids: ['z.txt'],
      problems: ['a.txt: skipped: it cannot be read; check its permissions'],
    })
  })
})

describe('links', () => {
  it('out of the folder, to nothing and to themselves are problems; inside they are read once', async () => {
    writeFileSync(join(outside, 'secret.txt'), TEXT)
    write('real.txt')
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'out.txt'))
    symlinkSync(outside, join(folder, 'up'))
    symlinkSync('nowhere.txt', join(folder, 'dangling.txt'))
    symlinkSync('loop.txt', join(folder, 'loop.txt'))
    symlinkSync('real.txt', join(folder, 'inside.txt'))
    symlinkSync('.', join(folder, 'self'))
    const { ids, problems } = await load()
    expect(ids).toEqual(['real.txt'])
    expect(problems.toSorted()).toEqual([
      'dangling.txt: skipped: a link to nothing',
      'loop.txt: skipped: a link to nothing',
      'out.txt: skipped: a link out of the folder; copy the file in',
      'up: skipped: a link out of the folder; copy the file in',
    ])
  })

  it('into a hidden folder are read: so mounted volumes keep their files', async () => {
    write('..2024/a.txt')
    symlinkSync('..2024', join(folder, '..data'))
    symlinkSync('..data/a.txt', join(folder, 'a.txt'))
    expect(await load()).toMatchObject({ ids: ['a.txt'], problems: [] })
  })
})

describe('while loading', () => {
  it('progress is told', async () => {
    write('a.txt')
    write('b.txt')
    const seen: LoadProgress[] = []
    await load({ onProgress: (progress) => seen.push(progress) })
    expect(seen).toEqual([
      { done: 0, total: 2, name: 'a.txt' },
      { done: 1, total: 2, name: 'b.txt' },
      { done: 2, total: 2, name: '' },
    ])
  })

  it('can be called off', async () => {
    write('a.txt')
    write('b.txt')
    const controller = new AbortController()
    const loading = load({
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('called off')),
    })
    await expect(loading).rejects.toThrow('called off')
  })
})
