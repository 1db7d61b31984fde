/**
 * What was acknowledged and is not answered yet: Slack will not deliver it again, so it is kept for
 * the next run, should this one end in the middle.
 */
import * as z from 'zod'
import type { Memory } from '../../src/adapter.ts'
import type { Body } from './seams.ts'

const Slot = z.object({ at: z.number(), body: z.record(z.string(), z.unknown()) })

const SIZE = 'slack/inbox/size'
const slotName = (index: number): string => `slack/inbox/${index}`
/** Nobody waits longer for an answer. */
const KEEP_HOURS = 24

export class Inbox {
  readonly #memory: Memory
  readonly #clock: () => Date
  readonly #free: number[] = []
  readonly #waiting: { slot: number; body: Body }[] = []
  #size: number

  constructor(memory: Memory, clock: () => Date) {
    this.#memory = memory
    this.#clock = clock
    this.#size = z.int().nonnegative().catch(0).parse(memory.recall(SIZE))
    // Once more, so that it outlasts what it counts.
    if (this.#size > 0) memory.keep(SIZE, this.#size)
    const oldest = clock().getTime() - KEEP_HOURS * 3_600_000
    for (let slot = 0; slot < this.#size; slot++) {
      const kept = Slot.safeParse(memory.recall(slotName(slot)))
      if (kept.success && kept.data.at >= oldest) this.#waiting.push({ slot, body: kept.data.body })
      else this.#free.push(slot)
    }
  }

  /** What earlier runs left, once. */
  left(): { slot: number; body: Body }[] {
    return this.#waiting.splice(0)
  }

  /** At once on the disk. */
  add(body: Body): number {
    const slot = this.#free.pop() ?? this.#size++
    this.#memory.keep(slotName(slot), { at: this.#clock().getTime(), body: withoutToken(body) })
    if (slot === this.#size - 1) this.#memory.keep(SIZE, this.#size)
    return slot
  }

  remove(slot: number): void {
    this.#memory.forget(slotName(slot))
    this.#free.push(slot)
  }
}

/** Slack's old way to prove itself; nothing here needs it. */
const withoutToken = (body: Body): Body => ({ ...body, token: undefined })
