/**
 * A thread beside the reading, which may spin or allocate without end: kills this process when it
 * takes more memory than it may, on the heap or off it, or when its parent is gone.
 */
import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { OVER_MEMORY } from './messages.ts'

/** Milliseconds between two looks. */
const AWAKE = 20
const ASLEEP = 1000

// Given by `startWatchdog`.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const { bytes, awake, parent } = workerData as {
  readonly bytes: number
  readonly awake: Int32Array<SharedArrayBuffer>
  readonly parent: number
}

for (;;) {
  if (process.memoryUsage.rss() > bytes) stop(OVER_MEMORY)
  if (isOrphan()) stop('without a parent')
  const now = Atomics.load(awake, 0)
  Atomics.wait(awake, 0, now, now === 1 ? AWAKE : ASLEEP)
}

function stop(why: string): void {
  try {
    writeSync(2, `${why}\n`)
  } finally {
    process.kill(process.pid, 'SIGKILL')
  }
}

function isOrphan(): boolean {
  if (process.ppid !== parent) return true
  try {
    process.kill(parent, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
