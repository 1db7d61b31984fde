/** Asks a desk at an even pace from a thread of its own, so that asking holds nobody up. */
import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import * as z from 'zod'

const { address, paths, perSecond, seconds } = z
  .object({
    address: z.string(),
    paths: z.array(z.string()),
    perSecond: z.number(),
    seconds: z.number(),
  })
  .parse(workerData)

const times: number[] = []
const failures: string[] = []
const underWay: Promise<void>[] = []
const begun = performance.now()
for (let asked = 0; asked < perSecond * seconds; asked++) {
  await sleep(Math.max(0, begun + (asked * 1000) / perSecond - performance.now()))
  underWay.push(ask(paths[asked % paths.length] ?? '/'))
}
await Promise.all(underWay)
// A thread has no origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage({ times, failures })

async function ask(path: string): Promise<void> {
  const start = performance.now()
  try {
    const response = await fetch(address + path)
    await response.arrayBuffer()
    if (!response.ok) failures.push(`${response.status} ${path}`)
  } catch (error) {
    failures.push(`${String(error)} ${path}`)
  }
  times.push(performance.now() - start)
}
