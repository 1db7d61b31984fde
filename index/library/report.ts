/** What a refresh did, for the person who asked for it. */
import type { Problem } from './folder.ts'

export interface Report {
  /** Files and pages. */
  readonly read: number
  readonly unchanged: number
  readonly removed: number
  /** Documents that are new, and those that took the place of an older version. */
  readonly added: number
  readonly updated: number
  /** What was skipped, and why. */
  readonly skipped: readonly Problem[]
  readonly seconds: number
}

export class ReportBuilder {
  read = 0
  unchanged = 0
  removed = 0
  added = 0
  updated = 0
  readonly skipped: Problem[] = []
  readonly #begun = performance.now()

  finish(): Report {
    const { read, unchanged, removed, added, updated, skipped } = this
    const seconds = (performance.now() - this.#begun) / 1000
    return { read, unchanged, removed, added, updated, skipped, seconds }
  }
}
