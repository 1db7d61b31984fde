import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Manifest } from '../../../index/library/manifest.ts'
import { MANIFEST_TABLES } from '../../../index/library/manifest-tables.ts'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-manifest-'))
  path = join(folder, 'library.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A manifest as the program of so many steps left it. */
function older(steps: number, rows: string): void {
  const database = new DatabaseSync(path)
  for (const step of MANIFEST_TABLES.migrations.slice(0, steps)) step(database)
  database.exec(rows)
  database.exec(`PRAGMA user_version = ${steps}`)
  database.close()
}

const file = (source: string, name: string, documents: string): string =>
  `INSERT INTO files (source, name, stamp, hash, reader, documents, notes) VALUES ('${source}', '${name}', 's', 'h', 'r', '${documents}', '["a note"]');`

describe('a manifest of an older version', () => {
  it('keeps its sources, files and documents; what had one name twice is read again', () => {
    const one = '[{"own":"a.md","id":"a.md"}]'
    older(
      1,
      `INSERT INTO sources VALUES ('/one', 'default'), ('/two', 'sahel');
       ${file('/one', 'a.md', one)} ${file('/two', 'a.md', one)}
       ${file('/one', 'b.md', '[{"own":"b.md","id":"b.md"}]')} ${file('/one', 'c.md', '{nonsense')}
       ${file('/two', 'd.md', '[{"own":"d.md"}]')}`,
    )
    const manifest = new Manifest(path)
    expect(manifest.notice).toBeUndefined()
    expect(manifest.sources()).toEqual([
      { location: '/one', set: 'default' },
      { location: '/two', set: 'sahel' },
    ])
    expect([...manifest.files('/one').values()]).toMatchObject([
      { name: 'b.md', documents: [{ own: 'b.md', id: 'b.md' }], notes: ['a note'] },
    ])
    expect(manifest.files('/two').size).toBe(0)
    expect(manifest.answers).toBe(true)
    manifest.close()
  })

  it('knows which sources were ever read', () => {
    older(2, "INSERT INTO sources VALUES ('/one', 'default')")
    const manifest = new Manifest(path)
    expect(manifest.answers).toBe(false)
    manifest.close()
  })
})

describe('a manifest', () => {
  const record = (source: string, name: string, id: string) => ({
    source,
    name,
    stamp: 's',
    hash: 'h',
    reader: 'r',
    notes: [],
    documents: [{ own: name, id }],
  })

  it('gives an id to one document only', () => {
    const manifest = new Manifest(path)
    manifest.saveFiles([record('/one', 'a.md', 'a.md')])
    expect(() => manifest.saveFiles([record('/two', 'a.md', 'a.md')])).toThrow('UNIQUE')
    manifest.forgetSource('/one')
    manifest.saveFiles([record('/two', 'a.md', 'a.md')])
    expect(manifest.hasDocument('a.md')).toBe(true)
    manifest.close()
  })

  it('passes over rows that cannot be read', () => {
    const manifest = new Manifest(path)
    manifest.noteDocument('a.md', 'h', 5)
    const database = new DatabaseSync(path)
    database.exec(
      "UPDATE changes SET state = 'odd'; INSERT INTO pages VALUES ('https://a.example', '{')",
    )
    database.close()
    expect(manifest.changes(0)).toEqual([])
    expect(manifest.noteDocument('a.md', 'other', 9)).toMatchObject({ state: 'new' })
    expect(manifest.page('https://a.example')).toBeUndefined()
    manifest.close()
  })

  it('keeps its sources through the loss of its database', () => {
    const first = new Manifest(path)
    first.addSource({ location: '/one', set: 'sahel' })
    first.saveFiles([record('/one', 'a.md', 'a.md')])
    first.close()
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
    const again = new Manifest(path)
    expect(again.sources()).toEqual([{ location: '/one', set: 'sahel' }])
    expect(again.answers).toBe(true)
    again.close()
  })
})
