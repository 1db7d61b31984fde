/**
 * Words of the field that stand for one another, English and French together: a question may use one
 * and the document another. The groups stand in `field-words.json`; users add their own.
 */
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { indexTerms } from '../../index/analyzer.ts'
import { LANGUAGES } from '../../index/languages/packs.ts'

const Group = z.strictObject({
  /** Words parted by spaces. */
  en: z.string(),
  fr: z.string(),
  /** They say what happened to what is counted; the name that figures of it are put together by. */
  event: z.string().optional(),
  /** What happened is a case of this event too: who was executed was killed. */
  kindOf: z.string().optional(),
  /** Harm to persons. Who asks for one kind in a place is also shown the others. */
  casualties: z.boolean().optional(),
  /** They name persons: all ("people"), most of them ("civilians"), some ("women"); or surely none. */
  people: z.enum(['all', 'most', 'some', 'none']).optional(),
})
export type FieldGroup = z.infer<typeof Group>

const NONE: ReadonlySet<string> = new Set()

export class FieldWords {
  /** Term → the other terms of its groups. */
  readonly #alike = new Map<string, Set<string>>()
  readonly #groups = new Map<string, FieldGroup[]>()
  readonly #events = new Map<string, FieldGroup>()

  /** @param own further groups of words, in any language */
  constructor(groups: readonly FieldGroup[], own: readonly (readonly string[])[] = []) {
    for (const group of groups) {
      const terms = new Set(LANGUAGES.flatMap((language) => indexTerms(group[language], language)))
      this.#join(terms)
      for (const term of terms) this.#groups.set(term, [...this.groupsOf(term), group])
      if (group.event !== undefined) this.#events.set(group.event, group)
    }
    for (const words of own) this.#adopt(words)
  }

  alike(term: string): ReadonlySet<string> {
    return this.#alike.get(term) ?? NONE
  }

  groupsOf(term: string): readonly FieldGroup[] {
    return this.#groups.get(term) ?? []
  }

  event(name: string): FieldGroup | undefined {
    return this.#events.get(name)
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

const GROUPS = z
  .array(Group)
  .parse(JSON.parse(readFileSync(new URL('field-words.json', import.meta.url), 'utf8')))

const FIELD_WORDS = new FieldWords(GROUPS)

/** @param own what users add */
export const fieldWords = (own: readonly (readonly string[])[] = []): FieldWords =>
  own.length === 0 ? FIELD_WORDS : new FieldWords(GROUPS, own)
