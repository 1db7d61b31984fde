import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readPattern } from '../../src/schedule/pattern.ts'
import type { Store } from '../../src/store/store.ts'
import { documentFrom } from '../support/library.ts'
import { DAY, type Fatal, HOUR, ScheduleWorld } from '../support/schedule-world.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'verbatim-schedule-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const daily = (store: Store, quiet = false) =>
  store.schedules.add({
    destination: 'slack:C1',
    pattern: readPattern('daily 08:00 Europe/Paris').pattern,
    quiet,
  })

const report = (name: string, text: string) =>
  documentFrom(
    `${name}.md`,
    `---\ntitle: Report ${name}\npublisher: Field Office\n---\n\n${text}\n`,
  )

const datesOf = (world: ScheduleWorld) => world.posted.map(({ key }) => key.split('/').at(-1))
const shownIn = (world: ScheduleWorld, at = -1) => JSON.stringify(world.posted.at(at)?.reply)

describe('a schedule', () => {
  it('posts once a day at its local time', async () => {
    const world = new ScheduleWorld('2025-10-24T12:00:00Z')
    await daily(world.start().store)
    await world.advance(4 * DAY)
    // The clocks go back on the 26th.
    expect(world.posted.map(({ at }) => at.toISOString())).toEqual([
      '2025-10-25T06:00:00.000Z',
      '2025-10-26T07:00:00.000Z',
      '2025-10-27T07:00:00.000Z',
      '2025-10-28T07:00:00.000Z',
    ])
    expect(world.calls).toBe(4)
    expect(world.posted[0]).toMatchObject({ to: 'C1', reply: { kind: 'summary' } })
  })

  it('tells what came in since the last post, and none of it twice', async () => {
    const world = new ScheduleWorld('2025-11-20T12:00:00Z')
    await daily(world.start().store)
    world.add([report('one', 'The ferry at Tarwell sank with 12 people on board on Monday night.')])
    await world.advance(DAY)
    expect(shownIn(world)).toContain('ferry at Tarwell')
    world.add([
      report(
        'two',
        'The ferry at Tarwell sank with 12 people on board on Monday night. Divers from Oss began to search the river at first light.',
      ),
    ])
    await world.advance(DAY)
    const { lead, documents } = JSON.parse(shownIn(world))
    expect(documents).toHaveLength(1)
    expect(documents[0].documents[0].citation.document).toBe('two.md')
    expect(lead.map(({ text }: { text: string }) => text)).toEqual([
      'Divers from Oss began to search the river at first light.',
    ])
    await world.advance(DAY)
    expect(shownIn(world)).toContain('Nothing new since Saturday 22 November 2025, 08:00.')
  })

  it('says nothing when nothing is new and it is to be quiet', async () => {
    const world = new ScheduleWorld('2025-11-20T12:00:00Z')
    await daily(world.start().store, true)
    await world.advance(3 * DAY)
    expect(world.posted).toHaveLength(0)
    world.add([report('one', 'The ferry at Tarwell sank with 12 people on board on Monday night.')])
    await world.advance(DAY)
    expect(world.posted).toHaveLength(1)
  })

  it('tells what came in late, with an older time', async () => {
    const world = new ScheduleWorld('2025-11-20T12:00:00Z')
    await daily(world.start().store)
    await world.advance(2 * DAY)
    // Noted by another process before the last post, seen here only after it.
    world.add(
      [report('late', 'The bridge at Oss was closed to lorries by the district council.')],
      world.now - 6 * HOUR,
    )
    await world.advance(DAY)
    expect(shownIn(world)).toContain('bridge at Oss')
    await world.advance(DAY)
    expect(shownIn(world)).not.toContain('bridge at Oss')
  })

  it('drops the lines of a document that is gone by the time it is sent', async () => {
    const world = new ScheduleWorld('2025-11-20T12:00:00Z')
    const { store } = world.start()
    await daily(store)
    world.add([
      report('kept', 'The ferry at Tarwell sank with 12 people on board on Monday night.'),
      report('gone', 'The bridge at Oss was closed to lorries by the district council.'),
    ])
    world.failing.push('refused')
    await world.advance(19 * HOUR)
    expect(world.calls).toBe(1)
    world.remove('gone.md')
    await world.advance(HOUR)
    expect(shownIn(world)).toContain('ferry')
    expect(shownIn(world)).not.toMatch(/gone\.md|bridge/)
  })

  it('is silent while it is paused, and makes up for nothing', async () => {
    const world = new ScheduleWorld('2025-11-20T12:00:00Z')
    const { store } = world.start()
    const { id } = await daily(store)
    await store.schedules.pause(id, true)
    await world.advance(2 * DAY)
    await store.schedules.pause(id, false)
    await world.advance(0)
    expect(world.posted).toHaveLength(0)
    await world.advance(DAY)
    expect(datesOf(world)).toEqual(['2025-11-23'])
  })

  it('of another platform is left to whoever runs that', async () => {
    const world = new ScheduleWorld('2025-11-20T12:00:00Z')
    const { store } = world.start()
    const pattern = readPattern('daily 08:00 UTC').pattern
    const { id } = await store.schedules.add({ destination: 'discord:9', pattern, quiet: false })
    await world.advance(3 * DAY)
    expect(await store.posts.of('discord:9', id)).toEqual([])
  })
})

