/**
 * Reads files in child processes, so that a file made to harm costs a child and not the bot: each has
 * so much memory and so much time, and may neither write, nor start anything, nor reach the network.
 */
import { availableParallelism } from 'node:os'
import type { Input } from '../readers/reading.ts'
import { sibling } from '../sibling.ts'
import { unpack } from './parcel.ts'
import type { Parsed } from './parsed.ts'
import { type Limits, type Outcome, ReaderProcess } from './reader-process.ts'

export interface ParserOptions {
  /** Files read at once; as many as there are cores, at most two. */
  readonly processes?: number
  /**
   * What all processes together may take, their own code included. When they take more, files give
   * way and are read once no other is; one that needs more by itself is refused.
   */
  readonly memoryMegabytes?: number
  /** Processor time for a file of up to `USUAL_MEGABYTES` and some hundred pages. */
  readonly seconds?: number
  /** The program of the child processes: a module that calls `serveReader`. */
  readonly program?: URL
}

const MEMORY_MEGABYTES = 540
const SECONDS = 7.2
/** What a larger file has more for each megabyte. */
const USUAL_MEGABYTES = 6
const SECONDS_A_MEGABYTE = 2
const MOST_PROCESSES = 2
/** How often is looked at what they take together, in milliseconds. */
const GOVERN_MS = 50
/** What a file's documents may take when they come back; a file's own size is allowed three times more. */
const LARGEST = 48_000_000

/** Where a child process runs, is started again when it is gone, or has yet to be started. */
interface Slot {
  process?: ReaderProcess
}

export class Parser {
  readonly #seconds: number
  readonly #processes: number
  readonly #memoryMegabytes: number
  readonly #program: URL
  /** The last used is on top: children that are not needed stay unstarted. */
  readonly #free: Slot[]
  readonly #waiting = new Set<(slot: Slot) => void>()
  readonly #running = new Set<ReaderProcess>()
  readonly #closed = new AbortController()
  /** Files that gave way to others, one after another. */
  #alone: Promise<unknown> = Promise.resolve()
  #governor: NodeJS.Timeout | undefined
  /** One parcel after another: two large ones at once would take twice the memory. */
  #unpacked: Promise<unknown> = Promise.resolve()

  /** Starts nothing until there is a file to read. */
  constructor(options: ParserOptions = {}) {
    this.#seconds = options.seconds ?? SECONDS
    this.#memoryMegabytes = options.memoryMegabytes ?? MEMORY_MEGABYTES
    this.#program = options.program ?? sibling('./child', import.meta.url)
    this.#processes = options.processes ?? cores()
    this.#free = Array.from({ length: this.#processes }, () => ({}))
  }

  /** Rejects only when aborted or closed: whatever is wrong with a file is a reason. */
  async parse(input: Input, signal?: AbortSignal): Promise<Parsed> {
    const closed = this.#closed.signal
    const stop = signal === undefined ? closed : AbortSignal.any([closed, signal])
    stop.throwIfAborted()
    const slot = await this.#take(stop)
    const first = await this.#read(slot, input, stop).finally(() => this.#give(slot))
    const outcome = hasYielded(first) ? await this.#readAlone(input, stop) : first
    // The child has its next file by now.
    const { parcel } = outcome
    if (parcel === undefined) return { reason: outcome.reason }
    const unpacked = this.#unpacked.then(() => unpack(parcel, stop))
    this.#unpacked = unpacked.catch(() => {})
    return unpacked
  }

  /** Ends every child. Files that wait or are being read are rejected. */
  async close(): Promise<void> {
    this.#closed.abort(new Error('the parser was closed'))
    await Promise.all([...this.#running].map((process) => process.kill()))
  }

  /** A child may have died of what earlier files left behind: the file gets a second, in a fresh one. */
  async #read(slot: Slot, input: Input, stop: AbortSignal): Promise<Outcome> {
    const limits = this.#limitsOf(input)
    const first = await this.#try(slot, input, limits, stop)
    if (first.parcel !== undefined || !first.again) return first
    const left = limits.seconds - first.seconds
    return left < 1 ? first : this.#try(slot, input, { ...limits, left }, stop)
  }

  /** Once no other file is read. */
  #readAlone(input: Input, stop: AbortSignal): Promise<Outcome> {
    const read = this.#alone.then(async () => {
      const slots: Slot[] = []
      try {
        while (slots.length < this.#processes) slots.push(await this.#take(stop))
        const [slot, ...others] = slots
        await Promise.all(others.map(async ({ process }) => process?.kill()))
        return await this.#read(slot ?? {}, input, stop)
      } finally {
        for (const slot of slots) this.#give(slot)
      }
    })
    this.#alone = read.catch(() => {})
    return read
  }

  /** Too much for all together: whoever has done least gives way, and has its turn alone later. */
  #govern(): void {
    const all = [...this.#running]
      .filter(({ usable }) => usable)
      .map((process) => ({ process, bytes: process.residentBytes }))
      .sort((one, other) => one.process.worked - other.process.worked)
    let together = all.reduce((sum, { bytes }) => sum + bytes, 0)
    for (const { process, bytes } of all.slice(0, -1)) {
      if (together <= this.#memoryMegabytes * 1e6) return
      process.giveWay()
      together -= bytes
    }
  }

  #limitsOf({ bytes: { byteLength } }: Input): Limits {
    const further = Math.max(0, byteLength / 1e6 - USUAL_MEGABYTES)
    return {
      seconds: this.#seconds + Math.round(further * SECONDS_A_MEGABYTE),
      bytes: byteLength,
      largest: LARGEST + 3 * byteLength,
    }
  }

  #try(slot: Slot, input: Input, limits: Limits, stop: AbortSignal): Promise<Outcome> {
    stop.throwIfAborted()
    return this.#processOf(slot).read(input, limits, stop)
  }

  #processOf(slot: Slot): ReaderProcess {
    if (slot.process?.usable === true) return slot.process
    void slot.process?.kill()
    const started = new ReaderProcess(this.#program, this.#memoryMegabytes)
    slot.process = started
    this.#running.add(started)
    this.#governor ??= setInterval(() => this.#govern(), GOVERN_MS).unref()
    void started.ended.then(() => this.#forget(started))
    return started
  }

  #forget(ended: ReaderProcess): void {
    this.#running.delete(ended)
    if (this.#running.size > 0) return
    clearInterval(this.#governor)
    this.#governor = undefined
  }

  #take(stop: AbortSignal): Promise<Slot> | Slot {
    const free = this.#free.pop()
    if (free !== undefined) return free
    return new Promise((resolve, reject) => {
      const turn = (slot: Slot): void => {
        stop.removeEventListener('abort', leave)
        resolve(slot)
      }
      const leave = (): void => {
        this.#waiting.delete(turn)
        reject(reasonOf(stop))
      }
      this.#waiting.add(turn)
      stop.addEventListener('abort', leave, { once: true })
    })
  }

  #give(slot: Slot): void {
    const [next] = this.#waiting
    if (next === undefined) {
      this.#free.push(slot)
      return
    }
    this.#waiting.delete(next)
    next(slot)
  }
}

const hasYielded = (outcome: Outcome): boolean =>
  outcome.parcel === undefined && outcome.yielded === true

/** They are nice: whoever asks meanwhile comes first. */
const cores = (): number => Math.min(MOST_PROCESSES, availableParallelism())

const reasonOf = ({ reason }: AbortSignal): Error =>
  reason instanceof Error ? reason : new Error('aborted', { cause: reason })
