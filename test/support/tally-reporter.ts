/** Ends the run's output with one line that counts: `12 passed, 0 failed, 1 skipped`. */
import { writeSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

export default class TallyReporter implements Reporter {
  #line = '0 passed, 1 failed'

  onInit(): void {
    // Other reporters write after the last test too; only at the exit is it quiet.
    process.once('exit', () => writeSync(1, `${this.#line}\n`))
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      for (const test of module.children.allTests()) counts[test.result().state]++
      // A file that could not be read, and suites whose hooks failed, have no test to blame.
      counts.failed += module.errors().length
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length
    }
    this.#line = tallyLine(counts)
  }
}

interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** Cut off before they ended. */
  readonly pending: number
}

function tallyLine({ passed, failed, skipped, pending }: Counts): string {
  const line = `${passed} passed, ${failed + pending} failed`
  return skipped === 0 ? line : `${line}, ${skipped} skipped`
}
