import { describe, expect, it } from 'vitest'
import { suffer } from '../../soak/bombs.ts'
import { BOMBS } from '../../support/bombs.ts'
import { pick, randomOf } from '../../support/random.ts'

/** All of them take minutes: `npm run soak -- bombs`. */
const DOZEN = 12

describe('harmful files', () => {
  it(`cost no more than they may: ${DOZEN} of ${BOMBS.length}`, async () => {
    const random = randomOf(20)
    const some = new Set<(typeof BOMBS)[number]>()
    while (some.size < DOZEN) some.add(pick(BOMBS, random))
    const { files, missed, grown } = await suffer([...some], { processes: 2, seconds: 2 })
    expect(files).toHaveLength(DOZEN)
    expect(missed).toBe(0)
    expect(grown).toBeLessThan(200)
    // Far more than it takes: another test may have the processor.
    for (const { seconds, held } of files) {
      expect(seconds).toBeLessThan(20)
      expect(held).toBeLessThan(500)
    }
  })

  it('each have a name of their own', () => {
    expect(new Set(BOMBS.map(({ name }) => name)).size).toBe(BOMBS.length)
  })
})
