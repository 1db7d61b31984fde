/** Long work in slices: between two of them whatever else waits has its turn. */

/** Milliseconds. */
const SLICE = 8

/** One piece of work. Ask `over` between steps that take much less than a slice, and rest when it is. */
export class Slices {
  #end = performance.now() + SLICE

  get over(): boolean {
    return performance.now() >= this.#end
  }

  async rest(): Promise<void> {
    await ownTurn()
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

/** However many pieces of work there are, one slice of one of them is done in a turn of the event loop. */
const resting: (() => void)[] = []

const ownTurn = (): Promise<void> =>
  new Promise((goOn) => {
    resting.push(goOn)
    if (resting.length === 1) setImmediate(wakeOne)
  })

function wakeOne(): void {
  const goOn = resting[0]
  goOn?.()
  resting.shift()
  // What is put off from here runs in the next turn.
  if (resting.length > 0) setImmediate(wakeOne)
}
