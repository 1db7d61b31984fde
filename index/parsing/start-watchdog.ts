/** Starts the watchdog of this process, and takes from it the right to start another thread. */
import { createRequire, syncBuiltinESMExports } from 'node:module'
import { Worker } from 'node:worker_threads'
import { sibling } from '../sibling.ts'
import { PLACES, SLEEPING, WORKING } from './watchdog-state.ts'

/** Reads a file: looked at often. Waits for one: looked at now and then. */
export interface Watchdog {
  wake(): void
  rest(): void
}

/** @param bytes of memory at which this process is killed */
export function startWatchdog(bytes: number): Watchdog {
  const state = new Int32Array(new SharedArrayBuffer(PLACES * Int32Array.BYTES_PER_ELEMENT))
  const watchdog = new Worker(sibling('./watchdog', import.meta.url), {
    workerData: { bytes, state, parent: process.ppid },
  })
  watchdog.unref()
  noMoreWorkers()
  return {
    wake: () => {
      Atomics.store(state, WORKING, 1)
      // Waking costs more than many a file.
      if (Atomics.exchange(state, SLEEPING, 0) === 1) Atomics.notify(state, SLEEPING)
    },
    rest: () => {
      Atomics.store(state, WORKING, 0)
    },
  }
}

/** A worker is not held by the permissions of its process. Older Nodes cannot give them back. */
function noMoreWorkers(): void {
  const permission: unknown = process.permission
  if (typeof permission === 'object' && permission !== null && 'drop' in permission)
    process.permission.drop('worker')
  else {
    const threads: { Worker?: unknown } = createRequire(import.meta.url)('node:worker_threads')
    delete threads.Worker
    syncBuiltinESMExports()
  }
}
