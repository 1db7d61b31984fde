/**
 * A lock between processes that ends with the process that has it, however that ends: SQLite's lock
 * on a file of its own, which the system takes back.
 */
import { closeSync, openSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDamage, resultOf } from './open.ts'
import { kindOfPath, setAside } from './set-aside.ts'

export interface Patience {
  /** So many milliseconds at most; for ever unless told. */
  readonly patience?: number
  readonly signal?: AbortSignal | undefined
  /** Called once, when another process has it. */
  readonly onWait?: (() => void) | undefined
}

const AGAIN_MS = 50
/** Shorter waits are not worth a word. */
const WORTH_TELLING_MS = 300
/** SQLite's result for a lock that another has. */
const BUSY = 5

export class ProcessLock {
  readonly #path: string
  #database: DatabaseSync | undefined

  /** @param path of a file that holds nothing */
  constructor(path: string) {
    this.#path = path
  }

  /**
   * @returns false when it was not to be had in time
   * @throws the signal's reason when it is aborted
   */
  async take({
    patience = Number.POSITIVE_INFINITY,
    signal,
    onWait,
  }: Patience = {}): Promise<boolean> {
    const begun = performance.now()
    for (let told = false; !this.#try();) {
      signal?.throwIfAborted()
      const waited = performance.now() - begun
      if (waited >= patience) return false
      if (!told && waited >= WORTH_TELLING_MS) {
        told = true
        onWait?.()
      }
      await sleep(AGAIN_MS)
    }
    return true
  }

  release(): void {
    this.#database?.close()
    this.#database = undefined
  }

  #try(): boolean {
    const database = this.#open()
    try {
      database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE')
      this.#database = database
      return true
    } catch (error) {
      database.close()
      if (resultOf(error) === BUSY) return false
      if (!isDamage(error)) throw error
      rmSync(this.#path, { force: true })
      return false
    }
  }

  #open(): DatabaseSync {
    if (kindOfPath(this.#path) === 'other') setAside(this.#path)
    closeSync(openSync(this.#path, 'a', 0o600))
    return new DatabaseSync(this.#path)
  }
}
