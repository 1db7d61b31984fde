/** How often terms come among the passages of a part, asked of the engine elsewhere that counts them. */
import type { Part, SharedIndex, TermCount } from './engines/passage-index.ts'
import { VerbatimError } from './errors.ts'

const NONE: TermCount = { inText: 0, first: undefined }
/** Milliseconds that a count is taken as it was. */
const FRESH = 10_000
/** So many are kept. */
const MOST = 20_000
/** What hangs on a count asks for further ones; no text asks so often. */
const MOST_ROUNDS = 12

interface Learnt {
  readonly count: TermCount
  readonly version: number
  readonly at: number
}

export class LearntCounts {
  readonly #part: Part
  readonly #whole: { readonly shared: SharedIndex | undefined }
  readonly #known = new Map<string, Learnt>()
  /** Terms that were asked for and are not known, while something is being read. */
  #missing: Set<string> | undefined
  #begun = 0

  constructor(part: Part, whole: { readonly shared: SharedIndex | undefined }) {
    this.#part = part
    this.#whole = whole
  }

  /** @throws VerbatimError 'internal' outside of `informed` for a term that was not asked for in it */
  of(term: string): TermCount {
    if (term === '') return NONE
    const known = this.#known.get(term)
    if (this.#missing === undefined) {
      if (known !== undefined) return known.count
      throw new VerbatimError('internal', 'a term was not counted before it was asked for')
    }
    if (known?.version === this.#part.version && known.at >= this.#begun - FRESH) return known.count
    this.#missing.add(term)
    return NONE
  }

  /** As `Corpus.informed`. */
  async informed<T>(read: () => T): Promise<T> {
    const begun = performance.now()
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const { missing, result } = this.#run(read, begun)
      if (missing.length === 0) return result()
      await this.#learn(missing)
    }
    throw new VerbatimError(
      'storage',
      'The documents changed while the question was read. Ask again in a moment',
    )
  }

  /** What was made of counts that are not known is nothing: neither what came of it, nor what it threw. */
  #run<T>(
    read: () => T,
    begun: number,
  ): { readonly missing: readonly string[]; readonly result: () => T } {
    const missing = new Set<string>()
    this.#missing = missing
    this.#begun = begun
    try {
      const made = read()
      return { missing: [...missing], result: () => made }
    } catch (error) {
      if (missing.size === 0) throw error
      return {
        missing: [...missing],
        result: () => {
          throw error
        },
      }
    } finally {
      this.#missing = undefined
    }
  }

  async #learn(terms: readonly string[]): Promise<void> {
    const { version } = this.#part
    const counts = await this.#whole.shared?.counts(terms, this.#part)
    const at = performance.now()
    for (const term of terms) {
      this.#known.delete(term)
      this.#known.set(term, { count: counts?.get(term) ?? NONE, version, at })
    }
    for (const term of this.#known.keys()) {
      if (this.#known.size <= MOST) break
      this.#known.delete(term)
    }
  }
}
