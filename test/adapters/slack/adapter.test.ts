import { afterEach } from 'vitest'
import { testAdapter } from '../../support/adapter-contract.ts'
import type { Said } from '../../support/slack-double.ts'
import { type Bench, openBench } from '../../support/slack/harness.ts'

const benches: Bench[] = []
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close()
})

testAdapter('Slack', async () => {
  const bench = await openBench()
  benches.push(bench)
  const { double } = bench
  let last: Said | undefined
  return {
    adapter: bench.adapter(),
    destination: 'C1',
    say: async (text) => {
      last = double.mention('C1', 'U1', text)
      await last.deliver()
    },
    redeliver: async () => {
      await last?.deliver()
      return true
    },
    shown: () => double.workspace.shown(),
  }
})
