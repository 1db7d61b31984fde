/** Files of a bucket, against a stand-in at the wire that checks every signature. */
import { describe, expect, it } from 'vitest'
import { bucketDouble } from '../../support/bucket-double.ts'
import { elsewhere, messagesOf, textsOf } from '../../support/elsewhere.ts'

const KEY = { id: 'AKIAVALLEYDESK000001', secret: 'wells/and+boats/of/Oss/0123456789abcdefgh' }
const access = (endpoint: string, secretAccessKey = KEY.secret) => ({
  bucket: { endpoint, region: 'eu-north-1', accessKeyId: KEY.id, secretAccessKey },
})
const text = (what: string): string => `${what} The council of Oss said so in its weekly notice.\n`

describe('a bucket', () => {
  it('is listed to its end below a prefix, whatever its keys are made of', async () => {
    const files = new Map([
      ['reports/2026/wells.md', text('Twelve wells were dug in Oss.')],
      ['reports/Été (copie) + 1 & 2 ’!.txt', text('Sixty boats were sent to Tarwell.')],
      ['reports/a%2Fb.txt', text('Nine mills stand in Hale.')],
      ['reports/folder/', ''],
      ['drafts/secret.md', text('Nobody may read this.')],
    ])
    const there = await bucketDouble('valley-desk', KEY, files)
    const world = await elsewhere(access(there.url))
    const library = await world.open('s3://valley-desk/reports/')
    expect(await library.refresh()).toMatchObject({ read: 3, skipped: [] })
    expect(messagesOf(library)).toEqual([])
    expect(textsOf(library).join()).not.toContain('Nobody')
    expect([...library.corpus.documents.keys()]).toContain('reports/2026/wells.md')
    // Where it is fetched from is in no citation.
    expect([...library.corpus.documents.values()].map(({ url }) => url)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('is read again only where an ETag is another, and what is gone goes', async () => {
    const files = new Map([
      ['a.md', text('Twelve wells were dug in Oss.')],
      ['b.md', text('Sixty boats were sent to Tarwell.')],
      ['c.md', text('Nine mills stand in Hale.')],
    ])
    const there = await bucketDouble('valley-desk', KEY, files)
    const world = await elsewhere(access(there.url))
    const library = await world.open('s3://valley-desk')
    await library.refresh()
    files.set('a.md', text('Fifteen wells were dug in Oss.'))
    files.delete('c.md')
    const before = there.requests.length
    world.later(1)
    expect(await library.refresh()).toMatchObject({ read: 1, updated: 1, unchanged: 1, removed: 1 })
    // One page of the listing, and the one file.
    expect(there.requests.length - before).toBe(2)
    expect(textsOf(library).join()).toContain('Fifteen wells')
  })

  it('says what to set or check, and never what the secrets are', async () => {
    const there = await bucketDouble('valley-desk', KEY, new Map([['a.md', text('Wells.')]]))
    const told: string[] = []
    for (const [set, location] of [
      [{}, 's3://valley-desk'],
      [access(there.url, 'another-secret-0123'), 's3://valley-desk'],
      [access(there.url), 's3://other-desk'],
      [access(there.url), 's3://valley-desk/nothing/'],
    ] as const) {
      const library = await (await elsewhere(set)).open(location)
      await library.refresh()
      told.push(messagesOf(library).join())
    }
    expect(told).toEqual([
      expect.stringContaining('set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY'),
      expect.stringContaining('does not let this key in; check AWS_ACCESS_KEY_ID'),
      expect.stringContaining('there is no such bucket'),
      expect.stringContaining('no file in it'),
    ])
    expect(told.join()).not.toMatch(/another-secret|AKIA|wells\/and/u)
  })
})
