/** Watches of whoever sits at the machine: nothing is posted, they look themselves. */
import { describe, expect, it } from 'vitest'
import type { Bot } from '../../src/bot.ts'
import type { Reply } from '../../src/reply.ts'
import { englishIn } from '../support/english.ts'
import { documentFrom } from '../support/library.ts'
import { DAY, HOUR, ScheduleWorld } from '../support/schedule-world.ts'

let count = 0
const ask = (bot: Bot, text: string, over: { language?: 'fr'; channel?: string } = {}) =>
  bot.answer({
    id: String(count++),
    text,
    user: 'you',
    channel: 'terminal',
    platform: 'terminal',
    local: true,
    ...over,
  })
const textOf = (reply: Reply): string =>
  reply.kind === 'notice'
    ? reply.text.join('\n')
    : reply.kind === 'failed'
      ? reply.message
      : reply.kind
const said = async (...asked: Parameters<typeof ask>) => textOf(await ask(...asked))
const quotesOf = (reply: Reply): string[] =>
  reply.kind === 'summary' ? reply.lead.map(({ text }) => text) : []

const report = (name: string, text: string) =>
  documentFrom(`${name}.md`, `---\ntitle: Bulletin ${name}\ndate: 2025-11-20\n---\n\n${text}\n`)

function start() {
  const world = new ScheduleWorld('2025-11-20T12:10:00Z')
  world.add([report('old', 'The ferry at Brunmark was repaired in spring.')])
  world.now += HOUR
  return { world, ...world.start() }
}

describe('a watch at the machine', () => {
  it('is listed, and removed by its words or its number', async () => {
    const { bot } = start()
    expect(await said(bot, 'watch')).toContain('Nothing is watched here')
    expect(await said(bot, 'watch ferry Brunmark')).toContain(
      'Tells when a new document has “ferry Brunmark”.',
    )
    await said(bot, 'watch displaced > 200 Brunmark')
    expect(await said(bot, 'watch')).toMatch(/1: watch · ferry Brunmark · not looked at yet/)
    expect(await said(bot, 'unwatch ferry Brunmark')).toContain('is watched no more')
    expect(await said(bot, 'unwatch 2')).toContain('is watched no more')
    expect(await said(bot, 'watch')).toContain('Nothing is watched here')
  })

  it('shows what new documents have since it was looked, once, however long that is', async () => {
    const { world, bot } = start()
    await said(bot, 'watch ferry Brunmark')
    expect(await said(bot, 'watch found')).toContain('No new document has anything')
    world.now += 40 * DAY
    world.add([report('new', 'The ferry at Brunmark sank in the storm.')])
    world.now += 40 * DAY
    world.add([report('other', 'Wells were dug at Tarwell.')])
    expect(quotesOf(await ask(bot, 'watch found'))).toEqual([
      'The ferry at Brunmark sank in the storm.',
    ])
    expect(await said(bot, 'watch found')).toContain('No new document has anything')
    expect(await said(bot, 'watch')).toContain('last looked at 2026-')
    world.now += HOUR
    world.add([report('third', 'A new ferry came to Brunmark.')])
    expect(quotesOf(await ask(bot, 'watch found'))).toEqual(['A new ferry came to Brunmark.'])
  })

  it('is the same from the command line, and of nobody else', async () => {
    const { world, bot } = start()
    await said(bot, 'watch ferry Brunmark')
    expect(await said(bot, 'watch', { channel: 'cli' })).toContain('ferry Brunmark')
    const inChannel = await bot.answer({
      id: 'c',
      text: 'watch',
      user: 'U1',
      role: 'admin',
      channel: 'C1',
      platform: 'slack',
    })
    expect(textOf(inChannel)).toContain('Nothing is watched here')
    world.add([report('new', 'The ferry at Brunmark sank in the storm.')])
    await world.advance(2 * DAY)
    expect(world.posted).toEqual([])
  })

  it('has no time and no address, and a schedule is made in its channel', async () => {
    const { bot } = start()
    for (const typed of ['watch ferry daily 08:00 UTC', 'watch ferry to:desk@example.org'])
      expect(await said(bot, typed)).toContain('Here nothing is posted')
    expect(await said(bot, 'schedule list')).toContain('made in the channel')
  })

  it('is told in French', async () => {
    const { bot } = start()
    for (const typed of [
      'surveille',
      'surveille ferry',
      'surveille',
      'watch found',
      'watch x 08:00 UTC',
    ])
      expect(
        englishIn((await said(bot, typed, { language: 'fr' })).replaceAll('watch', '')),
      ).toEqual([])
  })
})
