/** Real reports read while the machine is busy with other things: what was skipped then is read later. */
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { faultsOf, inHome } from './home.ts'

/** A quiet machine reads a report within so long. */
const A_REPORT_MS = 3000

export const busy = (seed: number, folder: string, load: number): Promise<readonly string[]> =>
  inHome('busy', seed, async (home) => {
    const others = Array.from({ length: load }, () =>
      spawn(process.execPath, ['--eval', 'for (;;);'], { stdio: 'ignore' }),
    )
    const faults: string[] = []
    const reports = readdirSync(folder).length
    let skipped = 0
    try {
      const added = await home.run(['add', folder], { patience: A_REPORT_MS * load * reports })
      faults.push(...faultsOf(added, [0]))
      skipped = skippedIn(added.out + added.error)
    } finally {
      for (const other of others) other.kill('SIGKILL')
    }
    const refreshed = await home.run(['refresh'])
    faults.push(...faultsOf(refreshed, [0]))
    const after = skippedIn(refreshed.out + refreshed.error)
    const { out } = await home.run(['sources', '--json'])
    const read = new Set([...out.matchAll(/"document": ?"([^"]+)"/gu)].map(([, name]) => name)).size
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && !entry.name.startsWith('.'),
    ).length
    if (read + after < files)
      faults.push(`${files} files: ${read} read, ${after} skipped (${skipped} while it was busy)`)
    // Some files cannot be read on any machine.
    const said = `${refreshed.out} ${refreshed.error}`
    if (/took longer|busy machine|MB of memory/u.test(said)) faults.push(`still skipped: ${said}`)
    return faults
  })

const skippedIn = (said: string): number => Number(/Skipped: (\d+)/u.exec(said)?.[1] ?? 0)
