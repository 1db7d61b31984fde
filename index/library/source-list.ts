/** Which sources there are: of the configuration, added by command, and the one for want of any other. */
import type { Manifest } from './manifest.ts'
import type { Source } from './source.ts'

export interface SourceListOptions {
  /** From the configuration. Those that were added by command come on top. */
  readonly sources: readonly Source[]
  /** Read while there is no other source. */
  readonly otherwise?: Source
  readonly manifest: Manifest
}

export class SourceList {
  readonly #options: SourceListOptions
  #all: readonly Source[] = []

  constructor(options: SourceListOptions) {
    this.#options = options
  }

  /** Each location once for each set it is in. */
  get all(): readonly Source[] {
    return this.#all
  }

  get sets(): string[] {
    return [...new Set(this.#all.map(({ set }) => set))]
  }

  get locations(): string[] {
    return [...new Set(this.#all.map(({ location }) => location))]
  }

  setsOf(location: string | undefined): ReadonlySet<string> {
    return new Set(this.#all.filter((source) => source.location === location).map(({ set }) => set))
  }

  has({ location, set }: Source): boolean {
    return this.#all.some((one) => one.location === location && one.set === set)
  }

  /** Whether the one for want of any other is read. */
  get isOtherwise(): boolean {
    const { otherwise } = this.#options
    return otherwise !== undefined && this.#all.includes(otherwise)
  }

  /**
   * Takes them as they are now.
   * @returns whether they are others than before
   */
  reload(): boolean {
    const { sources, otherwise, manifest } = this.#options
    const before = JSON.stringify(this.#all)
    const all = [...sources, ...manifest.sources()]
    // What answered before goes on answering until something was read that takes its place.
    const isAnswered = sources.length > 0 || manifest.answers
    if (!isAnswered && otherwise !== undefined) all.push(otherwise)
    const seen = new Set<string>()
    this.#all = all.filter((source) => {
      const key = JSON.stringify(source)
      return !seen.has(key) && seen.add(key) !== undefined
    })
    return JSON.stringify(this.#all) !== before
  }
}
