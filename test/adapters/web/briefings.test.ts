/** Briefings of today and of before, each to take along; sources a set at a time. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFile } from '../../../index/readers/read.ts'
import { type OpenDesk, openDesk } from '../../support/desk.ts'
import { corpusOf, libraryOf, VALLEY } from '../../support/library.ts'
import { readPage } from '../../support/page.ts'

const QUOTE = 'The flood in Tarwell destroyed 530 houses'

/** As the bot reads files of that name. */
async function textOf(name: string, response: Response): Promise<string> {
  const read = await readFile({ name, bytes: new Uint8Array(await response.arrayBuffer()) })
  return (read.documents ?? []).map(({ clean }) => clean).join('\n')
}

describe('briefings', () => {
  let desk: OpenDesk
  beforeEach(async () => {
    const changes = () => [{ id: 'flood-june.md', state: 'new' as const, at: Date.now() }]
    desk = await openDesk({}, { library: libraryOf(corpusOf(VALLEY), { changes }) })
  })
  afterEach(() => desk.adapter.stop())

  it('are today’s where nothing else is asked for', async () => {
    const { text } = readPage(await (await desk.get('/briefings')).text())
    expect(text).toContain('New since')
    expect(text).toContain(QUOTE)
  })

  it.each(['.docx', '.md', '.html'])(
    'are there to take along as %s, today’s and past ones',
    async (ending) => {
      const now = await desk.get(`/briefings${ending}?topic=Tarwell`)
      expect(now.status).toBe(200)
      expect(now.headers.get('content-disposition')).toBe(
        `attachment; filename="briefing-tarwell${ending}"`,
      )
      expect(await textOf(`briefing${ending}`, now)).toContain(QUOTE)
      const summary = await desk.bot.answer({
        id: '1',
        text: 'Tarwell',
        request: { kind: 'brief' },
        user: 'you',
        channel: 'desk',
        platform: 'web',
        local: true,
      })
      const { id } = await desk.adapter.post('briefings', summary, 'monday')
      const page = await (await desk.get(`/briefings/${id}`)).text()
      expect(page).toContain(`href="/briefings/${id}${ending}"`)
      const past = await desk.get(`/briefings/${id}${ending}`)
      expect(await textOf(`briefing${ending}`, past)).toContain(QUOTE)
      expect((await desk.get(`/briefings/0${ending}`)).status).toBe(404)
    },
  )

  it('of no time that there is are no file', async () => {
    expect((await desk.get('/briefings.docx?since=soon')).status).toBe(404)
  })
})

it('sources are listed a set at a time where there are several', async () => {
  const { 'notes.txt': notes = '', ...floods } = VALLEY
  const whole = corpusOf(VALLEY)
  const [first, second] = [corpusOf(floods), corpusOf({ 'notes.txt': notes })]
  const library = libraryOf(whole, {
    sets: ['floods', 'notes'],
    view: (sets?: readonly string[]) =>
      Promise.resolve(sets === undefined ? whole : sets.includes('floods') ? first : second),
  })
  const desk = await openDesk({}, { library })
  const page = async (path: string) => readPage(await (await desk.get(path)).text())
  const all = await page('/sources')
  expect(all.text).toMatch(/All setsfloodsnotes 3 documents/u)
  expect(all.text).toMatch(/flood-june\.md.*notes\.txt/u)
  const own = await page('/sources?set=notes')
  expect(own.text).toContain('1 document ')
  expect(own.text).not.toContain('flood-june.md')
  expect(own.document.querySelector('nav a[aria-current="true"]')?.textContent).toBe('notes')
  const listed: unknown = await (await desk.get('/api/v1/documents?set=notes')).json()
  expect(listed).toMatchObject({ documents: [{ document: 'notes.txt' }] })
  expect((await desk.get('/sources?set=none')).status).toBe(400)
  await desk.adapter.stop()
})
