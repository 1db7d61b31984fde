/** Two processes that do anything in any order with posts of one store, beside what may come of it. */
import * as fc from 'fast-check'
import { LEASE } from '../../src/schedule/posts.ts'
import type { Store } from '../../src/store/store.ts'

const ACTIONS = ['open', 'claim', 'renew', 'sending', 'failed', 'drop', 'wait', 'sent'] as const

interface Step {
  readonly who: number
  readonly what: (typeof ACTIONS)[number]
  readonly schedule: number
}

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    who: fc.integer({ min: 0, max: 1 }),
    what: fc.constantFrom(...ACTIONS),
    schedule: fc.integer({ min: 0, max: 1 }),
  }),
  { minLength: 5, maxLength: 25 },
)

interface Held {
  /** Nobody has what is tried again later. */
  readonly who?: number
  readonly until: number
}

/** @returns what two had at once, what was claimed though it was sent, and who was told wrong whose it is */
export class Holding {
  readonly faults: string[] = []
  readonly #stores: readonly Store[]
  readonly #date: string
  readonly #held = new Map<number, Held>()
  readonly #sent = new Set<number>()

  constructor(stores: readonly Store[], date: string) {
    this.#stores = stores
    this.#date = date
  }

  /** @param now milliseconds since 1970, of the clock that the stores go by */
  async step({ who, what, schedule }: Step, now: number): Promise<void> {
    const store = this.#stores[who]
    if (store === undefined || what === 'wait') return
    const slot = { destination: 'slack:C1', schedule, date: this.#date }
    const held = this.#held.get(schedule)
    const isMine = held?.who === who
    const mine = { who, until: now + LEASE }
    if (what === 'open') await store.posts.open(slot, new Date(now))
    if (what === 'claim' && (await store.posts.claim(slot)) !== undefined) {
      if (this.#sent.has(schedule)) this.faults.push(`${schedule} is claimed though it was sent`)
      if (held !== undefined && held.until > now) this.faults.push(`two have ${schedule}`)
      this.#held.set(schedule, mine)
    }
    if (what === 'renew' || what === 'sending') {
      const isOwn = await (what === 'renew' ? store.posts.renew(slot) : store.posts.sending(slot))
      if (isOwn !== isMine) this.faults.push(`${what} of ${schedule} says ${isOwn}`)
      if (isOwn) this.#held.set(schedule, mine)
    }
    if (what === 'failed' && isMine) {
      await store.posts.failed(slot, 'no answer', new Date(now + LEASE))
      this.#held.set(schedule, { until: now + LEASE })
    }
    if (what === 'drop') {
      const isPending = (await store.posts.get(slot))?.state === 'pending'
      await store.posts.drop(slot)
      if (isMine && isPending) this.#held.delete(schedule)
    }
    if (what === 'sent' && isMine) {
      await store.posts.sent(slot, 'C1/1.1')
      this.#sent.add(schedule)
      this.#held.delete(schedule)
    }
  }
}
