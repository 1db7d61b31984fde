/** Reports of ReliefWeb, against a stand-in at the wire. */
import { describe, expect, it } from 'vitest'
import { elsewhere, messagesOf, textsOf } from '../../support/elsewhere.ts'
import { type MadeReport, reliefwebDouble } from '../../support/reliefweb-double.ts'

const APPNAME = 'valley-desk-briefings-x7Kq2'
const OSS = { iso3: 'oss', name: 'Republic of Oss' }
const HALE = { iso3: 'hal', name: 'Hale' }

const report = (id: number, over: Partial<MadeReport> = {}): MadeReport => ({
  id,
  title: `Situation report no. ${id}`,
  body: `<p>In week ${id} the fund brought ${id * 10} barrels of water to Oss, more than the week before.</p>`,
  changed: `2026-02-${String((id % 27) + 1).padStart(2, '0')}T06:00:00+00:00`,
  country: OSS,
  ...over,
})

describe('a query of ReliefWeb', () => {
  it('reads title, text, publisher, date and address of what it finds', async () => {
    const there = await reliefwebDouble(APPNAME, [
      report(3),
      report(4, { country: HALE }),
      report(5, {
        body: '<p>In week 5 nothing was brought to Oss, for the road was under snow.</p>',
      }),
    ])
    const world = await elsewhere({ reliefweb: { appname: APPNAME, api: there.url } })
    const library = await world.open('reliefweb://reports?query=barrels%20water&country=OSS')
    expect(await library.refresh()).toMatchObject({ read: 1, skipped: [] })
    const [document] = library.corpus.documents.values()
    expect(document).toMatchObject({
      title: { value: 'Situation report no. 3', inferred: false },
      publisher: { value: 'Valley Relief Fund', inferred: false },
      date: { value: '2026-02-04', inferred: false },
      url: 'https://reliefweb.example/node/3',
    })
    expect(document?.clean).toContain('30 barrels of water')
    const named = await world.open(
      'reliefweb://reports?country=Republic%20of%20Oss,Hale&since=2026-02-05',
    )
    expect(await named.refresh()).toMatchObject({ read: 2 })
  })

  it('goes through all pages, and then asks only for what has changed', async () => {
    const reports = Array.from({ length: 120 }, (_, at) =>
      report(at + 1, { changed: new Date(Date.UTC(2026, 0, 1) + at * 3_600_000).toISOString() }),
    )
    const there = await reliefwebDouble(APPNAME, reports)
    const world = await elsewhere({ reliefweb: { appname: APPNAME, api: there.url } })
    const library = await world.open('reliefweb://reports?country=oss')
    expect(await library.refresh({ web: 'all' })).toMatchObject({ read: 120 })
    expect(there.queries.map((query) => query.get('offset'))).toEqual(['0', '50', '100'])

    world.later(1)
    reports.push(report(500, { changed: '2026-03-01T10:00:00+00:00' }))
    expect(await library.refresh()).toMatchObject({ read: 1, unchanged: 120 })
    expect(there.queries).toHaveLength(4)
    expect(there.queries[3]?.get('filter[conditions][0][value][from]')).toBe(
      '2026-01-05T23:00:00+00:00',
    )

    world.later(1)
    reports[0] = report(1, {
      body: '<p>In week 1 the fund brought 11 barrels of water to Oss, it says now.</p>',
      changed: '2026-03-02T08:30:00+00:00',
    })
    expect(await library.refresh()).toMatchObject({ read: 1, updated: 1 })
    expect(textsOf(library).join()).toContain('11 barrels')
  })

  it('is read in parts while folders are watched, and goes on at once', async () => {
    const reports = Array.from({ length: 120 }, (_, at) =>
      report(at + 1, { changed: new Date(Date.UTC(2026, 0, 1) + at * 3_600_000).toISOString() }),
    )
    const there = await reliefwebDouble(APPNAME, reports)
    const world = await elsewhere({ reliefweb: { appname: APPNAME, api: there.url } })
    const library = await world.open('reliefweb://reports?country=oss')
    const counts: number[] = []
    for (let look = 0; look < 4; look++) {
      await library.refresh()
      counts.push(library.corpus.documents.size)
    }
    expect(counts[0]).toBe(50)
    expect(counts.at(-1)).toBe(120)
    expect(library.nextDue).toBeGreaterThan(world.clock.now.getTime())
  })

  it('reads files when it is asked to, and says what has none of its own text', async () => {
    const file = { name: 'annex.txt', text: 'The annex counts 77 wells in the hills above Oss.' }
    const { body: _, ...bare } = report(6)
    const there = await reliefwebDouble(APPNAME, [{ ...bare, file }])
    const world = await elsewhere({ reliefweb: { appname: APPNAME, api: there.url } })
    const without = await world.open('reliefweb://reports?country=oss')
    await without.refresh()
    expect(messagesOf(without).join()).toContain('add files=yes')
    const library = await world.open('reliefweb://reports?country=oss&files=yes')
    expect(await library.refresh()).toMatchObject({ read: 1 })
    expect(textsOf(library).join()).toContain('77 wells')
  })

  it('does not begin again for a file that is not there', async () => {
    const reports = [report(3), report(6, { file: { name: 'gone.txt', text: '' } })]
    const there = await reliefwebDouble(APPNAME, reports)
    const world = await elsewhere({ reliefweb: { appname: APPNAME, api: there.url } })
    const library = await world.open('reliefweb://reports?country=oss&files=yes')
    const { skipped } = await library.refresh()
    expect(skipped.map(({ name }) => name)).toEqual(['reliefweb/6/gone.txt'])
    world.later(1)
    expect(await library.refresh()).toMatchObject({ read: 0 })
    expect(there.queries.at(-1)?.get('filter[conditions][0][value][from]')).toBe(
      '2026-02-07T06:00:00+00:00',
    )
  })

  it('says which setting is missing or wrong, and never what it holds', async () => {
    const there = await reliefwebDouble(APPNAME, [report(3)])
    const api = there.url
    const missing = await (await elsewhere()).open('reliefweb://reports?country=oss')
    await missing.refresh()
    expect(messagesOf(missing).join()).toContain('set RELIEFWEB_APPNAME')
    const wrong = await elsewhere({ reliefweb: { appname: 'secret-name-1', api } })
    const refused = await wrong.open('reliefweb://reports?country=oss')
    await refused.refresh()
    expect(messagesOf(refused).join()).toContain(
      'set RELIEFWEB_APPNAME to one that it has approved',
    )
    expect(JSON.stringify([refused.problems, wrong])).not.toContain('secret-name')
  })

  it('says when the API is not there', async () => {
    const there = await reliefwebDouble(APPNAME, [report(3)])
    const api = `${there.url}/nowhere`
    const world = await elsewhere({ reliefweb: { appname: APPNAME, api } })
    const library = await world.open('reliefweb://reports?country=oss')
    await library.refresh()
    expect(messagesOf(library).join()).toContain('ReliefWeb: there is no such page')
  })
})
