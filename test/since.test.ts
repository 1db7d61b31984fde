import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sinceOf, splitSince } from '../src/since.ts'
import { readPattern } from '../src/schedule/pattern.ts'
import { documentFrom } from './support/library.ts'
import { ScheduleWorld } from './support/schedule-world.ts'
import { momentOf } from '../src/wordings/in-language.ts'

/** A Wednesday, 15:30 in Bamako, 16:30 in Paris. */
const now = new Date('2025-11-26T15:30:00Z')
const at = (text: string, zone = 'Africa/Bamako') =>
  sinceOf(text, { now, zone }).toISOString().slice(0, 16)

describe('since when', () => {
  it.each([
    ['Monday 8:00', '2025-11-24T08:00'],
    ['monday', '2025-11-24T00:00'],
    ['Friday at 18:30', '2025-11-21T18:30'],
    ['Wednesday 8:00', '2025-11-26T08:00'],
    ['Wednesday 17:00', '2025-11-19T17:00'],
    ['8:00', '2025-11-26T08:00'],
    ['17:00', '2025-11-25T17:00'],
    ['yesterday', '2025-11-25T00:00'],
    ['yesterday at 18:00', '2025-11-25T18:00'],
    ['2025-11-20', '2025-11-20T00:00'],
    ['lundi 8h', '2025-11-24T08:00'],
    ['hier à 18h30', '2025-11-25T18:30'],
    ['2025-11-24T08:00:00.000Z', '2025-11-24T08:00'],
  ])('%j is the last there was', (text, iso) => expect(at(text)).toBe(iso))

  it('is of the zone of who says it', () => {
    expect(at('Monday 8:00', 'Europe/Paris')).toBe('2025-11-24T07:00')
    expect(at('Monday', 'America/Port-au-Prince')).toBe('2025-11-24T05:00')
    expect(at('2025-11-20', 'Asia/Kolkata')).toBe('2025-11-19T18:30')
  })

  it.each(['soon', 'Moura', '2026-01-01', '', '2025-13-40T00:00:00Z'])(
    '%j is turned back',
    (text) => {
      expect(() => at(text)).toThrow(/is no time|still to come/)
    },
  )

  it('is never still to come', () => {
    const zones = ['Europe/Paris', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Kiritimati']
    const days = ['Monday', 'Tuesday', 'Sunday', 'vendredi', 'yesterday', '']
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2024-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
        fc.constantFrom(...zones),
        fc.constantFrom(...days),
        fc.integer({ min: 0, max: 23 }),
        (moment, zone, day, hour) => {
          const since = sinceOf(`${day} ${hour}:00`.trim(), { now: moment, zone })
          expect(since.getTime()).toBeLessThanOrEqual(moment.getTime())
          expect(moment.getTime() - since.getTime()).toBeLessThanOrEqual(8 * 86_400_000)
        },
      ),
    )
  })

  it.each([
    ['Moura since Monday 8:00', 'Moura', '2025-11-24T08:00'],
    ['since Monday 8:00', '', '2025-11-24T08:00'],
    ['choléra depuis lundi 8h', 'choléra', '2025-11-24T08:00'],
    ['choléra depuis le 20 novembre 2025', 'choléra', '2025-11-20T00:00'],
    ['floods since:"Monday 8:00" Oss', 'floods Oss', '2025-11-24T08:00'],
    ['displaced since the flood', 'displaced since the flood', undefined],
  ])('is told from the topic in %j', (text, topic, since) => {
    const found = splitSince(text, { now, zone: 'Africa/Bamako' })
    expect([found.topic, found.since?.toISOString().slice(0, 16)]).toEqual([topic, since])
  })

  it('is by the clock and in the language of the channel', async () => {
    const world = new ScheduleWorld('2025-11-26T15:30:00Z')
    const scope = {
      sets: ['default'],
      outsiders: false,
      zone: 'Europe/Paris',
      language: 'fr',
    } as const
    const { bot, store } = world.start({ channels: { 'slack:C1': scope } })
    const asked = { user: 'U1', platform: 'slack' }
    world.add([
      documentFrom('a.md', '# Ferry\n\nThe ferry to Tarwell sank with 12 people on board.\n'),
    ])
    const title = async (id: string, text: string, channel: string) => {
      const reply = await bot.answer({ ...asked, id, text, channel })
      return reply.kind === 'summary' ? reply.title : reply.kind
    }
    expect(await title('1', 'synthèse depuis lundi 8h', 'C1')).toBe(
      'Nouveau depuis le lundi 24 novembre 2025, 08:00',
    )
    expect(await title('2', 'brief ferry since Monday 8:00', 'C2')).toBe(
      'New since Monday 24 November 2025, 08:00: ferry',
    )
    // Where the configuration says nothing, the clock of its schedule.
    const { pattern } = readPattern('daily 08:00 Asia/Kolkata')
    await store.schedules.add({ destination: 'slack:C2', pattern, quiet: false })
    expect(await title('3', 'brief since 8:00', 'C2')).toBe(
      'New since Wednesday 26 November 2025, 08:00',
    )
  })

  it('is told with its weekday and hour, in its language and zone', () => {
    const moment = new Date('2025-11-24T07:00:00Z')
    expect(momentOf(moment, 'en', 'Europe/Paris')).toBe('Monday 24 November 2025, 08:00')
    expect(momentOf(moment, 'fr', 'Europe/Paris')).toBe('lundi 24 novembre 2025, 08:00')
    expect(momentOf(new Date('2025-11-24T00:00:00Z'), 'en')).toBe('24 November 2025')
  })
})
