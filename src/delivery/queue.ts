/** One queue a channel: what is sent to it keeps its order and Slack's pace. */
import { performance } from 'node:perf_hooks'
import { pause } from './timing.ts'

export class ChannelQueues {
  readonly #interval: number
  readonly #lanes = new Map<string, Lane>()

  /** @param interval milliseconds between the starts of two pieces of work; the first starts at once */
  constructor(interval: number) {
    this.#interval = interval
  }

  /**
   * Runs the work after all that was handed in for the channel before. `hold` keeps the channel back
   * for so many milliseconds from now; the others go on.
   */
  run<T>(
    channel: string,
    work: (hold: (milliseconds: number) => Promise<void>) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    const lane = this.#lanes.get(channel) ?? { tail: Promise.resolve(), next: 0, waiting: 0 }
    this.#lanes.set(channel, lane)
    lane.waiting++
    const hold = (milliseconds: number): Promise<void> => {
      lane.next = Math.max(lane.next, performance.now() + milliseconds)
      return pause(milliseconds, signal)
    }
    const done = lane.tail.then(async () => {
      await pause(Math.max(0, lane.next - performance.now()), signal)
      signal.throwIfAborted()
      lane.next = performance.now() + this.#interval
      return work(hold)
    })
    lane.tail = done.then(
      () => this.#leave(channel, lane),
      () => this.#leave(channel, lane),
    )
    return done
  }

  /** A channel that nothing waits for and that may be sent to is forgotten, a while later. */
  #leave(channel: string, lane: Lane): void {
    lane.waiting--
    if (lane.waiting > 0) return
    const timer = setTimeout(
      () => {
        if (lane.waiting === 0 && this.#lanes.get(channel) === lane) this.#lanes.delete(channel)
      },
      Math.max(0, lane.next - performance.now()) + 10,
    )
    timer.unref()
  }
}

interface Lane {
  tail: Promise<void>
  /** When the next piece of work may start, of the monotonic clock. */
  next: number
  waiting: number
}
