/** Politeness: one request at a time to a host, and a pause between two. */
import { setTimeout as sleep } from 'node:timers/promises'

export class Turns {
  readonly #pause: number
  /** By host: resolves to when the next request may start, once the one before has ended. */
  readonly #last = new Map<string, Promise<number>>()

  /** @param pause seconds from the end of one request to the start of the next */
  constructor(pause: number) {
    this.#pause = pause * 1000
  }

  /**
   * Waits for a turn, in the order of asking.
   * @param pause seconds after it, where the host asks for longer ones
   * @returns what ends the turn
   * @throws the reason of `signal`
   */
  async take(host: string, signal: AbortSignal, pause = 0): Promise<() => void> {
    signal.throwIfAborted()
    const before = this.#last.get(host) ?? Promise.resolve(0)
    const mine = Promise.withResolvers<number>()
    this.#last.set(host, mine.promise)
    try {
      const from = await orAborted(before, signal)
      const wait = from - performance.now()
      if (wait > 0) await sleep(wait, undefined, { signal })
      return () => {
        this.#end(host, mine, performance.now() + Math.max(this.#pause, pause * 1000))
      }
    } catch (error) {
      // Whoever waits behind waits for the one before instead.
      void before.then((from) => this.#end(host, mine, from))
      throw signal.aborted ? signal.reason : error
    }
  }

  #end(host: string, mine: PromiseWithResolvers<number>, from: number): void {
    mine.resolve(from)
    const forget = (): void => {
      if (this.#last.get(host) === mine.promise) this.#last.delete(host)
    }
    setTimeout(forget, Math.max(0, from - performance.now())).unref()
  }
}

/** Waits for `promise` no longer than until `signal` is aborted. */
export async function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  const aborted = Promise.withResolvers<never>()
  const abort = (): void => {
    aborted.reject(signal.reason)
  }
  signal.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([promise, aborted.promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
