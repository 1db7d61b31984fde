import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/adapter.ts'
import type { Bot } from '../../src/bot.ts'
import type { Reply } from '../../src/reply.ts'
import { readPattern } from '../../src/schedule/pattern.ts'
import { documentFrom, libraryOf } from '../support/library.ts'
import { DAY, HOUR, ScheduleWorld } from '../support/schedule-world.ts'

const MINUTE = 60_000
let count = 0
const type = async (bot: Bot, text: string, over: Partial<Message> = {}): Promise<Reply> =>
  bot.answer({
    id: String(count++),
    text,
    request: { kind: 'manage' },
    user: 'U1',
    role: 'admin',
    channel: 'C1',
    platform: 'slack',
    aloud: true,
    ...over,
  })
const told = async (bot: Bot, text: string, over: Partial<Message> = {}): Promise<string> => {
  const reply = await type(bot, text, over)
  if (reply.kind === 'notice') return reply.text.join('\n')
  return reply.kind === 'failed' ? reply.message : reply.kind
}

const ferry = (name: string) =>
  documentFrom(
    `${name}.md`,
    `---\ntitle: Notes ${name}\n---\n\nThe ferry ${name} at Tarwell sank with 12 people on board on Monday night.\n`,
  )

describe('schedules', () => {
  it('are made, listed, paused, resumed and removed', async () => {
    const world = new ScheduleWorld('2025-11-20T12:00:00Z')
    const { bot } = world.start()
    const made = await told(bot, 'schedule daily 8:00 Europe/Paris weekdays floods in Oss lang:fr')
    expect(made).toContain('Posts here weekdays 08:00 Europe/Paris, on “floods in Oss”.')
    const list = () => told(bot, 'schedule list')
    expect(await list()).toBe(
      '1: weekdays 08:00 Europe/Paris · floods in Oss · next 2025-11-21 08:00 · no post yet',
    )
    expect(await told(bot, 'schedule pause 1')).toContain('paused')
    await world.advance(DAY)
    expect(world.posted).toHaveLength(0)
    expect(await told(bot, 'schedule resume #1')).toContain('next 2025-11-24 08:00')
    await world.advance(4 * DAY)
    expect(await list()).toContain('last post 2025-11-25 08:00')
    expect(world.posted[0]?.reply).toMatchObject({ kind: 'summary', language: 'fr' })
    expect(await told(bot, 'schedule remove 1')).toBe('Number 1 is removed.')
    expect(await list()).toContain('Nothing is scheduled here')
    await told(bot, 'schedule daily 09:00 UTC')
    // A number is never given again.
    expect(await list()).toMatch(/^2: /)
  })

  it('are asked for with /brief, too', async () => {
    const { bot } = new ScheduleWorld('2025-11-20T12:00:00Z').start()
    const request = { kind: 'brief' as const }
    expect(await told(bot, 'schedule daily 08:00 UTC', { request })).toContain('Posts here daily')
  })

  it('are shown before they are posted, and posted on demand', async () => {
    const world = new ScheduleWorld('2025-11-20T12:00:00Z')
    const { bot } = world.start()
    await told(bot, 'schedule daily 08:00 UTC')
    world.add([ferry('Heron')])
    const preview = await type(bot, 'schedule preview')
    expect(preview.kind).toBe('summary')
    expect(JSON.stringify(preview)).toContain('The ferry Heron')
    expect(world.posted).toHaveLength(0)
    expect(await told(bot, 'schedule post 1')).toBe('Number 1 is posted now.')
    await world.settle()
    expect(world.posted).toHaveLength(1)
    await world.advance(DAY)
    expect(JSON.stringify(world.posted[1]?.reply)).toContain('Nothing new')
  })

  it.each([
    ['schedule daily', /no time of day/],
    ['schedule daily 08:00', /no time zone; write its IANA name/],
    ['schedule daily 08:00 UTC lang:de', /write lang:en or lang:fr/],
    ['schedule daily 08:00 UTC quiet:maybe', /quiet:on or quiet:off/],
    ['schedule pause 9', /Nothing is scheduled here/],
    ['unwatch Moura', /“Moura” is not watched here/],
    [`watch ${'long '.repeat(60)}`, /too long/],
  ])('turn back %j with what to do', async (text, message) => {
    const { bot } = new ScheduleWorld('2025-11-20T12:00:00Z').start()
    expect(await told(bot, text)).toMatch(message)
  })

  it('are for admins, and of their channel', async () => {
    const { bot } = new ScheduleWorld('2025-11-20T12:00:00Z').start()
    expect(await told(bot, 'schedule daily 08:00 UTC', { role: 'member' })).toMatch(/Only admins/)
    await told(bot, 'schedule daily 08:00 UTC')
    expect(await told(bot, 'schedule list', { channel: 'C2' })).toContain('Nothing is scheduled')
    expect(await told(bot, 'schedule remove 1', { channel: 'C2' })).toContain('Nothing is')
  })

  it('of the configuration come and go with it, and keep their numbers', async () => {
    const world = new ScheduleWorld('2025-11-20T12:00:00Z')
    const { bot, store } = world.start()
    const one = { destination: 'slack:C1', search: 'Moura', quiet: false }
    const two = { ...one, search: 'Oss' }
    await store.schedules.configure([one, two])
    await store.schedules.configure([two])
    await store.schedules.configure([two, one])
    expect((await store.schedules.list()).map(({ id, search }) => [id, search])).toEqual([
      [2, 'Oss'],
      [3, 'Moura'],
    ])
    expect(await told(bot, 'schedule remove 2')).toContain('stands in verbatim.yaml')
  })
})

