/**
 * Words of the field that stand for one another, of all languages together: a question may use one and the
 * document another. The words stand in the language packs, what they mean here; users add their own.
 */
import { indexTerms } from '../../index/analyzer.ts'
import { type Language, LANGUAGES, packOf } from '../../index/languages/packs.ts'
import { type FieldMeaning, MEANINGS } from './field-meanings.ts'

export interface FieldGroup extends FieldMeaning {
  readonly name: string
  /** Parted by spaces; none in a language that has no such group. */
  readonly words: Readonly<Partial<Record<Language, string>>>
}

const NONE: ReadonlySet<string> = new Set()

/** Groups of words that stand for one another, by how a term of theirs begins. */
export interface LaterWords {
  /** So many letters of a term tell which groups it may be of. */
  readonly letters: number
  startingWith(start: string): readonly (readonly string[])[]
}

export class FieldWords {
  /** Term → the other terms of its groups. */
  readonly #alike = new Map<string, Set<string>>()
  readonly #groups = new Map<string, readonly FieldGroup[]>()
  readonly #events = new Map<string, FieldGroup>()
  readonly #starts = new Set<string>()
  #later: LaterWords | undefined

  /** @param own further groups of words, in any language */
  constructor(groups: readonly FieldGroup[], own: readonly (readonly string[])[] = []) {
    for (const group of groups) {
      const terms = new Set(
        LANGUAGES.flatMap((language) => indexTerms(group.words[language] ?? '', language)),
      )
      this.#join(terms)
      for (const term of terms) this.#groups.set(term, [...this.groupsOf(term), group])
      if (group.event !== undefined) this.#events.set(group.event, group)
    }
    for (const words of own) this.#adopt(words)
  }

  /** The same, with further groups of words, each analysed when a term is met that may be of it: most never are. */
  with(later: LaterWords): FieldWords {
    const more = new FieldWords([])
    for (const [term, others] of this.#alike) more.#alike.set(term, new Set(others))
    for (const [term, groups] of this.#groups) more.#groups.set(term, groups)
    for (const [name, group] of this.#events) more.#events.set(name, group)
    more.#later = later
    return more
  }

  alike(term: string): ReadonlySet<string> {
    this.#meet(term)
    return this.#alike.get(term) ?? NONE
  }

  groupsOf(term: string): readonly FieldGroup[] {
    this.#meet(term)
    return this.#groups.get(term) ?? []
  }

  event(name: string): FieldGroup | undefined {
    return this.#events.get(name)
  }

  #meet(term: string): void {
    if (this.#later === undefined) return
    const start = term.slice(0, this.#later.letters)
    if (this.#starts.has(start)) return
    this.#starts.add(start)
    for (const words of this.#later.startingWith(start)) this.#adopt(words)
  }

  /** Words that users add mean what the words of the field among them mean. */
  #adopt(words: readonly string[]): void {
    const terms = new Set(
      words.flatMap((word) => LANGUAGES.flatMap((language) => indexTerms(word, language))),
    )
    this.#join(terms)
    const meant = [...new Set([...terms].flatMap((term) => this.groupsOf(term)))]
    for (const term of terms)
      if (!this.#groups.has(term) && meant.length > 0) this.#groups.set(term, meant)
  }

  #join(terms: ReadonlySet<string>): void {
    for (const term of terms) {
      const others = this.#alike.get(term) ?? new Set<string>()
      for (const other of terms) if (other !== term) others.add(other)
      this.#alike.set(term, others)
    }
  }
}

/** Of all packs by their names, in the order of the first. */
function groupsOf(): FieldGroup[] {
  const found = new Map<string, Partial<Record<Language, string>>>()
  for (const language of LANGUAGES)
    for (const line of packOf(language).field?.trim().split('\n') ?? []) {
      const [name = '', words = ''] = line.split(':')
      const group = found.get(name.trim()) ?? {}
      group[language] = words.trim()
      found.set(name.trim(), group)
    }
  return [...found].map(([name, words]) => ({ name, words, ...MEANINGS[name] }))
}

const GROUPS = groupsOf()

const FIELD_WORDS = new FieldWords(GROUPS)

/** @param own what users add */
export const fieldWords = (own: readonly (readonly string[])[] = []): FieldWords =>
  own.length === 0 ? FIELD_WORDS : new FieldWords(GROUPS, own)
