/** One child process that reads files, one at a time, and is killed when a file takes too much. */
import { type ChildProcess, fork } from 'node:child_process'
import { Socket } from 'node:net'
import { availableParallelism } from 'node:os'
import { parse } from 'node:path'
import type { Input } from '../readers/reading.ts'
import { isAnswer, OVER_MEMORY, type Task } from './messages.ts'
import { processorTime, residentBytes } from './processor-time.ts'
import { sandboxed } from './sandbox.ts'

export interface Limits {
  /** Of processor time; of the clock's where the system does not tell it. */
  readonly seconds: number
  /** Of the file. */
  readonly bytes: number
  /** What an earlier try left of them. */
  readonly left?: number
  /** Bytes that the documents may take when they come back. */
  readonly largest: number
}

export type Outcome =
  | { readonly parcel: Uint8Array }
  | {
      readonly parcel?: undefined
      readonly reason: string
      /** The process died, and had read other files before. */
      readonly again: boolean
      /** It was well, and gave its memory to others. */
      readonly yielded?: boolean
      /** What it took of its limits. */
      readonly seconds: number
    }

/** A process is put aside after so many files, or when it holds this share of its memory. */
const MOST_FILES = 10_000
const WORN = 0.9
/** Starting is reading the code; nothing of a file is looked at before. */
const START_SECONDS = 30
/** On a busy machine a file may take so many times its seconds by the clock. */
const PATIENCE = 12
/** Every page with text on it takes about half of this. */
const SECONDS_A_PAGE = 0.03
/** No more than its size is worth; and pages of fewer bytes are one page, shown again and again. */
const SECONDS_A_BYTE = 0.00001
const BYTES_A_PAGE = 300
/** Looked again after at least so many seconds. */
const LOOK_SECONDS = 0.25
/** What is kept of what a process says before it dies. */
const LAST_WORDS = 4000

export class ReaderProcess {
  /** When it and its pipes are gone. */
  readonly ended: Promise<void>
  readonly #child: ChildProcess
  readonly #memoryMegabytes: number
  #files = 0
  #usable = true
  #ready = false
  #killed = false
  #words = ''
  #begun = 0
  #hasYielded = false
  /** Seconds that a file has more for its pages. */
  #earned = 0
  /** Why it was killed. */
  #verdict: string | undefined
  #timer: NodeJS.Timeout | undefined
  #work: { readonly limits: Limits; readonly end: (outcome: Outcome) => void } | undefined

