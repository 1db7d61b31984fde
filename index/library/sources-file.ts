/**
 * The sources that were added by command, in a small file beside the manifest: from them a damaged
 * library is read again, each in its set.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import * as z from 'zod'
import { kindOfPath, setAside } from '../sqlite/set-aside.ts'
import type { Source } from './source.ts'

const Sources = z.array(
  z.object({ location: z.string(), set: z.string(), counts: z.boolean().default(false) }),
)

/** A source, and whether anything was ever read from it. */
export type KeptSource = Source & { readonly counts: boolean }

export class SourcesFile {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  /** `undefined` when there is none, or none that can be read. */
  read(): KeptSource[] | undefined {
    if (kindOfPath(this.#path) !== 'file') return undefined
    try {
      return Sources.parse(JSON.parse(readFileSync(this.#path, 'utf8')))
    } catch {
      setAside(this.#path)
      return undefined
    }
  }

  /** In place of what was there, whole or not at all. */
  write(sources: readonly KeptSource[]): void {
    if (kindOfPath(this.#path) === 'other') setAside(this.#path)
    const fresh = `${this.#path}.${process.pid}.tmp`
    writeFileSync(fresh, `${JSON.stringify(sources, null, 2)}\n`, { mode: 0o600 })
    renameSync(fresh, this.#path)
  }
}
