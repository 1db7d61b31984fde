import { expect, it } from 'vitest'
import { changeToken, tokenLines } from '../src/app/token-command.ts'
import { sqliteStore } from '../src/store/sqlite/store.ts'

const ALL = ['default', 'wells', 'weirs']

it('a token that is renewed sees what the one before saw, unless told otherwise', async () => {
  const store = sqliteStore(':memory:')
  const lines = async (): Promise<string> => (await tokenLines(store)).join('\n')
  await changeToken('paris', { sets: ['wells'] }, store, ALL)
  const [told] = await changeToken('paris', {}, store, ALL)
  expect(told).toContain('paris sees wells.')
  expect(await lines()).toContain('paris: wells ·')
  await changeToken('paris', { sets: ['weirs'] }, store, ALL)
  expect(await lines()).toContain('paris: weirs ·')
  await changeToken('paris', { revoke: true }, store, ALL)
  await changeToken('paris', {}, store, ALL)
  expect(await lines()).toContain('paris: default ·')
  await store.close()
})