describe('a digest', () => {
  it('shows what the channel may see, and nothing else', async () => {
    const world = new ScheduleWorld('2025-11-20T12:00:00Z')
    const asked: (readonly string[] | undefined)[] = []
    const view = (sets?: readonly string[]) => {
      asked.push(sets)
      return Promise.resolve(world.corpus)
    }
    const library = libraryOf(world.corpus, { view })
    const channels = { 'slack:T1': { sets: ['field'], outsiders: false } }
    const { bot } = world.start({ channels, library })
    await told(bot, 'schedule daily 08:00 UTC', { workspace: 'T1' })
    await world.advance(DAY)
    expect(world.posted).toHaveLength(1)
    expect(asked.length).toBeGreaterThan(2)
    expect(new Set(asked.map((sets) => JSON.stringify(sets)))).toEqual(new Set(['["field"]']))
  })

  it('shows other organisations nothing that is not for them', async () => {
    for (const outsiders of [false, true]) {
      const world = new ScheduleWorld('2025-11-20T12:00:00Z')
      world.shared.add('C1')
      const asked: (readonly string[] | undefined)[] = []
      const view = (sets?: readonly string[]) => {
        asked.push(sets)
        return Promise.resolve(world.corpus)
      }
      const library = libraryOf(world.corpus, { view })
      const channels = { 'slack:C1': { sets: ['field'], outsiders } }
      const { store } = world.start({ channels, library })
      const { pattern } = readPattern('daily 08:00 UTC')
      await store.schedules.add({ destination: 'slack:C1', pattern, quiet: false })
      await world.advance(DAY)
      expect(world.posted).toHaveLength(1)
      expect(new Set(asked.map(String))).toEqual(new Set([outsiders ? 'field' : '']))
    }
  })

  it('lists the questions of its channel that nobody could answer', async () => {
    const world = new ScheduleWorld('2025-11-20T12:00:00Z')
    const { bot } = world.start()
    world.add([ferry('Heron')])
    await told(bot, 'schedule daily 08:00 UTC')
    for (const [channel, text] of [
      ['C1', 'Who sold the ferry Heron to the zoo of Zanzibar?'],
      ['C2', 'Who paid the captain of the ferry in Zanzibar?'],
    ] as const)
      await type(bot, text, { channel, request: { kind: 'ask' } })
    await world.advance(DAY)
    expect(world.posted[0]?.reply).toMatchObject({
      gaps: [{ question: 'Who sold the ferry Heron to the zoo of Zanzibar?' }],
    })
    await world.advance(DAY)
    expect(world.posted[1]?.reply).toMatchObject({ gaps: [] })
  })
})

describe('a watch', () => {
  it('posts when a new document has it, at most once an hour, all of it once', async () => {
    const world = new ScheduleWorld('2025-11-20T12:10:00Z')
    const { bot } = world.start()
    world.add([ferry('before')])
    await world.advance(MINUTE)
    expect(await told(bot, 'watch ferry Tarwell')).toContain('at most once an hour')
    await told(bot, 'watch bridge')
    expect((await told(bot, 'watch')).split('\n')).toHaveLength(2)
    await world.advance(HOUR)
    expect(world.posted).toHaveLength(0)
    world.add([
      ferry('Heron'),
      documentFrom('other.md', '# Bakers\n\nThe bakers gave away bread for six weeks.\n'),
    ])
    await world.settle()
    expect(world.posted).toHaveLength(1)
    const [first] = world.posted
    expect(first?.reply).toMatchObject({ title: 'New on ferry Tarwell' })
    expect(JSON.stringify(first?.reply)).not.toMatch(/ferry before|bakers/)
    for (const name of ['Ibis', 'Egret', 'Stork']) {
      await world.advance(10 * MINUTE)
      world.add([ferry(name)])
    }
    expect(world.posted).toHaveLength(1)
    await world.advance(HOUR)
    expect(world.posted).toHaveLength(2)
    const second = JSON.stringify(world.posted[1]?.reply)
    for (const name of ['Ibis', 'Egret', 'Stork']) expect(second).toContain(`${name}.md`)
    expect(second).not.toContain('The ferry Heron')
    await told(bot, 'unwatch ferry tarwell')
    world.add([ferry('Crane')])
    await world.advance(DAY)
    expect(world.posted).toHaveLength(2)
  })

  it('folds what several watches have found into one post', async () => {
    const world = new ScheduleWorld('2025-11-20T12:10:00Z')
    const { bot } = world.start()
    await told(bot, 'watch ferry')
    await told(bot, 'watch bridge')
    await world.advance(MINUTE)
    world.add([
      ferry('Heron'),
      documentFrom(
        'bridge.md',
        '# Bridge\n\nThe bridge at Oss was closed to lorries by the district council.\n',
      ),
    ])
    await world.settle()
    expect(world.posted).toHaveLength(1)
    expect(world.posted[0]?.reply).toMatchObject({ title: 'New on ferry, bridge' })
    expect(JSON.stringify(world.posted[0]?.reply)).toMatch(
      /bridge at Oss.*ferry Heron|ferry Heron.*bridge at Oss/s,
    )
  })
})
