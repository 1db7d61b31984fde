/** Posts through the adapters and the wire, by a process that is killed at any moment. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { killedPosts, wireOf } from '../support/schedule-kills.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'verbatim-killed-'))))
afterEach(() => rmSync(folder, { recursive: true }))

describe.each(['slack', 'discord'] as const)('on %s', (name) => {
  it('no post is lost, doubled or of an end that nobody says', async () => {
    const path = join(folder, 'store.sqlite')
    const wire = await wireOf(name, path)
    try {
      const { due, ...failures } = await killedPosts(path, wire, 10, 1)
      expect(due).toBeGreaterThan(5)
      expect(failures).toEqual({ lost: 0, doubled: 0, unflagged: 0 })
    } finally {
      await wire.close()
    }
  }, 60_000)
})
