/** Long work that can be left for a while: at each `yield` something else may have its turn. */
import { setImmediate } from 'node:timers/promises'

export type Steps<T> = Generator<undefined, T, undefined>

/** So many small things are done in a few milliseconds. */
const STEP = 30_000

/** Whether it is time to yield after the so-manieth thing. */
export const isStep = (done: number): boolean => done % STEP === 0

export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** @throws the signal's reason when it is aborted */
export async function inTurns<T>(steps: Steps<T>, stop: AbortSignal): Promise<T> {
  for (;;) {
    stop.throwIfAborted()
    const { done, value } = steps.next()
    if (done === true) return value
    await setImmediate()
  }
}
