/**
 * What was taken and is not answered yet: the platform will not deliver it again, so it is kept for
 * the next run, should this one end in the middle.
 */
import * as z from 'zod'
import type { Memory } from '../adapter.ts'

/** Plain JSON, as it was delivered. */
export type Delivered = Readonly<Record<string, unknown>>

const Slot = z.object({ at: z.number(), body: z.record(z.string(), z.unknown()) })

/** Nobody waits longer for an answer. */
const KEEP_HOURS = 24

export class Inbox {
  readonly #platform: string
  readonly #memory: Memory
  readonly #clock: () => Date
  readonly #free: number[] = []
  readonly #waiting: { slot: number; body: Delivered }[] = []
  #size = 0

  /** @param platform the adapter's name, under which it is kept */
  static async open(platform: string, memory: Memory, clock: () => Date): Promise<Inbox> {
    const inbox = new Inbox(platform, memory, clock)
    await inbox.#read()
    return inbox
  }

  private constructor(platform: string, memory: Memory, clock: () => Date) {
    this.#platform = platform
    this.#memory = memory
    this.#clock = clock
  }

  async #read(): Promise<void> {
    const memory = this.#memory
    this.#size = z
      .int()
      .nonnegative()
      .catch(0)
      .parse(await memory.recall(this.#sizeName))
    // Once more, so that it outlasts what it counts.
    if (this.#size > 0) await memory.keep(this.#sizeName, this.#size)
    const oldest = this.#clock().getTime() - KEEP_HOURS * 3_600_000
    for (let slot = 0; slot < this.#size; slot++) {
      const kept = Slot.safeParse(await memory.recall(this.#slotName(slot)))
      if (kept.success && kept.data.at >= oldest) this.#waiting.push({ slot, body: kept.data.body })
      else this.#free.push(slot)
    }
  }

  /** What earlier runs left, once. */
  left(): { slot: number; body: Delivered }[] {
    return this.#waiting.splice(0)
  }

  /** At once on the disk. */
  async add(body: Delivered): Promise<number> {
    const isNew = this.#free.length === 0
    const slot = this.#free.pop() ?? this.#size++
    await this.#memory.keep(this.#slotName(slot), { at: this.#clock().getTime(), body })
    if (isNew) await this.#memory.keep(this.#sizeName, this.#size)
    return slot
  }

  async remove(slot: number): Promise<void> {
    await this.#memory.forget(this.#slotName(slot))
    this.#free.push(slot)
  }

  get #sizeName(): string {
    return `${this.#platform}/inbox/size`
  }

  #slotName(index: number): string {
    return `${this.#platform}/inbox/${index}`
  }
}
