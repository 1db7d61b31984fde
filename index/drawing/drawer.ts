/**
 * Draws pages of PDFs in a child process, one after another: what is drawn is a stranger's file. The
 * process is started when a page is wanted, and ends when none is for a while.
 */
import { ReaderProcess } from '../parsing/reader-process.ts'
import { sibling } from '../sibling.ts'
import { type DrawTask, type Head, unpack } from './messages.ts'

export interface DrawnPage extends Head {
  /** WebP. */
  readonly picture: Uint8Array
}

export type Drawn = DrawnPage | { readonly reason: string }

const MEMORY_MEGABYTES = 400
/** Of processor time. */
const SECONDS = 12
const LARGEST = 8_000_000
const IDLE_MS = 60_000
/** Whoever comes while so many wait is turned away. */
const MOST_WAITING = 12

const BUSY = 'Many pages are being drawn. Try again in a moment.'
const UNREADABLE = 'The page cannot be drawn.'

export class PageDrawer {
  #process: ReaderProcess | undefined
  #queue: Promise<unknown> = Promise.resolve()
  #waiting = 0
  #idle: NodeJS.Timeout | undefined

  /** Never rejects. */
  async draw(task: DrawTask): Promise<Drawn> {
    if (this.#waiting >= MOST_WAITING) return { reason: BUSY }
    this.#waiting++
    const drawn = this.#queue.then(() => this.#draw(task))
    this.#queue = drawn.catch(() => {})
    try {
      return await drawn
    } finally {
      this.#waiting--
      this.#rest()
    }
  }

  /** Ends the child. */
  async close(): Promise<void> {
    clearTimeout(this.#idle)
    await this.#process?.kill()
  }

  async #draw(task: DrawTask): Promise<Drawn> {
    clearTimeout(this.#idle)
    if (this.#process?.usable !== true) {
      void this.#process?.kill()
      this.#process = new ReaderProcess(PROGRAM, MEMORY_MEGABYTES, true)
    }
    const limits = { seconds: SECONDS, bytes: task.bytes.byteLength, largest: LARGEST }
    const outcome = await this.#process.read(task, limits, NEVER)
    if (outcome.parcel === undefined) return { reason: `The page ${outcome.reason}.` }
    const page = unpack(outcome.parcel)
    return page === undefined ? { reason: UNREADABLE } : { ...page.head, picture: page.picture }
  }

  #rest(): void {
    clearTimeout(this.#idle)
    if (this.#waiting > 0) return
    this.#idle = setTimeout(() => void this.close(), IDLE_MS).unref()
  }
}

const PROGRAM = sibling('./child', import.meta.url)
const NEVER = new AbortController().signal