  /** @param draws whether it may load what draws */
  constructor(program: URL, memoryMegabytes: number, draws = false) {
    this.#memoryMegabytes = memoryMegabytes
    this.#child = fork(program, [String(memoryMegabytes)], {
      execArgv: sandboxed(program, memoryMegabytes, draws),
      // Nothing of the surroundings, secrets least of all; Windows starts no program without this one.
      env: process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] } : {},
      cwd: parse(import.meta.dirname).root,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#words = (this.#words + chunk.toString()).slice(-LAST_WORDS)
    })
    this.#child.on('message', (message) => this.#hear(message))
    // A child that could not be started or written to: `close` follows, or the time runs out.
    this.#child.on('error', (error) => (this.#words += error.message))
    this.ended = new Promise((resolve) => {
      // Not `exit`: an answer may still be in the pipe then.
      this.#child.once('close', (code, signal) => {
        this.#usable = false
        this.#end({
          reason: this.#whyEnded(code, signal),
          again: this.#files > 1,
          yielded: this.#hasYielded,
          seconds: (performance.now() - this.#begun) / 1000,
        })
        resolve()
      })
    })
    this.#hold(false)
  }

  /** It takes another file. */
  get usable(): boolean {
    return this.#usable
  }

  /** Rejects only when stopped, and is killed then. */
  read(input: Input, limits: Limits, stop: AbortSignal): Promise<Outcome> {
    this.#files++
    this.#earned = 0
    this.#begun = performance.now()
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        reject(stop.reason instanceof Error ? stop.reason : new Error('aborted'))
        this.#end({ reason: '', again: false, seconds: 0 })
        void this.kill()
      }
      const end = (outcome: Outcome): void => {
        stop.removeEventListener('abort', leave)
        resolve(outcome)
      }
      stop.addEventListener('abort', leave, { once: true })
      this.#work = { limits, end }
      this.#hold(true)
      this.#countDown()
      // A process that is gone is noticed by its `close`.
      this.#child.send({ input, largest: limits.largest } satisfies Task, () => {})
    })
  }

  /** Bytes in memory; 0 where the system does not tell. */
  get residentBytes(): number {
    return residentBytes(this.#child.pid)
  }

  /** For so many milliseconds it has been reading its file; below 0 when it has none. */
  get worked(): number {
    return this.#work === undefined ? -1 : performance.now() - this.#begun
  }

  /** Ends; its file is to be read again. */
  giveWay(): void {
    this.#hasYielded = true
    void this.kill()
  }

  async kill(): Promise<void> {
    this.#usable = false
    this.#killed = true
    this.#child.kill('SIGKILL')
    this.#hold(true)
    // One that never started has no end.
    if (this.#child.pid !== undefined) await this.ended
  }

  #hear(message: unknown): void {
    if (!isAnswer(message)) return
    if (message.kind === 'ready') {
      this.#ready = true
      this.#countDown()
      return
    }
    if (message.kind === 'pages') {
      const bytes = this.#work?.limits.bytes ?? 0
      if (bytes >= message.pages * BYTES_A_PAGE)
        this.#earned = Math.min(message.pages * SECONDS_A_PAGE, bytes * SECONDS_A_BYTE)
      return
    }
    if (message.worn || message.rss > this.#memoryMegabytes * 1e6 * WORN) this.#usable = false
    if (this.#files >= MOST_FILES) this.#usable = false
    this.#end(
      message.kind === 'read'
        ? { parcel: message.parcel }
        : { reason: message.reason, again: false, seconds: 0 },
    )
  }

  #countDown(): void {
    clearTimeout(this.#timer)
    if (this.#work === undefined) return
    if (this.#ready) this.#countProcessorTime(this.#work.limits)
    else
      this.#timer = setTimeout(
        () =>
          this.#stop(
            `could not be read: the reader did not start within ${START_SECONDS} s; try again`,
          ),
        START_SECONDS * 1000,
      )
  }

  /** A machine that is busy makes a file slow, and not harmful. */
  #countProcessorTime({ seconds, left: own = seconds }: Limits): void {
    const from = performance.now()
    const { seconds: before } = processorTime(this.#child.pid) ?? {}
    let last = 0
    // Garbage is collected beside the reading, on every core there is.
    const wait = (used: number): number =>
      Math.max((own + this.#earned - used) / availableParallelism(), LOOK_SECONDS) * 1000
    const look = (): void => {
      const clock = (performance.now() - from) / 1000
      const left = own + this.#earned
      const now = processorTime(this.#child.pid)
      const used = before === undefined || now === undefined ? clock : now.seconds - before
      // One that waits for nothing that comes is no slower on a busy machine.
      const isStuck = clock >= left && now?.asleep === true && used === last
      last = used
      if (used >= left || isStuck)
        this.#stop(
          `took longer than ${Math.round(seconds + this.#earned)} s and was stopped; split it`,
        )
      else if (clock >= left * PATIENCE)
        this.#stop(
          `was not read within ${Math.round(clock)} s on a busy machine; it is tried again`,
        )
      else this.#timer = setTimeout(look, wait(used))
    }
    this.#timer = setTimeout(look, wait(0))
  }

  #stop(verdict: string): void {
    this.#verdict = verdict
    void this.kill()
  }

  #end(outcome: Outcome): void {
    clearTimeout(this.#timer)
    this.#hold(false)
    this.#work?.end(outcome)
    this.#work = undefined
  }

  /** An idle child never keeps the bot from ending. */
  #hold(busy: boolean): void {
    const { channel, stderr } = this.#child
    const held = busy || this.#killed
    if (held) this.#child.ref()
    else this.#child.unref()
    if (held) channel?.ref()
    else channel?.unref()
    // A child is gone before its pipes are, and whoever waits for its end waits for those.
    keepAlive(stderr, this.#killed)
  }

  #whyEnded(code: number | null, signal: string | null): string {
    if (this.#verdict !== undefined) return this.#verdict
    if (this.#words.includes(OVER_MEMORY) || HEAP_FULL.test(this.#words))
      return `took more than ${this.#memoryMegabytes} MB of memory and was stopped; split it`
    const how = signal ?? `exit code ${code}`
    if (this.#ready) return `could not be read: the reader stopped (${how})`
    const [words = ''] = /^.*error.*$/imu.exec(this.#words) ?? []
    return `could not be read: the reader did not start (${words.trim() || how})`
  }
}

/** What a program says comes by a socket, though it is told to be any stream. */
function keepAlive(stream: unknown, alive: boolean): void {
  if (!(stream instanceof Socket)) return
  if (alive) stream.ref()
  else stream.unref()
}

/** V8 says so before it aborts. */
const HEAP_FULL = /heap out of memory|Array buffer allocation failed|Allocation failed/u
