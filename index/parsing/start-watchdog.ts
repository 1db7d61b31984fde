/** Starts the watchdog of this process, and takes from it the right to start another thread. */
import { createRequire, syncBuiltinESMExports } from 'node:module'
import { Worker } from 'node:worker_threads'

/** Reads a file: looked at often. Waits for one: looked at now and then. */
export interface Watchdog {
  wake(): void
  rest(): void
}

/** @param bytes of memory at which this process is killed */
export function startWatchdog(bytes: number): Watchdog {
  const awake = new Int32Array(new SharedArrayBuffer(4))
  const watchdog = new Worker(new URL('./watchdog.ts', import.meta.url), {
    workerData: { bytes, awake, parent: process.ppid },
  })
  watchdog.unref()
  noMoreWorkers()
  const set = (value: number): void => {
    Atomics.store(awake, 0, value)
    Atomics.notify(awake, 0)
  }
  return { wake: () => set(1), rest: () => set(0) }
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
