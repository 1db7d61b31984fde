import { expect, it } from 'vitest'
import { Posts } from '../../../adapters/web/posts.ts'
import { sqliteStore } from '../../../src/store/sqlite/store.ts'

const DAY = 86_400_000

it('posts that are listed can be read, and none is listed that is forgotten', async () => {
  let now = Date.parse('2025-11-20T12:00:00Z')
  const clock = () => new Date(now)
  const store = sqliteStore(':memory:', clock)
  const posts = new Posts(store.memory, clock)
  const reply = { kind: 'notice' as const, text: ['Seven wells.'] }
  for (let day = 0; day < 45; day++) {
    await posts.add('web:desk', reply, `daily ${day}`)
    await store.memory.keep('of another', day)
    for (const { id } of await posts.list('web:desk'))
      expect(await posts.get(id, 'web:desk')).toMatchObject({ reply })
    now += DAY
  }
  expect(await posts.list('web:desk')).toHaveLength(30)
  await store.close()
})
