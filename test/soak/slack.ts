/** Slack at full counts and, where waiting matters, at Slack's own pace. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TIMING } from '../../adapters/slack/timing.ts'
import { type Bench, openBench } from '../support/slack/harness.ts'
import {
  type Counted,
  forged,
  killed,
  limitedChannel,
  redelivered,
  refreshed,
  survived,
} from '../support/slack/scenarios.ts'
import { injected } from '../support/slack/injecting.ts'
import type { Check } from './check.ts'
import { checkInjections } from './injections.ts'

export async function soakSlack(check: (result: Check) => void): Promise<void> {
  let escaped = 0
  const note = (): void => void escaped++
  process.on('unhandledRejection', note)
  process.on('uncaughtException', note)
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-soak-'))
  const store = join(folder, 'store.sqlite')
  const on = async (use: (bench: Bench) => Promise<void>, path?: string): Promise<void> => {
    const bench = await openBench(path)
    try {
      await use(bench)
    } finally {
      check({
        what: '  over a limit of Slack’s',
        measured: bench.double.violations.length,
        most: 0,
      })
      check({ what: '  secrets in the log at debug level', measured: leaks(bench), most: 0 })
      bench.double.violations.length = 0
      await bench.close()
    }
  }
  try {
    await on(
      async (bench) => {
        once(
          '1,000 events, each delivered 4 times, across a restart',
          await redelivered(bench, 1000),
        )
      },
      join(folder, 'restart.sqlite'),
    )
    await on(
      async (bench) => {
        const counts = await redelivered(bench, 1000, { abrupt: true, every: 40 })
        once('the same, the run cut off in the middle', counts)
      },
      join(folder, 'abrupt.sqlite'),
    )
    await on(async (bench) => {
      once('400 events, the process killed 10 times', await killed(bench, store, 400, 10))
    })
    await on(async (bench) => {
      const adapter = bench.adapter({ mode: 'http' })
      const { actedOn } = await forged(bench, adapter, 2000)
      check({
        what: '2,000 forged, stale, future or replayed requests: acted on',
        measured: actedOn,
        most: 0,
      })
    })
    await on(async (bench) => {
      const adapter = bench.adapter({ timing: TIMING })
      const { others } = await limitedChannel(bench, adapter, 30)
      check({
        what: 'one of 20 channels limited for 30 s: the slowest other answered after, ms',
        measured: others,
        most: 5000,
      })
    })
    await on(async (bench) => {
      const adapter = bench.adapter({ timing: TIMING })
      const rate = { refreshes: 100, every: 1000, rate: 20 }
      once('100 refreshes at 20 events a second', await refreshed(bench, adapter, rate))
    })
    await Promise.all(
      Array.from({ length: 6 }, (_, seed) =>
        on(async (bench) => {
          const result = await survived(bench, bench.adapter({ timing: TIMING }), 50, seed)
          once('50 faults', result.counted, { acknowledged: false })
          check({
            what: '50 faults: working again after, ms',
            measured: result.slowest,
            most: 30_000,
          })
        }),
      ),
    )
    await on((bench) => checkInjections(check, (strings) => injected(bench, strings)))
    check({ what: 'errors that nobody caught', measured: escaped, most: 0 })
  } finally {
    rmSync(folder, { recursive: true })
    process.off('unhandledRejection', note)
    process.off('uncaughtException', note)
  }

  function once(what: string, counts: Counted, { acknowledged = true } = {}): void {
    const { events, replies, unanswered, twice, p99 } = counts
    check({ what: `${what}: replies`, measured: replies, least: events, most: events })
    check({ what: `${what}: unanswered`, measured: unanswered, most: 0 })
    check({ what: `${what}: answered twice`, measured: twice, most: 0 })
    // What a fault lost on the way is acknowledged late by nobody's fault.
    if (acknowledged)
      check({ what: `${what}: acknowledged after, 99th percentile, ms`, measured: p99, most: 250 })
  }
}

function leaks({ double, lines }: Bench): number {
  const { botToken, appToken, signingSecret } = double
  const text = lines.join('')
  return [botToken, appToken, signingSecret].filter((secret) => text.includes(secret)).length
}
