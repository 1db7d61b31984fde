import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/adapter.ts'
import type { Bot } from '../../src/bot.ts'
import type { Reply, Summary } from '../../src/reply.ts'
import { passes, readSearch } from '../../src/schedule/search.ts'
import { documentFrom } from '../support/library.ts'
import { DAY, HOUR, ScheduleWorld } from '../support/schedule-world.ts'

const MINUTE = 60_000
let count = 0
const said = async (bot: Bot, text: string, over: Partial<Message> = {}): Promise<string> => {
  const reply = await bot.answer({
    id: String(count++),
    text,
    user: 'U1',
    role: 'admin',
    channel: 'C1',
    platform: 'slack',
    aloud: true,
    ...over,
  })
  if (reply.kind === 'notice') return reply.text.join('\n')
  return reply.kind === 'failed' ? reply.message : reply.kind
}
const DIRECT = { channel: 'D7', user: 'U7', role: 'member', direct: true, aloud: false } as const

const report = (name: string, publisher: string, text: string) =>
  documentFrom(
    `${name}.md`,
    `---\ntitle: Bulletin ${name}\npublisher: ${publisher}\ndate: 2025-11-20\n---\n\n${text}\n`,
  )
const moved = (name: string, people: string) =>
  report(name, 'Field Office', `In Brunmark ${people} people were displaced by the flood.`)

const summaryIn = (reply: Reply | undefined): Summary => {
  if (reply?.kind !== 'summary') throw new Error(`posted is ${reply?.kind ?? 'nothing'}`)
  return reply
}
const start = () => {
  const world = new ScheduleWorld('2025-11-20T12:10:00Z')
  return { world, ...world.start() }
}

describe('a watch for figures', () => {
  it('posts the figure that passes its bound, and no other', async () => {
    const { world, bot } = start()
    world.add([moved('one', '41,000')])
    await world.advance(MINUTE)
    expect(await said(bot, 'watch displaced > 200000 Brunmark')).toContain(
      'when a new document gives figures for “displaced > 200000 Brunmark”',
    )
    world.add([moved('two', '68,000')])
    await world.advance(HOUR)
    expect(world.posted).toHaveLength(0)
    world.add([moved('three', '230,000')])
    await world.settle()
    const { lead, notes } = summaryIn(world.posted[0]?.reply)
    expect(lead.map(({ text }) => text)).toEqual([
      'In Brunmark 230,000 people were displaced by the flood.',
    ])
    expect(notes.join()).toMatch(/“displaced > 200000 Brunmark”: “230,000 people/)
    await world.advance(DAY)
    expect(world.posted).toHaveLength(1)
  })

  it('is silent about a figure that was there before', async () => {
    const { world, bot } = start()
    world.add([moved('one', '230,000')])
    await world.advance(MINUTE)
    await said(bot, 'watch figures: displaced Brunmark')
    world.add([
      report('two', 'Hill Courier', 'The flood has displaced 230,000 people in Brunmark so far.'),
    ])
    await world.advance(DAY)
    expect(world.posted).toHaveLength(0)
  })
})

describe('a watch for words', () => {
  it('narrows itself to a publisher, and says which words fired', async () => {
    const { world, bot } = start()
    await said(bot, 'watch by:"River Watch" cholera')
    await world.advance(MINUTE)
    world.add([
      report('one', 'Hill Courier', 'Cholera has reached the upper valley, a nurse said there.'),
      report('two', 'River Watch', 'The bakers of the valley gave bread away for six weeks.'),
    ])
    await world.advance(HOUR)
    expect(world.posted).toHaveLength(0)
    world.add([
      report('three', 'River Watch', 'Two wells were closed because of Cholera in the valley.'),
    ])
    await world.settle()
    const { lead, notes } = summaryIn(world.posted[0]?.reply)
    expect(lead[0]?.text.slice(lead[0].marks[0]?.start, lead[0].marks[0]?.end)).toBe('Cholera')
    expect(notes).toEqual(['Watch “by:"River Watch" cholera”: “Cholera”, “River Watch”.'])
  })

  const FERRY = 'The ferry to Tarwell was taken out of service for repairs on Monday.'
  /** It has been shown in `C1`. */
  const ferryShown = async () => {
    const started = start()
    const { world, bot } = started
    await said(bot, 'watch ferry')
    await world.advance(MINUTE)
    world.add([report('one', 'River Watch', FERRY)])
    await world.advance(2 * HOUR)
    return started
  }

  it('is silent about what says only what was shown before', async () => {
    const { world } = await ferryShown()
    world.add([report('two', 'Hill Courier', FERRY)])
    await world.advance(DAY)
    expect(world.posted).toHaveLength(1)
  })

  it('goes by what was shown where it posts, not elsewhere', async () => {
    const { world, bot } = await ferryShown()
    await said(bot, 'watch ferry', { channel: 'C2' })
    await world.advance(MINUTE)
    world.add([report('two', 'Hill Courier', FERRY)])
    await world.advance(DAY)
    expect(world.posted.map(({ to }) => to)).toEqual(['C1', 'C2'])
  })
})

