/** A wait for something that takes a while, as long as it goes on. */

/** Is lost when nothing has happened for a while. */
export class Patience {
  readonly #lost = Promise.withResolvers<void>()
  readonly #timer: NodeJS.Timeout
  #ended = false

  constructor(milliseconds: number) {
    this.#timer = setTimeout(this.#lost.resolve, milliseconds)
  }

  get lost(): Promise<void> {
    return this.#lost.promise
  }

  renew(): void {
    // One that was cleared would begin again.
    if (!this.#ended) this.#timer.refresh()
  }

  end(): void {
    this.#ended = true
    clearTimeout(this.#timer)
  }
}
