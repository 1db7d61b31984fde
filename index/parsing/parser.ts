/**
 * Reads files in child processes, so that a file made to harm costs a child and not the bot: each has
 * so much memory and so much time, and may neither write, nor start anything, nor reach the network.
 */
import { availableParallelism } from 'node:os'
import type { Known } from '../corpus.ts'
import type { Document } from '../document.ts'
import type { Input } from '../readers/reading.ts'
import { unpack } from './parcel.ts'
import { type Limits, type Outcome, ReaderProcess } from './reader-process.ts'

export interface ParsedDocument extends Required<Known> {
  readonly document: Document
}

/** `reason`: a sentence for a person, with the mend. */
export type Parsed =
  | { readonly documents: readonly ParsedDocument[]; readonly notes: readonly string[] }
  | { readonly documents?: undefined; readonly reason: string }

export interface ParserOptions {
  /** Files read at once; as many as there are cores, at most four. */
  readonly processes?: number
  /** What one process may take, its own code included. */
  readonly memoryMegabytes?: number
  /** Processor time for a file of up to a megabyte; every further one gets `SECONDS_A_MEGABYTE` more. */
  readonly seconds?: number
  /** The program of the child processes: a module that calls `serve`. */
  readonly program?: URL
}

const MEMORY_MEGABYTES = 768
const SECONDS = 7
const SECONDS_A_MEGABYTE = 2
const MOST_PROCESSES = 4
/** What a file's documents may take when they come back; a file's own size is allowed three times more. */
const LARGEST = 48_000_000

/** Where a child process runs, is started again when it is gone, or has yet to be started. */
interface Slot {
  process?: ReaderProcess
}

export class Parser {
  readonly #seconds: number
  readonly #memoryMegabytes: number
  readonly #program: URL
  /** The last used is on top: children that are not needed stay unstarted. */
  readonly #free: Slot[]
  readonly #waiting = new Set<(slot: Slot) => void>()
  readonly #running = new Set<ReaderProcess>()
  readonly #closed = new AbortController()
  /** One parcel after another: two large ones at once would take twice the memory. */
  #unpacked: Promise<unknown> = Promise.resolve()

  /** Starts nothing until there is a file to read. */
  constructor(options: ParserOptions = {}) {
    this.#seconds = options.seconds ?? SECONDS
    this.#memoryMegabytes = options.memoryMegabytes ?? MEMORY_MEGABYTES
    this.#program = options.program ?? new URL('./child.ts', import.meta.url)
    this.#free = Array.from({ length: options.processes ?? cores() }, () => ({}))
  }

  /** Rejects only when aborted or closed: whatever is wrong with a file is a reason. */
  async parse(input: Input, signal?: AbortSignal): Promise<Parsed> {
    const closed = this.#closed.signal
    const stop = signal === undefined ? closed : AbortSignal.any([closed, signal])
    stop.throwIfAborted()
    const slot = await this.#take(stop)
    const outcome = await this.#read(slot, input, stop).finally(() => this.#give(slot))
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
    const further = Math.max(0, input.bytes.byteLength / 1e6 - 1)
    const limits = {
      seconds: this.#seconds + Math.round(further * SECONDS_A_MEGABYTE),
      largest: LARGEST + 3 * input.bytes.byteLength,
    }
    const from = performance.now()
    const first = await this.#try(slot, input, limits, stop)
    if (first.parcel !== undefined || !first.again) return first
    const left = limits.seconds - (performance.now() - from) / 1000
    return left < 1 ? first : this.#try(slot, input, { ...limits, left }, stop)
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
    void started.ended.then(() => this.#running.delete(started))
    return started
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

/** They are nice: whoever asks meanwhile comes first. */
const cores = (): number => Math.min(MOST_PROCESSES, availableParallelism())

const reasonOf = ({ reason }: AbortSignal): Error =>
  reason instanceof Error ? reason : new Error('aborted', { cause: reason })
