/** A short part of each check of `npm run soak -- data`. */
import { expect, it } from 'vitest'
import { backedUp } from './support/kept/backups.ts'
import { damaged } from './support/kept/damages.ts'
import { filled, whyNoDisks } from './support/kept/disks.ts'
import { linked } from './support/kept/links.ts'
import { history } from './support/kept/shared-folder.ts'

const MINUTES = 60_000

it.each([1, 2])(
  'several processes on one data folder lose nothing and tell the truth: history %i',
  async (seed) => {
    const { faults, ran } = await history(seed)
    expect(faults).toEqual([])
    expect(ran).toBeGreaterThan(3)
  },
  4 * MINUTES,
)

it.each([1, 2, 3, 4, 5, 6])(
  'a damaged file is kept aside, and the answers stay: damage %i',
  async (seed) => expect(await damaged(seed)).toEqual([]),
  2 * MINUTES,
)

it.each([1, 2])(
  'nothing is read through a link out of its folder: links %i',
  async (seed) => expect(await linked(seed)).toEqual([]),
  MINUTES,
)

it(
  'a backup made while others write is put back whole',
  async () => expect(await backedUp(1)).toEqual([]),
  2 * MINUTES,
)

it('a full disk is named, and what is there answers', { timeout: 2 * MINUTES }, async (context) => {
  const why = whyNoDisks()
  if (why !== undefined) {
    process.stdout.write(`skipped: ${why}\n`)
    context.skip(why)
  }
  expect(await filled(2)).toEqual([])
})
