/** Posts through the adapters and the wire, by a process that is killed at any moment. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { killedPosts } from '../support/schedule-kills.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'verbatim-killed-'))))
afterEach(() => rmSync(folder, { recursive: true }))

describe.each(['slack', 'discord'] as const)('on %s', (name) => {
  it('no post is lost, doubled or of an end that nobody says', async () => {
    const path = join(folder, 'store.sqlite')
    const { due, messages, lost, doubled, unflagged } = await killedPosts(name, path, 6, 1)
    expect(due).toBeGreaterThan(3)
    expect(messages).toBeGreaterThan(3)
    expect({ lost, doubled, unflagged }).toEqual({ lost: 0, doubled: 0, unflagged: 0 })
  }, 60_000)
})