describe('after a time in which nobody was there', () => {
  it.each([
    ['a minute', 60_000, 1, 0],
    ['five hours', 5 * HOUR, 1, 0],
    ['seven hours', 7 * HOUR, 0, 1],
    ['two days and an hour', 49 * HOUR, 1, 0],
    ['six and a half days', 6.5 * DAY, 0, 1],
    ['seven days and an hour', 169 * HOUR, 1, 0],
  ])('of %s there is one post in the window, else one missed', async (_, down, posts, missed) => {
    const world = new ScheduleWorld('2025-11-20T12:00:00Z', { path: join(folder, 'store.sqlite') })
    const first = world.start()
    const { id } = await daily(first.store)
    await world.advance(DAY / 2)
    first.kill()
    // Away from just before the run.
    world.now = Date.parse('2025-11-21T06:59:59Z') + down
    const { store } = world.start()
    await world.settle()
    expect(world.posted).toHaveLength(posts)
    const states = (await store.posts.of('slack:C1', id)).map(({ state }) => state)
    expect(states.filter((state) => state === 'missed')).toHaveLength(missed)
    await world.advance(DAY)
    expect(world.posted).toHaveLength(posts + 1)
  })
})

describe('a clock that jumps', () => {
  it('forward and back neither doubles nor skips', async () => {
    const world = new ScheduleWorld('2025-11-20T12:00:00Z')
    const { runner, store } = world.start()
    const { id } = await daily(store)
    await world.advance(DAY)
    world.now += 5 * DAY
    runner.look()
    await world.settle()
    world.now -= 5 * DAY
    runner.look()
    world.add([report('one', 'The ferry at Tarwell sank with 12 people on board on Monday night.')])
    await world.advance(6 * DAY)
    const dates = datesOf(world)
    expect(new Set(dates).size).toBe(dates.length)
    for (let day = 21; day <= 27; day++)
      // What was due while the clock was wrong is written down as missed, or was posted.
      expect((await store.posts.of('slack:C1', id)).map(({ date }) => date)).toContain(
        `2025-11-${day}`,
      )
    expect(dates).toContain('2025-11-22')
    expect(
      world.posted.filter(({ reply }) => JSON.stringify(reply).includes('ferry')),
    ).toHaveLength(1)
  })
})

describe('posting', () => {
  it('is done by one of two processes on one store', async () => {
    const world = new ScheduleWorld('2025-11-20T12:00:00Z', { path: join(folder, 'store.sqlite') })
    const one = world.start()
    const two = world.start()
    await daily(one.store)
    await world.advance(5 * DAY)
    expect(datesOf(world)).toHaveLength(5)
    expect(world.calls).toBe(5)
    one.kill()
    two.kill()
  })

  it('is tried again with the same key when nobody knows how it ended', async () => {
    const world = new ScheduleWorld('2025-11-20T12:00:00Z')
    const { store } = world.start()
    const { id } = await daily(store)
    world.failing.push('taken', 'refused')
    await world.advance(19 * HOUR + 30_000)
    expect((await store.posts.of('slack:C1', id))[0]).toMatchObject({
      state: 'unknown',
      note: /lost/,
    })
    await world.advance(HOUR)
    expect(world.calls).toBe(3)
    expect(world.posted).toHaveLength(1)
    expect((await store.posts.of('slack:C1', id))[0]).toMatchObject({ state: 'sent' })
  })

  it('is given up after the window, and stays known as unknown', async () => {
    const world = new ScheduleWorld('2025-11-20T12:00:00Z')
    const { store, bot } = world.start()
    await daily(store)
    world.failing.push(...Array.from({ length: 500 }, () => 'refused' as const))
    await world.advance(DAY + 7 * HOUR)
    world.failing.length = 0
    const message = { id: '1', text: 'schedule list', user: 'U1', role: 'admin' as const }
    const reply = await bot.answer({
      ...message,
      request: { kind: 'manage' },
      platform: 'slack',
      channel: 'C1',
    })
    expect(JSON.stringify(reply)).toContain('nobody knows whether 2025-11-21 was posted')
    const calls = world.calls
    await world.advance(10 * HOUR)
    expect(world.calls).toBe(calls)
  })

  it('loses, doubles and hides nothing, wherever its process is killed', async () => {
    const fatal = fc.constantFrom<Fatal>('computing', 'before', 'accepted', 'answered')
    let run = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fatal, fc.integer({ min: 0, max: 20 })), { minLength: 1, maxLength: 4 }),
        async (kills) => {
          const path = join(folder, `${run++}.sqlite`)
          const world = new ScheduleWorld('2025-11-20T12:00:00Z', { path })
          let process = world.start()
          const { id } = await daily(process.store)
          await world.advance(HOUR)
          for (const [kind, minutes] of kills) {
            world.fatal.push(kind)
            await world.advance(DAY)
            if (world.alive > 0) continue
            // Somebody notices after a while.
            world.now += minutes * 60_000
            process = world.start()
          }
          await world.advance(DAY)
          const posts = await process.store.posts.of('slack:C1', id)
          const told = new Map(posts.map(({ date, state }) => [date, state]))
          const dates = datesOf(world)
          expect(new Set(dates).size).toBe(dates.length)
          // Before the window is over, all comes in the end.
          expect(told.size).toBe(dates.length)
          for (const date of dates) expect(told.get(date ?? '')).toBe('sent')
          process.kill()
        },
      ),
      { numRuns: 25 },
    )
  })
})
