import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sqliteStore } from '../src/store/sqlite/store.ts'
import { STORE_TABLES } from '../src/store/sqlite/tables.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-store-'))
  path = join(folder, 'verbatim.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const gap = {
  at: '2024-01-01T08:00:00.000Z',
  platform: 'slack',
  channel: 'C1',
  question: 'Who mended the weir?',
  reason: 'The documents do not say.',
}

describe('a store from before gaps had a workspace', () => {
  beforeEach(() => {
    const database = new DatabaseSync(path)
    database.exec(`
      CREATE TABLE gaps (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        platform TEXT NOT NULL,
        channel TEXT NOT NULL,
        question TEXT NOT NULL,
        reason TEXT NOT NULL,
        nearest TEXT
      ) STRICT;
      INSERT INTO gaps (at, platform, channel, question, reason, nearest) VALUES
        ('${gap.at}', 'slack', 'C1', '${gap.question}', '${gap.reason}',
         '{"document":"weir.md","text":"The weir broke."}');
    `)
    database.close()
  })

  it('shows its gaps to nobody, for nobody knows who asked aloud, and takes new ones', async () => {
    const fresh = { ...gap, channel: 'C2', question: 'Who paid for it?' }
    const first = sqliteStore(path)
    expect(await first.gaps.list(10)).toEqual([])
    await first.gaps.add({ ...fresh, workspace: 'T1' })
    await first.close()
    const again = sqliteStore(path)
    expect(await again.gaps.list(10)).toEqual([fresh])
    expect(await again.gaps.of({ platform: 'slack', channel: 'C1' }, new Date(0), 10)).toEqual([])
    const place = { platform: 'slack', workspace: 'T1' }
    expect(await again.gaps.in({ ...place, channel: 'D1' }, 10)).toEqual([fresh])
    await again.close()
  })

  it('can be open twice', async () => {
    const [one, other] = [sqliteStore(path), sqliteStore(path)]
    await one.gaps.add({ ...gap, workspace: 'T1' })
    expect(await other.gaps.in({ platform: 'slack', workspace: 'T1', channel: 'D1' }, 10)).toEqual([
      gap,
    ])
    await one.close()
    await other.close()
  })
})

describe('a store of an older version', () => {
  it.each(STORE_TABLES.migrations.map((_, steps) => steps + 1))(
    'of %i steps keeps sets, schedules and posts',
    async (steps) => {
      const database = new DatabaseSync(path)
      for (const step of STORE_TABLES.migrations.slice(0, steps)) step(database)
      database.exec(`
        INSERT INTO scopes VALUES ('slack:C1', '["sahel"]');
        INSERT INTO schedules (destination, pattern, quiet, since, configured)
          VALUES ('slack:C1', 'daily 08:00 UTC', 0, 1, 0);
        INSERT INTO posts (destination, schedule, date, state, due, lease, at)
          VALUES ('slack:C1', 1, '2024-03-02', 'sent', 5, 0, 5);
        PRAGMA user_version = ${steps};
      `)
      database.close()
      const store = sqliteStore(path)
      expect(await store.lost()).toBeUndefined()
      expect(await store.scopes.of('slack:C1')).toEqual(['sahel'])
      expect(await store.schedules.list()).toHaveLength(1)
      const slot = { destination: 'slack:C1', schedule: 1, date: '2024-03-02' }
      expect(await store.posts.get(slot)).toMatchObject({ state: 'sent' })
      await store.close()
    },
  )
})