describe('a watch for a question', () => {
  it('posts when a new document answers it', async () => {
    const { world, bot } = start()
    await said(bot, 'watch Who repaired the bridge at Oss?')
    world.add([
      report('one', 'Hill Courier', 'The bakers of the valley gave bread away for six weeks.'),
      report('none', 'Hill Courier', 'The bridge at Lund was opened again on Monday morning.'),
    ])
    await world.advance(HOUR)
    expect(world.posted).toHaveLength(0)
    world.add([
      report('two', 'Hill Courier', 'The bridge at Oss was repaired by the Lindqvist company.'),
    ])
    await world.settle()
    expect(JSON.stringify(world.posted[0]?.reply)).toContain('the Lindqvist company')
  })
})

describe('a watch at a time', () => {
  it('posts then what came in since, and nothing when nothing did', async () => {
    const { world, bot } = start()
    expect(await said(bot, 'watch ferry daily 08:00 Europe/Paris')).toContain(
      '“ferry”, daily 08:00 Europe/Paris.',
    )
    await world.advance(MINUTE)
    world.add([report('one', 'River Watch', 'The ferry to Tarwell sank with 12 people on board.')])
    await world.settle()
    expect(world.posted).toHaveLength(0)
    await world.advance(DAY)
    expect(world.posted.map(({ at }) => at.toISOString())).toEqual(['2025-11-21T07:00:00.000Z'])
    await world.advance(2 * DAY)
    expect(world.posted).toHaveLength(1)
    expect(await said(bot, 'watch ferry')).toContain('at most once an hour')
    expect((await said(bot, 'watch')).split('\n')).toHaveLength(1)
  })
})

describe('a watch of a person', () => {
  it('is made by a member in a direct message, listed and ended there', async () => {
    const { world, bot, store } = start()
    expect(await said(bot, 'watch ferry', DIRECT)).toContain('Posts here')
    expect((await store.schedules.list())[0]).toMatchObject({
      destination: 'slack:D7',
      owner: 'U7',
    })
    expect(await said(bot, 'watch')).toContain('Nothing is watched here')
    expect(await said(bot, 'surveille choléra', DIRECT)).toContain('“choléra”')
    await world.advance(MINUTE)
    world.add([report('one', 'River Watch', 'The ferry to Tarwell sank with 12 people on board.')])
    await world.settle()
    expect(world.posted.map(({ to }) => to)).toEqual(['D7'])
    expect(await said(bot, 'unwatch 1', DIRECT)).toContain('“ferry” is watched no more')
    expect((await said(bot, 'watch', DIRECT)).split('\n')).toHaveLength(1)
  })

  it('is none of a guest’s, nor of a member’s in a channel', async () => {
    const { bot, store } = start()
    expect(await said(bot, 'watch ferry', { ...DIRECT, role: 'outsider' })).toMatch(/Only admins/)
    expect(await said(bot, 'watch ferry', { role: 'member' })).toMatch(/in a direct message/)
    expect(await store.schedules.list()).toEqual([])
  })

  it('ends somewhere', async () => {
    const { bot, store } = start()
    for (let at = 0; at < 60; at++) await said(bot, `watch ferry${at}`, DIRECT)
    expect(await store.schedules.list()).toHaveLength(50)
  })
})

describe('what is watched', () => {
  const today = new Date('2025-11-20')

  it.each([
    ['cholera by:OCHA', { kind: 'words' }],
    ['Who repaired the bridge?', { kind: 'question' }],
    ['figures: displaced Mopti', { kind: 'figures', text: 'displaced Mopti' }],
    [
      'displaced > 200 000 Mopti',
      { text: 'displaced Mopti', bound: { relation: '>', value: 200_000 } },
    ],
    [
      'figures displaced more than 1.5 million',
      { text: 'displaced', bound: { relation: '>', value: 1_500_000 } },
    ],
    ['displaced >=2000 Mopti', { text: 'displaced Mopti', bound: { relation: '≥', value: 2000 } }],
    ['children under 5 killed', { kind: 'words' }],
    ['vaccinated < 40%', { bound: { relation: '<', value: 40, percent: true } }],
  ])('%j is read', (typed, search) => {
    expect(readSearch(typed, today)).toMatchObject(search)
  })

  it.each(['> 200', 'by:', 'since:2023', 'the of', '"not closed'])('%j is turned back', (typed) => {
    expect(() => readSearch(typed, today)).toThrow(/example|quotation/)
  })

  it('passes a bound when its value does', () => {
    const figure = (value: number) => ({
      amount: { kind: 'exact', value } as const,
      unit: { kind: 'count' } as const,
    })
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (value, bound) => {
        const by = (relation: '>' | '≥' | '<' | '≤' | '=') =>
          passes(figure(value), { relation, value: bound, percent: false })
        expect([by('>'), by('≥'), by('<'), by('≤'), by('=')]).toEqual([
          value > bound,
          value >= bound,
          value < bound,
          value <= bound,
          value === bound,
        ])
      }),
    )
  })
})
