/** What is kept through damage, other processes, backups and requests to forget: the real program. */
import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { sqliteStore } from '../src/store/sqlite/store.ts'

const MAIN = resolve(import.meta.dirname, '../src/start.js')

let home = ''
let data = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'verbatim-kept-'))
  data = join(home, 'data')
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

interface Ran {
  readonly code: number
  readonly out: string
  readonly error: string
}

function run(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [MAIN, ...words],
      { cwd: home, env: { ...process.env, VERBATIM_DATA: data, ...env }, timeout: 50_000 },
      (error, out, complaint) =>
        done({ code: typeof error?.code === 'number' ? error.code : 0, out, error: complaint }),
    )
  })
}

/** A folder of files of the same names as another's, each with a town's own sentence. */
function folderOf(town: string, count: number): string {
  const folder = join(home, town)
  mkdirSync(folder)
  for (let at = 0; at < count; at++)
    writeFileSync(
      join(folder, `note-${at}.txt`),
      `The mayor of ${town} opened bridge number ${at + 11} on a rainy Monday.\n`,
    )
  return folder
}

async function documents(): Promise<number> {
  const { out } = await run(['sources', '--json'])
  return z.object({ documents: z.array(z.unknown()) }).parse(JSON.parse(out)).documents.length
}

const ask = async (town: string): Promise<string> =>
  (await run(['ask', `Which bridge did the mayor of ${town} open on a rainy Monday?`])).out

