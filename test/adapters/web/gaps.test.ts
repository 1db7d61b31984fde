/** What the documents did not answer: answered when one comes in; and answers that did not help, kept as cases. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WholeCorpus } from '../../../index/whole-corpus.ts'
import { type OpenDesk, openDesk } from '../../support/desk.ts'
import { corpusOf, documentFrom, libraryOf, VALLEY } from '../../support/library.ts'

const QUESTION = 'Who repaired the lighthouse of Lindmar?'
const LIGHTHOUSE =
  '# Lighthouse\n\nThe lighthouse of Lindmar was repaired by Ada Holm and her brothers in March.\n'

describe('gaps', () => {
  let corpus: WholeCorpus
  let desk: OpenDesk
  beforeEach(async () => {
    corpus = corpusOf(VALLEY)
    const empty = corpusOf({ 'notes.txt': VALLEY['notes.txt'] ?? '' })
    const library = libraryOf(corpus, {
      sets: ['default', 'closed'],
      view: (sets) =>
        Promise.resolve(sets === undefined || sets.includes('default') ? corpus : empty),
    })
    const channels = { 'slack:C9': { sets: ['closed'], outsiders: false } }
    desk = await openDesk({}, { library, channels })
  })
  afterEach(() => desk.adapter.stop())

  const ask = (channel: string) =>
    desk.bot.answer({
      id: channel,
      text: QUESTION,
      user: 'U1',
      platform: 'slack',
      channel,
      aloud: true,
    })
  const gapIn = async (channel: string) =>
    (await desk.store.gaps.list(10)).find((gap) => gap.channel === channel)
  const page = async (): Promise<string> => (await desk.get('/gaps')).text()

  it('are answered when a document comes in that does, where it is seen', async () => {
    expect((await ask('C1')).kind).toBe('nothing')
    expect((await ask('C9')).kind).toBe('nothing')
    expect(await page()).not.toContain('Answered since')
    corpus.add([documentFrom('goats.md', '# Goats\n\nThe goats of Oss were sold in May.\n')])
    await desk.bot.review([{ id: 'goats.md' }])
    expect((await gapIn('C1'))?.answered).toBeUndefined()
    corpus.add([documentFrom('lighthouse.md', LIGHTHOUSE)])
    await desk.bot.review([{ id: 'lighthouse.md' }])
    expect((await gapIn('C1'))?.answered).toMatch(/^\d{4}-\d\d-\d\dT/u)
    expect((await gapIn('C9'))?.answered).toBeUndefined()
    const html = await page()
    expect(html.indexOf('Answered since')).toBeGreaterThan(html.indexOf(QUESTION))
    expect(html).toContain('A document that came in answers it since')
    expect(await (await desk.get('/gaps?lang=fr')).text()).toContain('Répondues depuis')
  })

  it('are not closed by a document that is not quoted', async () => {
    await ask('C1')
    corpus.add([documentFrom('lighthouse.md', LIGHTHOUSE)])
    await desk.bot.review([{ id: 'flood-june.md' }])
    expect((await gapIn('C1'))?.answered).toBeUndefined()
  })

  it('have beside them the answers that did not help, with their quotes, as cases too', async () => {
    const question = 'How many houses did the flood in Tarwell destroy?'
    const reply = await desk.bot.answer({
      id: '1',
      text: question,
      user: 'U1',
      platform: 'slack',
      channel: 'C1',
    })
    const quotes = reply.kind === 'answer' ? reply.quotes : []
    const refs = quotes.map(({ citation, start, end }) => ({
      document: citation.document,
      start,
      end,
    }))
    const rate = (user: string, helpful: boolean, aloud: boolean, text = question) =>
      desk.bot.answer({
        id: user,
        text,
        user,
        platform: 'slack',
        channel: 'C1',
        aloud,
        request: { kind: 'feedback', helpful, quotes: refs },
      })
    await rate('U1', false, true)
    await rate('U2', true, true, 'What did the bakers give away?')
    await rate('U3', false, false, 'What did the mayor whisper to me?')
    const html = await page()
    expect(html).toContain('Answers that did not help')
    expect(html).toContain(question)
    expect(html).not.toContain('bakers give')
    // What was not asked aloud is its asker's own.
    expect(html).not.toContain('whisper')
    const lines = (await (await desk.get('/gaps/cases.jsonl')).text()).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        question,
        at: expect.any(String),
        unhelpful: quotes.map(({ text, start, end, citation }) => ({
          document: citation.document,
          start,
          end,
          text,
        })),
      },
    ])
    // A change of mind counts.
    await rate('U1', true, true)
    expect(await page()).not.toContain('Answers that did not help')
  })
})
