/** Data folders: several processes at once, some of them killed. More checks of what is kept go here. */
import { type History, history } from '../support/shared-folder.ts'
import type { Check } from './check.ts'

const HISTORIES = Number(process.env['SOAK_HISTORIES'] ?? 300)

export async function soakData(check: (result: Check) => void): Promise<void> {
  const all: History[] = []
  for (let seed = 1; seed <= HISTORIES; seed++) {
    const one = await history(seed)
    for (const fault of one.faults) process.stderr.write(`${fault}\n`)
    all.push(one)
  }
  const sum = (of: (one: History) => number): number =>
    all.reduce((total, one) => total + of(one), 0)
  const what = `${HISTORIES} histories of ${sum(({ ran }) => ran)} processes, ${sum(({ killed }) => killed)} killed`
  check({
    what: `${what}: those with a document lost, doubled or wrongly told`,
    measured: all.filter(({ faults }) => faults.length > 0).length,
    most: 0,
  })
}
