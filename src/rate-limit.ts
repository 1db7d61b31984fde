/** How often one person may ask: nobody takes the bot from the others. */

const WINDOW_MS = 60_000
/** People of the last minutes that are remembered. */
const MOST_PEOPLE = 10_000

export class RateLimit {
  readonly #most: number
  readonly #asked = new Map<string, number[]>()

  /** @param most so many in a minute */
  constructor(most: number) {
    this.#most = most
  }

  /** Notes that somebody asks at `now`, milliseconds; false when it is too often. */
  allows(person: string, now: number): boolean {
    // A clock that was set back must not keep anybody out.
    const recent = (this.#asked.get(person) ?? []).filter((at) => at <= now && now - at < WINDOW_MS)
    const allowed = recent.length < this.#most
    if (allowed) recent.push(now)
    this.#asked.delete(person)
    this.#asked.set(person, recent)
    const [oldest] = this.#asked.keys()
    if (this.#asked.size > MOST_PEOPLE && oldest !== undefined) this.#asked.delete(oldest)
    return allowed
  }
}
