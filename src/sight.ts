/**
 * What whoever sent a message may be told: sets, sources, files, counts and problems by name. Replies,
 * lists, completions, reports and errors all ask here; nothing else looks at the whole library.
 */
import type { Corpus } from '../index/corpus.ts'
import type { Library } from '../index/library/library.ts'
import type { Language } from '../index/languages/packs.ts'
import { DEFAULT_SET, type Source } from '../index/library/source.ts'
import type { Message } from './adapter.ts'
import { VerbatimError } from './errors.ts'
import { type Scope, scopeOf, type ScopeOptions } from './scope.ts'
import type { Store } from './store/store.ts'
import { wordingsIn } from './wordings/in-language.ts'

export type Documents = Pick<Library, 'view' | 'sources' | 'sets' | 'countOf' | 'problems'>

export class Sight {
  readonly #library: Documents
  readonly #scope: Scope

  constructor(library: Documents, scope: Scope) {
    this.#library = library
    this.#scope = scope
  }

  /** Whoever sits at the machine. */
  get #isWhole(): boolean {
    return this.#scope === 'everything'
  }

  /** The sets that may be named. */
  get sets(): readonly string[] {
    return this.#scope === 'everything' ? this.#library.sets : this.#scope
  }

  /** The sets that it is of; nothing where it is of everything. */
  get shown(): readonly string[] | undefined {
    return this.#scope === 'everything' ? undefined : this.#scope
  }

  sees(set: string): boolean {
    return this.#scope === 'everything' || this.#scope.includes(set)
  }

  view(): Promise<Corpus> {
    return this.#library.view(this.#scope === 'everything' ? undefined : this.#scope)
  }

  get sources(): readonly Source[] {
    return this.#library.sources.filter(({ set }) => this.sees(set))
  }

  /** Where files are on the machine is nobody's business in a chat. */
  get origins(): readonly (Source & { readonly documents: number })[] {
    return this.#isWhole
      ? this.sources.map((one) => ({ ...one, documents: this.#library.countOf(one.location) }))
      : []
  }

  /** A line each. Names of files of other sets may say more than a channel should know. */
  get problems(): readonly string[] {
    return this.#isWhole
      ? this.#library.problems.map(({ name, message }) => `${name}: ${message}`)
      : []
  }

  /** One of its sets alone. @throws VerbatimError 'question' for any other */
  only(set: string | undefined, language?: Language): Sight {
    if (set === undefined) return this
    if (this.sets.includes(set)) return new Sight(this.#library, [set])
    const { length } = this.sets
    const { sets: words } = wordingsIn(language).managing
    throw new VerbatimError(
      'question',
      words.notHere(set, listed(this.sets, words.none), length === 1),
    )
  }

  /** The set that is added to: one it sees; without a name, its first. @throws VerbatimError 'usage' */
  target(name: string | undefined, language?: Language): string {
    const { sets: words } = wordingsIn(language).managing
    const [first = this.#isWhole ? DEFAULT_SET : undefined] = this.sets
    if (name === undefined) {
      if (first !== undefined) return first
      throw new VerbatimError('usage', words.seesNone)
    }
    if (this.sees(name)) return name
    throw new VerbatimError('usage', words.unseen(name, listed(this.sets, words.none)))
  }

  /** The sets that a channel is to see from now on. @throws VerbatimError 'usage' where there are none such */
  assignable(names: readonly string[], language?: Language): readonly string[] {
    const { sets: words } = wordingsIn(language).managing
    const known = new Set([DEFAULT_SET, ...this.#library.sets])
    const own = this.#isWhole ? [...known] : this.sets
    if (names.length === 0) throw new VerbatimError('usage', words.which(own[0] ?? DEFAULT_SET))
    const wrong = names.filter((name) => !known.has(name))
    if (wrong.length === 0) return names
    throw new VerbatimError('usage', words.unknown(wrong, listed(own, words.none)))
  }

  toString(): string {
    return this.#scope === 'everything' ? this.#scope : this.#scope.join(' ')
  }
}

export interface SightOptions extends Pick<ScopeOptions, 'channels'> {
  readonly library: Documents
  readonly store: Pick<Store, 'scopes'>
}

/** Of whoever sent a message. */
export async function sightOf(
  message: Message,
  { library, channels, store }: SightOptions,
): Promise<Sight> {
  const assigned = (place: string) => store.scopes.of(place)
  return new Sight(library, await scopeOf(message, { channels, assigned }))
}

const listed = (sets: readonly string[], none: string): string => sets.join(', ') || none
