/**
 * A thread beside the reading, which may spin or allocate without end: kills this process when it
 * takes more memory than it may, on the heap or off it, or when its parent is gone.
 */
import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { OVER_MEMORY } from './messages.ts'
import { NEVER, SLEEPING, WORKING } from './watchdog-state.ts'

/** Milliseconds between two looks. */
const AWAKE = 20
const ASLEEP = 1000
/** A process is watched so long after its last file: mostly there is another at once. */
const LINGER = 1000

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- given by `startWatchdog`
const { bytes, state, parent } = workerData as {
  readonly bytes: number
  readonly state: Int32Array<SharedArrayBuffer>
  readonly parent: number
}

let busy = 0
for (;;) {
  if (process.memoryUsage.rss() > bytes) stop(OVER_MEMORY)
  if (isOrphan()) stop('without a parent')
  const now = performance.now()
  if (Atomics.load(state, WORKING) === 1) busy = now
  if (now - busy < LINGER) Atomics.wait(state, NEVER, 0, AWAKE)
  else {
    Atomics.store(state, SLEEPING, 1)
    // A file that came meanwhile has taken the mark away, and this is no wait.
    Atomics.wait(state, SLEEPING, 1, ASLEEP)
    Atomics.store(state, SLEEPING, 0)
  }
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
