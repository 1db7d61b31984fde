/** Work of a library that keeps out of the way of other work: of this process, and of others on the same files. */
import { type Patience, ProcessLock } from '../sqlite/lock.ts'
import { LibraryBusyError } from './folder.ts'

export class Turns {
  readonly #lock: ProcessLock
  readonly #takeOver: () => Promise<void>
  #last: Promise<unknown> = Promise.resolve()

  /**
   * @param path of the lock
   * @param takeOver takes what other processes have left
   */
  constructor(path: string, takeOver: () => Promise<void>) {
    this.#lock = new ProcessLock(path)
    this.#takeOver = takeOver
  }

  /** One piece of work after the other. */
  next<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work, work)
    this.#last = result.catch(() => {})
    return result
  }

  /**
   * One piece of work after the other, of all processes, on what the others have left.
   * @throws LibraryBusyError when another process has not let go in time
   */
  alone<T>(work: () => Promise<T>, patience: Patience = {}): Promise<T> {
    return this.next(async () => {
      if (!(await this.#lock.take(patience))) throw new LibraryBusyError()
      try {
        await this.#takeOver()
        return await work()
      } finally {
        this.#lock.release()
      }
    })
  }

  /** When what was begun until now is done, well or not. */
  async settled(): Promise<void> {
    await this.#last
  }
}
