/** So many pieces of work at once; the others wait in order, and whatever else there is goes first. */
import { setImmediate as turn } from 'node:timers/promises'

export class Limit {
  readonly #waiting: (() => void)[] = []
  #free: number

  constructor(atOnce: number) {
    this.#free = atOnce
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free === 0)
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve)
      })
    else this.#free--
    try {
      await turn()
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next === undefined) this.#free++
      else next()
    }
  }
}
