/** What goes wrong, by script: the first fault that fits a request is used up by it. */

export type Mishap =
  /** Everything at once when `global`. */
  | { readonly kind: 'limited'; readonly seconds: number; readonly global?: boolean }
  /** The answer of a server in trouble; nothing was done. */
  | { readonly kind: 'status'; readonly status: number }
  /** Discord's own code. */
  | { readonly kind: 'error'; readonly status: number; readonly code: number }
  /** Done, and the answer is lost on the way. */
  | { readonly kind: 'lost' }
  /** Lost on the way, and done all the same, so many milliseconds later. */
  | { readonly kind: 'late'; readonly after: number }
  /** Not done, and the connection ends. */
  | { readonly kind: 'cut' }
  /** Never answered; not done. */
  | { readonly kind: 'hang' }
  /** Done, and answered with something that is no JSON. */
  | { readonly kind: 'garbled' }

export interface Fault {
  /** "POST /channels/:id/messages"; every one unless told. */
  readonly route?: string
  readonly channel?: string
  readonly mishap: Mishap
  /** How often; once unless told. */
  readonly times?: number
  /** Or for so many milliseconds from its first use, however often. */
  readonly lasting?: number
}

export class Faults {
  #scripted: { fault: Fault; left: number; until?: number }[] = []

  add(...faults: readonly Fault[]): void {
    for (const fault of faults)
      this.#scripted.push({
        fault,
        left: fault.lasting === undefined ? (fault.times ?? 1) : Infinity,
      })
  }

  clear(): void {
    this.#scripted = []
  }

  take(route: string, channel: string | undefined): Mishap | undefined {
    const now = performance.now()
    this.#scripted = this.#scripted.filter(
      ({ left, until }) => left > 0 && (until === undefined || now < until),
    )
    const found = this.#scripted.find(
      ({ fault }) =>
        (fault.route === undefined || fault.route === route) &&
        (fault.channel === undefined || fault.channel === channel),
    )
    if (found === undefined) return undefined
    found.left--
    const { lasting, mishap } = found.fault
    if (lasting === undefined) return mishap
    found.until ??= now + lasting
    // What is limited is told how long it still is.
    return mishap.kind === 'limited'
      ? { ...mishap, seconds: Math.max(0, (found.until - now) / 1000) }
      : mishap
  }
}