describe('a data folder', () => {
  it('loses nothing to two that add at once, files of the same names', async () => {
    const [one, other] = [folderOf('Alport', 12), folderOf('Besko', 12)]
    const [first, second] = await Promise.all([run(['add', one]), run(['add', other])])
    expect([first.code, second.code]).toEqual([0, 0])
    expect(first.out + second.out).toMatch(/12 read[^]*12 read/u)
    expect(await documents()).toBe(24)
    expect(await ask('Alport')).toContain('Alport')
    expect(await ask('Besko')).toContain('Besko')
    expect((await run(['refresh'])).out).toContain('0 read, 24 unchanged')
  })

  it.each(['library.sqlite', 'verbatim.sqlite', 'library.index'])(
    'answers the same after %s was damaged, and says so',
    async (name) => {
      await run(['add', folderOf('Alport', 3)])
      const before = await ask('Alport')
      expect(before).toContain('Alport')
      for (const each of readdirSync(data))
        if (each.startsWith(name)) rmSync(join(data, each), { recursive: true })
      writeFileSync(join(data, name), 'garbage'.repeat(2000))
      const { code, out, error } = await run([
        'ask',
        'Which bridge did the mayor of Alport open on a rainy Monday?',
      ])
      expect([code, out]).toEqual([0, before])
      expect(error).toMatch(/damaged|lost/u)
      expect(error).not.toContain('Unexpected')
      expect(await ask('Alport')).toBe(before)
    },
  )

  it('goes on answering from the bundled documents when what was added cannot be read', async () => {
    const refused = await run(['add', 'http://127.0.0.1:9/nothing'])
    expect(refused.code).not.toBe(0)
    const { code, out } = await run(['ask', 'How many people were killed in Moura?'])
    expect(code).toBe(0)
    expect(out).toContain('Moura')
  })

  it('quotes nothing that a link leads to out of its folder', async () => {
    const folder = folderOf('Alport', 1)
    writeFileSync(join(home, 'secret.txt'), 'The treasure of Cardew lies under the old mill.\n')
    symlinkSync(join(home, 'secret.txt'), join(folder, 'b.txt'))
    await run(['add', folder])
    expect(await documents()).toBe(1)
    expect((await run(['sources'])).out).toContain('a link out of the folder')
  })

  it('quotes nothing that a link in the place of a single file leads to', async () => {
    const folder = folderOf('Alport', 1)
    writeFileSync(join(home, 'secret.txt'), 'The treasure of Cardew lies under the old mill.\n')
    const file = join(folder, 'note-0.txt')
    symlinkSync(file, join(home, 'on-purpose.txt'))
    expect((await run(['add', join(home, 'on-purpose.txt')])).out).toContain('1 read')
    rmSync(file)
    symlinkSync(join(home, 'secret.txt'), file)
    await run(['refresh'])
    expect((await run(['ask', 'Where does the treasure of Cardew lie?'])).out).not.toContain('mill')
    expect((await run(['sources'])).out.replace(/\s+/gu, ' ')).toContain(
      'a link; add the file that',
    )
    expect((await run(['remove', file])).code).toBe(0)
  })

  it('keeps a damaged index aside and uses the one before, which stays good', async () => {
    await run(['add', folderOf('Alport', 3)])
    await run(['add', folderOf('Besko', 3)])
    const before = await ask('Alport')
    writeFileSync(join(data, 'library.index'), 'garbage'.repeat(2000))
    const { out, error } = await run([
      'ask',
      'Which bridge did the mayor of Alport open on a rainy Monday?',
    ])
    expect([out, error]).toEqual([
      before,
      expect.stringMatching(/kept as library\.index\.damaged-/u),
    ])
    expect(await documents()).toBe(6)
    const kept = readdirSync(data).filter((name) => name.startsWith('library.index'))
    const garbage = kept.filter((name) => readFileSync(join(data, name)).includes('garbagegarbage'))
    expect(garbage).toEqual([expect.stringContaining('damaged')])
  })

  it('answers from what was added, not from the bundled documents, while that is read again', async () => {
    await run(['add', folderOf('Alport', 2)])
    writeFileSync(join(data, 'library.sqlite'), 'garbage'.repeat(2000))
    for (const name of readdirSync(data))
      if (/index|-wal|-shm/u.test(name)) rmSync(join(data, name))
    expect((await run(['ask', 'How many people were killed in Moura?'])).code).toBe(3)
    expect(await documents()).toBe(2)
  })

  it('calls a document what a person says, however often it is read, until they take it back', async () => {
    const folder = folderOf('Alport', 1)
    await run(['add', folder])
    const said = await run(['describe', 'note-0.txt', 'title=The Old Mill', 'date=2021-06'])
    expect(said.out).toContain('title: The Old Mill\n')
    writeFileSync(join(folder, 'note-0.txt'), 'The new mill of Alport was opened in May 2021.\n')
    expect((await run(['refresh'])).out).toContain('1 updated')
    expect((await run(['ask', 'When was the new mill of Alport opened?'])).out).toMatch(
      /The Old Mill · 2021-06/u,
    )
    const back = await run(['describe', 'note-0.txt', 'title='])
    expect(back.out).toMatch(/title: note-0 \(inferred\)\n.*\ndate: 2021-06/u)
    expect((await run(['audit'])).out).toContain('describe')
  })

  it.each([
    [['note-0.txt', 'colour=red'], 'write title='],
    [['note-0.txt', 'date=2021-13'], 'date: write it as'],
    [['nowhere.txt', 'title=Mill'], 'no document is called'],
  ])('names what it cannot be called: %j', async (given, why) => {
    await run(['add', folderOf('Alport', 1)])
    const { code, error } = await run(['describe', ...given])
    expect([code === 0, error.replace(/\s+/gu, ' ')]).toEqual([false, expect.stringContaining(why)])
  })

  it('is put back from a backup elsewhere, and answers the same', async () => {
    await run(['add', folderOf('Alport', 3)])
    const store = sqliteStore(join(data, 'verbatim.sqlite'))
    await store.scopes.assign('slack:C1', ['sahel'])
    await store.close()
    const before = await ask('Alport')
    const file = join(home, 'all.backup')
    expect((await run(['backup', file])).code).toBe(0)
    expect((await run(['restore', file])).code).toBe(2)
    data = join(home, 'other')
    expect((await run(['restore', file])).code).toBe(0)
    expect(await ask('Alport')).toBe(before)
    const back = sqliteStore(join(data, 'verbatim.sqlite'))
    expect(await back.scopes.of('slack:C1')).toEqual(['sahel'])
    expect((await back.posts.settled()).getTime()).toBeGreaterThan(0)
    await back.close()
    writeFileSync(file, readFileSync(file).subarray(0, 9000))
    data = join(home, 'third')
    expect(await run(['restore', file])).toMatchObject({
      code: 2,
      error: expect.stringContaining('no whole backup'),
    })
  })

  it('has no trace of a document that was forgotten with its source', async () => {
    const folder = folderOf('Alport', 2)
    await run(['add', folder])
    rmSync(join(folder, 'note-1.txt'))
    const { code, out } = await run(['forget', 'note-1.txt'])
    expect([code, out]).toEqual([0, expect.stringContaining('documents: 1 forgotten')])
    for (const name of readdirSync(data))
      expect(readFileSync(join(data, name)).includes('bridge number 12')).toBe(false)
    expect((await run(['audit'])).out).toContain('forget')
    expect((await run(['forget', 'slack:U404'])).out).toContain('Nothing was kept of that.')
  })

  it('has no trace of a document that was gone before it was forgotten', async () => {
    const folder = folderOf('Alport', 2)
    await run(['add', folder])
    rmSync(join(folder, 'note-1.txt'))
    await run(['refresh'])
    await run(['forget', 'note-1.txt'])
    for (const name of readdirSync(data))
      expect(readFileSync(join(data, name)).includes('bridge number 12')).toBe(false)
  })

  it.each(['deleted', 'cut to nothing'])(
    'knows its sources when their list was %s',
    async (how) => {
      await run(['add', folderOf('Alport', 2)])
      const before = await ask('Alport')
      for (const name of readdirSync(data))
        if (name.startsWith('library.sqlite')) rmSync(join(data, name))
      if (how === 'cut to nothing') writeFileSync(join(data, 'library.sqlite'), '')
      expect(await ask('Alport')).toBe(before)
      expect(await documents()).toBe(2)
    },
  )

  it('keeps no old version of a page that changes, and none at all once it is removed', async () => {
    let version = 0
    const server = createServer((_request, response) => {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<html><body><article><p>${sentence(version)}</p></article></body></html>`)
    })
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done)
    })
    const bound = server.address()
    const host = `127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`
    const page = `http://${host}/harbour.html`
    writeFileSync(join(home, 'verbatim.yaml'), `allow: ['${host}']\n`)
    try {
      expect((await run(['add', page])).out).toContain('1 read')
      for (version = 1; version < 6; version++)
        expect((await run(['refresh'])).out).toContain('1 updated')
      version = 5
      expect((await run(['ask', 'Where did the ferry of harbour lie at anchor?'])).out).toContain(
        sentence(5),
      )
      // The last but one is in the index before, which is there for when this one is damaged.
      expect([0, 1, 2, 3, 4, 5].filter((number) => isKept(sentence(number)))).toEqual([4, 5])
      expect((await run(['remove', page])).code).toBe(0)
      expect([0, 1, 2, 3, 4, 5].filter((number) => isKept(sentence(number)))).toEqual([])
    } finally {
      server.close()
    }
  })

  const sentence = (number: number): string =>
    `The ferry of the harbour lay at anchor off pier ${number * 7 + 100} all night.`

  /** Whether any file of the data folder holds this text. */
  function isKept(text: string): boolean {
    return readdirSync(data, { recursive: true, withFileTypes: true }).some(
      (entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(text),
    )
  }

  it('that cannot be one is named, with what to do', async () => {
    writeFileSync(join(home, 'file'), '')
    for (const wrong of [join(home, 'file'), '/dev/null', '/proc/nope'])
      expect(await run(['ask', 'river'], { VERBATIM_DATA: wrong })).toMatchObject({
        code: 2,
        error: expect.stringContaining('name another'),
      })
  })
})

describe('a store whose settings were lost', () => {
  it('says so until it is reset on purpose', async () => {
    mkdirSync(data)
    const path = join(data, 'verbatim.sqlite')
    const first = sqliteStore(path)
    await first.scopes.assign('slack:C1', ['sahel'])
    await first.close()
    for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true })
    writeFileSync(path, 'garbage'.repeat(3000))
    const damaged = sqliteStore(path)
    expect(await damaged.lost()).toContain('damaged')
    await damaged.close()
    const again = sqliteStore(path)
    expect(await again.lost()).toContain('damaged')
    expect(await again.reset()).toBe(true)
    expect(await again.lost()).toBeUndefined()
    expect(await again.reset()).toBe(false)
    await again.close()
  })

  it.each(['deleted', 'emptied', 'cut to a byte'])('says so when it was %s', async (how) => {
    mkdirSync(data)
    const path = join(data, 'verbatim.sqlite')
    await sqliteStore(path).close()
    for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true })
    if (how === 'deleted') rmSync(path)
    else writeFileSync(path, how === 'emptied' ? '' : 'x')
    const store = sqliteStore(path)
    expect(await store.lost()).toBeDefined()
    const settled = await store.posts.settled()
    expect(await store.reset()).toBe(true)
    // What was due until then may have been posted.
    expect((await store.posts.settled()).getTime()).toBeGreaterThan(settled.getTime())
    await store.close()
  })

  it('keeps the log of admin actions from changes', async () => {
    const store = sqliteStore(join(data, 'verbatim.sqlite'))
    await store.audit.add({
      at: '2024-01-01T08:00:00.000Z',
      place: 'cli',
      user: 'me',
      action: 'reset',
    })
    await store.close()
    const database = new DatabaseSync(join(data, 'verbatim.sqlite'))
    for (const change of ['DELETE FROM audit', "UPDATE audit SET user = 'you'"])
      expect(() => database.exec(change)).toThrow('only added to')
    database.close()
  })

  it('shows nothing where the sets of a channel cannot be read', async () => {
    const path = join(data, 'verbatim.sqlite')
    const store = sqliteStore(path)
    await store.scopes.assign('slack:C1', ['sahel'])
    const database = new DatabaseSync(path)
    database.exec("UPDATE scopes SET sets = '[nonsense'")
    database.close()
    await expect(store.scopes.of('slack:C1')).rejects.toThrow('My settings cannot be read')
    await store.close()
  })

  it('forgets a person and nobody whose name only begins so', async () => {
    const store = sqliteStore(':memory:')
    const turn = { question: 'Who?', context: [], shown: 1, quotes: [] }
    await store.conversations.save('slack:C1:U1', turn, new Date())
    await store.conversations.save('slack:C1:U12', turn, new Date())
    await store.memory.keep('slack/reply/a', { user: 'U12' })
    expect(await store.forgetAbout('slack:U1')).toEqual(new Map([['conversations', 1]]))
    expect(await store.conversations.last('slack:C1:U12', new Date(0))).toBeDefined()
    expect(await store.memory.recall('slack/reply/a')).toEqual({ user: 'U12' })
    await store.close()
  })

  it('forgets what a person watches, and nobody else’s', async () => {
    const store = sqliteStore(':memory:')
    const watch = { search: 'ferry', quiet: false }
    await store.schedules.add({ ...watch, destination: 'slack:D1', owner: 'U1' })
    await store.schedules.add({ ...watch, destination: 'discord:7', owner: 'U1' })
    await store.schedules.add({ ...watch, destination: 'slack:D2', owner: 'U12' })
    expect(await store.forgetAbout('slack:U1')).toEqual(new Map([['watches', 1]]))
    expect((await store.schedules.list()).map(({ destination }) => destination)).toEqual([
      'discord:7',
      'slack:D2',
    ])
    await store.close()
  })

  it('forgets a person, and what is older than a day', async () => {
    const store = sqliteStore(':memory:')
    const gap = { platform: 'slack', channel: 'C1', reason: 'No.' }
    await store.gaps.add({ ...gap, at: '2024-01-01T08:00:00.000Z', question: 'Old?', user: 'U1' })
    await store.gaps.add({ ...gap, at: '2025-01-01T08:00:00.000Z', question: 'New?', user: 'U2' })
    expect((await store.forgetAbout('discord:U2')).size).toBe(0)
    expect((await store.forgetAbout('slack:U2')).get('unanswered questions')).toBe(1)
    const older = await store.forgetOlder(new Date('2024-06-01'))
    expect(older.get('unanswered questions')).toBe(1)
    expect(await store.gaps.list(10)).toEqual([])
    await store.close()
  })
})
