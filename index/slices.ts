/** Long work in slices: between two of them whatever else waits has its turn. */
import { setImmediate } from 'node:timers/promises'

/** Milliseconds. Several requests may each do a slice before anything else has its turn. */
const SLICE = 8

/** One piece of work. Ask `over` between steps that take much less than a slice, and rest when it is. */
export class Slices {
  #end = performance.now() + SLICE

  get over(): boolean {
    return performance.now() >= this.#end
  }

  async rest(): Promise<void> {
    await setImmediate()
    this.#end = performance.now() + SLICE
  }

  /** What every step gives, in order. */
  async map<T, U>(items: Iterable<T>, step: (item: T) => U): Promise<U[]> {
    const all: U[] = []
    for (const item of items) {
      all.push(step(item))
      if (this.over) await this.rest()
    }
    return all
  }
}
