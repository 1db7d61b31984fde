/** The work of a child process: one file after another, each answered with its documents or a reason. */
import { Socket } from 'node:net'
import { setPriority } from 'node:os'
import type { ReadResult } from '../readers/read.ts'
import type { Input } from '../readers/reading.ts'
import type { Answer, Task } from './messages.ts'
import { pack } from './parcel.ts'
import { startWatchdog } from './start-watchdog.ts'

/** Answering comes before reading, and gets three times the share of a busy processor. */
const NICE = 5

type Read = (input: Input) => Promise<ReadResult>

/** @param read what makes documents of a file; may do anything to this process */
export function serve(read: Read): void {
  const [, , megabytes] = process.argv
  const watchdog = startWatchdog(Number(megabytes) * 1e6)
  if (!process.allowedNodeEnvironmentFlags.has('--allow-net')) cutOff()
  setPriority(NICE)
  let working = false
  const answer = (message: Answer): void => {
    if (working) watchdog.rest()
    working = false
    process.send?.(message)
  }
  process.on('message', (task: Task) => {
    working = true
    watchdog.wake()
    const onPages = (pages: number): void => {
      process.send?.({ kind: 'pages', pages } satisfies Answer)
    }
    void answerTo({ ...task, input: { ...task.input, onPages } }, read).then(answer)
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

async function answerTo({ input, largest }: Task, read: Read): Promise<Answer> {
  try {
    const result = await read(input)
    if (result.documents === undefined) return { kind: 'refused', reason: result.reason, ...wear() }
    const parcel = pack(result, largest)
    return parcel === undefined
      ? { kind: 'refused', reason: tooMuch(largest), ...wear() }
      : { kind: 'read', parcel, ...wear() }
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

const tooMuch = (largest: number): string =>
  `holds more than ${Math.round(largest / 1e6)} MB of text and figures; split it`

function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  if (/call stack/u.test(message)) return 'is nested too deep to be read; save it again, simpler'
  if (
    /^(?:Invalid (?:string|array|typed array) length|Array buffer allocation failed)/u.test(message)
  )
    return 'holds more than fits into memory; split it'
  return `could not be read: ${message.replace(/[\s\p{C}]+/gu, ' ').slice(0, 200)}`
}
