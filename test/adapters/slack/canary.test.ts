/** What a channel may not see goes nowhere: not into a reply, a button, a file, a completion or the log. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { CANARY, canaryBot, innocentQuestion } from '../../support/canary.ts'
import { randomOf } from '../../support/random.ts'
import { type Bench, openBench } from '../../support/slack/harness.ts'
import { until } from '../../support/slack/scenarios.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

it('of another set’s documents nothing leaves, whatever is asked or pressed', async () => {
  const bot = canaryBot()
  await bench.adapter().start((message) => bot.answer(message))
  const random = randomOf(5)
  const said = (): number => bench.double.workspace.said('C1').length
  for (let turn = 0; turn < 40; turn++) {
    const before = said()
    const command = turn % 4 === 1 ? '/ask' : turn % 4 === 2 ? '/figure' : undefined
    const question = innocentQuestion(random)
    if (command === undefined) await bench.double.mention('C1', 'U1', question).deliver()
    else await bench.double.command('C1', 'U1', command, question)
    await until(() => said() > before)
  }
  const traffic = JSON.stringify(bench.double.calls)
  expect(traffic.length).toBeGreaterThan(10_000)
  expect(traffic).not.toMatch(CANARY)
  expect(bench.lines.join('')).not.toMatch(CANARY)
})

it('of its own set’s documents everything is said', async () => {
  const bot = canaryBot({ channels: { 'slack:C1': { sets: ['vault'], outsiders: false } } })
  await bench.adapter().start((message) => bot.answer(message))
  await bench.double.mention('C1', 'U1', 'Who keeps blankets?').deliver()
  await until(() => bench.double.workspace.said('C1').length === 1)
  expect(JSON.stringify(bench.double.calls)).toMatch(CANARY)
})
