/** Whatever happens to a bucket, and whatever fails on the way: in the end the library holds what the bucket holds. */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { bucketDouble } from '../../support/bucket-double.ts'
import { elsewhere, textsOf } from '../../support/elsewhere.ts'

const KEY = { id: 'AKIAVALLEYDESK000001', secret: 'wells-and-boats-of-Oss' }

const name = fc.constantFrom('a.md', 'b.md', 'deep/c.txt', 'deep/d (1).txt', 'é.md')
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('put' as const), name, wells: fc.nat(99) }),
  },
  fc.record({ does: fc.constant('delete' as const), name }),
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('refresh' as const),
      web: fc.constantFrom('all' as const, 'due' as const, 'none' as const),
    }),
  },
  fc.record({ does: fc.constant('fail' as const), requests: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ does: fc.constant('restart' as const) }),
)

it('holds after any history', async () => {
  const seen = { refreshes: 0, failures: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const files = new Map<string, string>()
      let failing = 0
      const there = await bucketDouble('valley', KEY, files, 2, () => failing-- > 0)
      const world = await elsewhere({
        bucket: {
          endpoint: there.url,
          region: 'eu-north-1',
          accessKeyId: KEY.id,
          secretAccessKey: KEY.secret,
        },
      })
      let library = await world.open('s3://valley')
      for (const one of steps) {
        world.later(30)
        if (one.does === 'put')
          files.set(one.name, `The council of Oss counted ${one.wells} wells for ${one.name}.`)
        else if (one.does === 'delete') files.delete(one.name)
        else if (one.does === 'fail') failing = one.requests
        else if (one.does === 'restart') {
          await world.close(library)
          library = await world.open('s3://valley')
        } else {
          if (failing > 0) seen.failures++
          seen.refreshes++
          await library.refresh({ web: one.web })
        }
      }
      failing = 0
      await library.refresh({ web: 'all' })
      expect(textsOf(library).toSorted()).toEqual([...files.values()].toSorted())
      // What is there is asked for no second time.
      const asked = there.requests.length
      world.later(30)
      await library.refresh()
      expect(there.requests.length - asked).toBe(Math.max(1, Math.ceil(files.size / 2)))
      await world.stop()
    }),
    { numRuns: 25 },
  )
  expect(seen.refreshes).toBeGreaterThan(20)
  expect(seen.failures).toBeGreaterThan(0)
}, 300_000)
