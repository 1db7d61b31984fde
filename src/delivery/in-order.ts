/** One piece of work after the other, in the order they came; the first begins at once, in the same turn of the loop. */
export class InOrder {
  #last: Promise<unknown> = Promise.resolve()

  run<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => {})
    return done
  }
}
