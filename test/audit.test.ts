import { expect, it } from 'vitest'
import { byHand } from '../src/audit.ts'

it('who sits at the machine is noted, though a user has a number and no name', (context) => {
  if (process.platform === 'win32' || process.getuid?.() !== 0)
    context.skip('only root takes another number')
  process.seteuid?.(54_321)
  try {
    expect(byHand()).toMatchObject({ place: 'cli', user: expect.stringContaining('54321') })
  } finally {
    process.seteuid?.(0)
  }
})
