/** Data folders: what is kept through other processes, load, links, damage, full disks, clocks and backups. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { backedUp } from '../support/kept/backups.ts'
import { busy } from '../support/kept/busy.ts'
import { jumping } from '../support/kept/clocks.ts'
import { damaged } from '../support/kept/damages.ts'
import { filled, whyNoDisks } from '../support/kept/disks.ts'
import { linked } from '../support/kept/links.ts'
import { history } from '../support/kept/shared-folder.ts'
import { weighed } from '../support/kept/weights.ts'
import { table } from '../bench/measure.ts'
import type { Check } from './check.ts'

interface Row {
  readonly what: string
  readonly tries: number
  readonly run: (seed: number) => Promise<readonly string[]>
}

/** Real reports, where there are some beside the project. */
const REPORTS = join(import.meta.dirname, '../../../shared/eval/documents')
/** A part of the whole, for a look in between: SOAK_SHARE=0.1. */
const SHARE = Number(process.env['SOAK_SHARE'] ?? 1)
const LOAD = 10
const TOLD = 25

export async function soakData(check: (result: Check) => void): Promise<void> {
  const rows: string[][] = [['check', 'tried', 'target', 'with a fault', 's']]
  for (const { what, tries, run } of rowsToRun()) {
    const begun = performance.now()
    const count = Math.max(1, Math.round(tries * SHARE))
    let faulty = 0
    for (let seed = 1; seed <= count; seed++) {
      const faults = await run(seed)
      for (const fault of faults) process.stderr.write(`${what}: ${fault}\n`)
      if (faults.length > 0) faulty++
      if (seed % TOLD === 0)
        process.stderr.write(`${what}: ${seed} of ${count}, ${faulty} faulty\n`)
    }
    const seconds = (performance.now() - begun) / 1000
    rows.push([what, String(count), '0', String(faulty), seconds.toFixed(0)])
    check({ what: `${what} (${count} tried): with a fault`, measured: faulty, most: 0 })
  }
  process.stdout.write(`\n${table(rows)}\n`)
}

function rowsToRun(): Row[] {
  const rows: Row[] = [
    { what: 'a clock that jumps', tries: 2000, run: jumping },
    { what: 'links out of a folder', tries: 30, run: linked },
    { what: 'a damaged file', tries: 120, run: damaged },
    { what: 'a backup while others write', tries: 20, run: backedUp },
    { what: 'processor time and memory of harmful files', tries: 1, run: weighed },
  ]
  const noDisks = whyNoDisks()
  if (noDisks === undefined) rows.push({ what: 'a full or read-only disk', tries: 20, run: filled })
  else process.stdout.write(`not tried: a full or read-only disk (${noDisks})\n`)
  if (existsSync(REPORTS))
    rows.push({
      what: 'reports read on a busy machine',
      tries: 2,
      run: (seed) => busy(seed, REPORTS, LOAD),
    })
  else process.stdout.write('not tried: reports on a busy machine (there are none)\n')
  rows.push({
    what: 'histories of several processes',
    tries: 300,
    run: async (seed) => (await history(seed)).faults,
  })
  return rows
}
