/** The work of a child process: one file after another, each answered with a parcel or a reason. */
import { Socket } from 'node:net'
import { getPriority, setPriority } from 'node:os'
import type { Input } from '../readers/reading.ts'
import type { Answer, Task } from './messages.ts'
import { startWatchdog } from './start-watchdog.ts'

/** Answering comes before reading, and gets three times the share of a busy processor. */
const NICE = 5

/** What is made of a file in at most `largest` bytes, or why nothing is. */
export type Work<I extends Input> = (
  input: I,
  largest: number,
) => Promise<Uint8Array | { readonly reason: string }>

/** @param work may do anything to this process; gets what the parent was given for it */
export function serve<I extends Input>(work: Work<I>): void {
  const [, , megabytes] = process.argv
  const watchdog = startWatchdog(Number(megabytes) * 1e6)
  if (!process.allowedNodeEnvironmentFlags.has('--allow-net')) cutOff()
  // Who was started nicer still may not take that back.
  if (getPriority() < NICE) setPriority(NICE)
  let working = false
  const answer = (message: Answer): void => {
    if (working) watchdog.rest()
    working = false
    process.send?.(message)
  }
  process.on('message', (task: Task<I>) => {
    working = true
    watchdog.wake()
    const onPages = (pages: number): void => {
      process.send?.({ kind: 'pages', pages } satisfies Answer)
    }
    void answerTo({ ...task, input: { ...task.input, onPages } }, work).then(answer)
  })
  // Without its parent it has no work left.
  process.on('disconnect', () => process.exit())
  process.on('uncaughtException', (error) => {
    if (working) answer({ kind: 'refused', reason: explain(error), ...wear(), worn: true })
    else process.exit(1)
  })
  // What is rejected and never looked at hurts nobody: the file's own promise tells how it went.
  process.on('unhandledRejection', () => {})
  answer({ kind: 'ready' })
}

async function answerTo<I extends Input>(
  { input, largest }: Task<I>,
  work: Work<I>,
): Promise<Answer> {
  try {
    const result = await work(input, largest)
    return 'reason' in result
      ? { kind: 'refused', reason: result.reason, ...wear() }
      : { kind: 'read', parcel: result, ...wear() }
  } catch (error) {
    return { kind: 'refused', reason: explain(error), ...wear() }
  }
}

/** Before Node 25 no permission holds the network. */
function cutOff(): void {
  Socket.prototype.connect = () => {
    throw new Error('Access to the network has been restricted')
  }
}

/** Looking costs as much as reading a short file; the watchdog looks more often. */
const LOOK_EVERY_MS = 100
let looked = Number.NEGATIVE_INFINITY
let rss = 0

function wear(): { rss: number; worn: boolean } {
  const now = performance.now()
  if (now - looked > LOOK_EVERY_MS) {
    looked = now
    rss = process.memoryUsage.rss()
  }
  return { rss, worn: false }
}

function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  if (/call stack/u.test(message)) return 'is nested too deep to be read; save it again, simpler'
  if (
    /^(?:Invalid (?:string|array|typed array) length|Array buffer allocation failed)/u.test(message)
  )
    return 'holds more than fits into memory; split it'
  return `could not be read: ${message.replace(/[\s\p{C}]+/gu, ' ').slice(0, 200)}`
}
