/** A person's watch, from what they type in a direct message to what comes there. */
import { afterEach, describe, expect, it } from 'vitest'
import type { Adapter } from '../../src/adapter.ts'
import { openBench as openDiscord } from '../support/discord/harness.ts'
import { documentFrom } from '../support/library.ts'
import { ScheduleWorld } from '../support/schedule-world.ts'
import { openBench as openSlack } from '../support/slack/harness.ts'
import { until } from '../support/slack/scenarios.ts'

const SEARCH = 'displaced > 2000 Brunmark'
const report = (name: string, people: string) =>
  documentFrom(
    `${name}.md`,
    `---\ntitle: Bulletin ${name}\npublisher: River Watch\n---\n\nIn Brunmark ${people} people were displaced by the flood.\n`,
  )

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/**
 * @param say a person says it to the bot alone
 * @param shown all that they see there
 * @returns how often was posted
 */
async function watched(
  adapter: Adapter,
  say: (text: string) => void,
  shown: () => string,
): Promise<number> {
  const world = new ScheduleWorld('2025-11-20T12:10:00Z')
  world.add([report('before', '900')])
  const { bot } = world.start({}, adapter)
  await adapter.start((message) => bot.answer(message))
  say(`watch ${SEARCH}`)
  await until(() => shown().includes('at most once an hour'))
  await world.advance(60_000)
  world.add([report('small', '1,400')])
  await world.settle()
  world.add([report('large', '2,300')])
  await world.settle()
  await until(() => shown().includes('2,300'))
  expect(shown()).not.toContain('1,400')
  say('watch')
  await until(() => shown().includes(`1: watch · ${SEARCH}`))
  say('unwatch 1')
  await until(() => shown().includes('is watched no more'))
  return world.calls
}

describe('a watch of one’s own', () => {
  it('works in Slack', async () => {
    const bench = await openSlack()
    closing.push(() => bench.close())
    const posts = await watched(
      bench.adapter(),
      (text) => void bench.double.say('D1', 'U1', text).deliver(),
      () => JSON.stringify(bench.double.workspace.said('D1')).replaceAll('\\"', '"'),
    )
    expect(posts).toBe(1)
  })

  it('works in Discord', async () => {
    const bench = await openDiscord()
    closing.push(() => bench.close())
    const direct = bench.double.guilds.direct()
    const posts = await watched(
      bench.adapter(),
      (text) => void bench.double.say(direct, text),
      () => bench.double.guilds.shown(),
    )
    expect(posts).toBe(1)
  })
})
