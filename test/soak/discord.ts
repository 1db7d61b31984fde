/** Discord at full counts and, where waiting matters, at Discord's own pace. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TIMING } from '../../adapters/discord/timing.ts'
import { type Bench, openBench, QUICK } from '../support/discord/harness.ts'
import {
  answering,
  channelsOf,
  type Counted,
  deferred,
  gatewayFaults,
  isAnswered,
  killed,
  limitedChannel,
  redelivered,
  repliesTo,
  survived,
  until,
} from '../support/discord/scenarios.ts'
import { injected } from '../support/discord/injecting.ts'
import type { Check } from './check.ts'
import { checkInjections } from './injections.ts'

export async function soakDiscord(check: (result: Check) => void): Promise<void> {
  let escaped = 0
  const note = (): void => void escaped++
  process.on('unhandledRejection', note)
  process.on('uncaughtException', note)
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-soak-'))
  const on = async (use: (bench: Bench) => Promise<void>, store?: string): Promise<void> => {
    const bench = await openBench(store === undefined ? undefined : join(folder, store))
    try {
      await use(bench)
    } finally {
      await bench.close()
      const { violations } = bench.double
      check({ what: '  over a limit of Discord’s', measured: violations.length, most: 0 })
      check({ what: '  secrets in the log at debug level', measured: leaks(bench), most: 0 })
    }
  }
  try {
    await on(async (bench) => {
      once('1,000 questions, each delivered 3 times', await redelivered(bench, 1000))
    }, 'restart.sqlite')
    await on(async (bench) => {
      const counts = await redelivered(bench, 1000, { abrupt: true })
      once('the same, the run cut off in the middle', counts)
    }, 'abrupt.sqlite')
    await on(async (bench) => {
      const counts = await killed(bench, join(folder, 'killed.sqlite'), 400, 10)
      once('400 questions, the process killed 10 times', counts)
    })
    await on(async (bench) => {
      const adapter = bench.adapter({ timing: { ...QUICK, connect: 4000 } })
      const faulted = await gatewayFaults(bench, adapter, 200)
      once('200 faults of the gateway', faulted.counted)
      check({
        what: '200 faults of the gateway: sessions begun anew, beyond those that had to',
        measured: faulted.identifies - faulted.final,
        most: 0,
      })
    })
    await on(async (bench) => {
      const took = await deferred(bench, bench.adapter({ timing: TIMING }), 300)
      check({
        what: '300 commands at once: the last deferred after, ms',
        measured: took,
        most: 3000,
      })
    })
    await on(async (bench) => {
      const { others } = await limitedChannel(bench, bench.adapter({ timing: TIMING }), 30)
      check({
        what: 'one of 20 channels limited for 30 s: the slowest other answered after, ms',
        measured: others,
        most: 5000,
      })
    })
    await on(async (bench) => {
      const took = await afterRefusal(bench)
      check({
        what: 'refused the token once: sending again after, ms',
        measured: took,
        most: 60_000,
      })
    })
    await on(async (bench) => {
      const { counted, slowest } = await survived(bench, bench.adapter({ timing: TIMING }), 200)
      once('200 faults of the API', counted)
      check({ what: '200 faults of the API: answered after, ms', measured: slowest, most: 30_000 })
    })
    await on((bench) => checkInjections(check, (strings) => injected(bench, strings)))
    check({ what: 'errors that nobody caught', measured: escaped, most: 0 })
  } finally {
    rmSync(folder, { recursive: true })
    process.off('unhandledRejection', note)
    process.off('uncaughtException', note)
  }

  function once(what: string, { questions, replies, unanswered, twice }: Counted): void {
    check({ what: `${what}: replies`, measured: replies, least: questions, most: questions })
    check({ what: `${what}: unanswered`, measured: unanswered, most: 0 })
    check({ what: `${what}: answered twice`, measured: twice, most: 0 })
  }
}

/** Milliseconds from a 401 to the reply. */
async function afterRefusal(bench: Bench): Promise<number> {
  const { double } = bench
  await bench.adapter({ timing: TIMING }).start(answering().answer)
  double.faults.add({ mishap: { kind: 'error', status: 401, code: 0 } })
  const began = performance.now()
  const said = channelsOf(bench, 1).map((channel) => double.mention(channel, 'How deep is well 1?'))
  await until(() => isAnswered(bench, said), 90_000)
  return repliesTo(bench, said)[0] === 1 ? performance.now() - began : Infinity
}

function leaks({ double, lines }: Bench): number {
  const text = lines.join('')
  const tokens = double.interactions.all.map(({ token }) => token)
  return [double.token, ...tokens].filter((secret) => text.includes(secret)).length
}
