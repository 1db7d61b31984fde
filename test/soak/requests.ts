/** Every kind of request to large and hostile documents: how long each takes and keeps others waiting. */
import { prepareDates } from '../../index/dates.ts'
import { table } from '../bench/measure.ts'
import { heavySets, measureRequests } from '../support/heavy.ts'
import { watchTurns } from '../support/turns.ts'
import type { Check } from './check.ts'

export async function soakRequests(check: (result: Check) => void): Promise<void> {
  const rows: string[][] = [['documents', 'request', 's', 'held ms', 'reply']]
  // A program that serves does so when it starts: that holds what else it starts, and counts.
  const turns = watchTurns()
  await prepareDates()
  let [slowest, longest] = [0, turns.stop()]
  rows.push(['none yet', 'start', '', longest.toFixed(0), ''])
  for (const { name, make } of heavySets({ passages: 50_000, figures: 30_000 })) {
    const bot = make()
    for (const one of await measureRequests(bot)) {
      rows.push([name, one.request, one.seconds.toFixed(2), one.held.toFixed(0), one.kind])
      slowest = Math.max(slowest, one.seconds)
      longest = Math.max(longest, one.held)
    }
  }
  process.stdout.write(`${table(rows)}\n\n`)
  check({ what: 'the slowest reply, s of processor time', measured: slowest, most: 2 })
  check({ what: 'event loop held, ms of processor time', measured: longest, most: 100 })
}
