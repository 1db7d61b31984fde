/** Work that is done once however often it is asked for while it goes on. */
export class UnderWay<Result> {
  readonly #runs = new Map<string, Promise<Result>>()

  /** What is under way by that name, or what `begin` begins. */
  run(name: string, begin: () => Promise<Result>): Promise<Result> {
    const known = this.#runs.get(name)
    if (known !== undefined) return known
    const begun = begin().finally(() => this.#runs.delete(name))
    this.#runs.set(name, begun)
    return begun
  }

  /** When all of it has ended, well or not. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#runs.values())
  }
}
