import { afterEach } from 'vitest'
import { testAdapter } from '../../support/adapter-contract.ts'
import type { Stored } from '../../support/discord/guilds.ts'
import { type Bench, openBench } from '../../support/discord/harness.ts'

const benches: Bench[] = []
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close()
})

testAdapter('Discord', async () => {
  const bench = await openBench()
  benches.push(bench)
  const { double } = bench
  const channel = double.guilds.channel()
  let last: Stored | undefined
  return {
    adapter: bench.adapter(),
    destination: channel.id,
    say: (text) => {
      last = double.mention(channel, text)
      return Promise.resolve()
    },
    redeliver: () => {
      if (last !== undefined) double.tell(last)
      return Promise.resolve(true)
    },
    shown: () => double.guilds.shown(),
  }
})
