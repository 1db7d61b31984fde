/** What a channel may not see goes nowhere: not into a reply, a button, a file, a completion or the log. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CANARY, canaryBot, innocentQuestion } from '../../support/canary.ts'
import { type Bench, openBench } from '../../support/discord/harness.ts'
import { randomOf } from '../../support/random.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const SOON = { timeout: 20_000, interval: 5 }

it('of another set’s documents nothing leaves, whatever is asked or completed', async () => {
  const { double } = bench
  const bot = canaryBot()
  const channel = double.guilds.channel()
  await bench.adapter().start((message) => bot.answer(message))
  const random = randomOf(6)
  for (let turn = 0; turn < 40; turn++) {
    const question = innocentQuestion(random)
    const { asked } =
      turn % 4 === 3
        ? double.typing(channel, 'figure', { what: question.slice(0, 3) }, 'what')
        : turn % 4 === 2
          ? double.command(channel, 'figure', { what: question })
          : double.command(channel, 'ask', { question })
    const isOver = () => asked.choices !== undefined || asked.original?.loading === false
    await vi.waitFor(() => expect(isOver()).toBe(true), SOON)
  }
  const traffic = JSON.stringify([double.calls, double.interactions.all])
  expect(traffic.length).toBeGreaterThan(10_000)
  expect(traffic).not.toMatch(CANARY)
  expect(bench.lines.join('')).not.toMatch(CANARY)
})

it('of its own set’s documents everything is said', async () => {
  const { double } = bench
  const channel = double.guilds.channel()
  const bot = canaryBot({
    channels: { [`discord:${channel.id}`]: { sets: ['vault'], outsiders: false } },
  })
  await bench.adapter().start((message) => bot.answer(message))
  const { asked } = double.command(channel, 'ask', { question: 'Who keeps blankets?' })
  await vi.waitFor(() => expect(asked.original?.loading).toBe(false), SOON)
  expect(JSON.stringify(asked.original)).toMatch(CANARY)
})
