import { expect, it } from 'vitest'
import { history } from './support/shared-folder.ts'

it.each([1, 2])(
  'several processes on one data folder lose nothing and tell the truth: history %i',
  async (seed) => {
    const { faults, ran } = await history(seed)
    expect(faults).toEqual([])
    expect(ran).toBeGreaterThan(3)
  },
  240_000,
)
