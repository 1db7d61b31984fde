/** What ends a fetch early: who asked for it, the end of the program, or time used up. */

export class Stop {
  readonly #closing: AbortSignal
  readonly #seconds: number
  readonly #time = new AbortController()
  readonly signal: AbortSignal
  #left: number
  #since = 0
  #timer: NodeJS.Timeout | undefined

  /**
   * @param closing the end of the program
   * @param asked the signal of who asked, if any
   * @param seconds that may be used up between `resume` and `pause`
   */
  constructor(closing: AbortSignal, asked: AbortSignal | undefined, seconds: number) {
    this.#closing = closing
    this.#seconds = seconds
    this.#left = seconds * 1000
    this.signal = AbortSignal.any([closing, this.#time.signal, ...(asked ? [asked] : [])])
  }

  /** The clock runs, until `pause`. */
  resume(): void {
    this.#since = performance.now()
    this.#timer = setTimeout(
      () => {
        this.#time.abort()
      },
      Math.max(0, this.#left),
    )
  }

  pause(): void {
    clearTimeout(this.#timer)
    this.#left -= performance.now() - this.#since
  }

  /** Why, in a sentence; undefined when nothing ended it, or the one who asked did. */
  reason(): string | undefined {
    if (this.#closing.aborted) return 'the program ended first; it is fetched at the next start'
    if (!this.#time.signal.aborted) return undefined
    return `it took longer than ${this.#seconds} s; it is tried again later`
  }
}
