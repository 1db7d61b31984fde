/**
 * Passages of documents that are copies of one another, told apart by whether they say anything new:
 * forty sites with one story must not keep another document from being read.
 */
import type { Corpus } from '../../index/corpus.ts'
import type { Passage } from '../../index/passages.ts'
import type { AnalyzedSentence } from './analyzed.ts'
import { compareWordings, type Likeness, type Wording, wordingOf } from './wording.ts'

/** Whether two documents, by their ids, are copies of one another. */
export type AreCopies = (one: string, other: string) => boolean

/** A passage with its sentences analyzed. */
export interface ReadPassage {
  readonly passage: Passage
  readonly sentences: readonly AnalyzedSentence[]
}

/** Whoever is a copy of so many of a group is one of it: the group cannot drift away. */
const LEADING = 4

interface Group {
  /** Ids of documents, each a copy of the first ones. */
  readonly documents: string[]
  /** What sentences that say the same have in common, their facts → sentences. */
  readonly said: Map<string, { readonly passage: Passage; readonly sentence: AnalyzedSentence }[]>
}

export class Copies {
  readonly #corpus: Pick<Corpus, 'areCopies' | 'mayHaveCopies'>
  readonly #groups: Group[] = []
  readonly #groupOf = new Map<string, Group>()
  readonly #again = new Map<Passage, ReadPassage[]>()

  constructor(corpus: Pick<Corpus, 'areCopies' | 'mayHaveCopies'>) {
    this.#corpus = corpus
  }

  /** Passages of copies that say what a passage says, and nothing else that no passage before says. */
  againOf(passage: Passage): readonly ReadPassage[] {
    return this.#again.get(passage) ?? []
  }

  /** Whether any two of the documents are copies. */
  get any(): boolean {
    return this.#groups.length < this.#groupOf.size
  }

  /** Whether two sentences of copies are worded the same. */
  sayTheSame(
    one: { readonly passage: Passage; readonly sentence: AnalyzedSentence },
    other: { readonly passage: Passage; readonly sentence: AnalyzedSentence },
  ): boolean {
    const [a, b] = [one.passage.document.id, other.passage.document.id]
    const group = this.#groupOf.get(a)
    return (
      a !== b &&
      group !== undefined &&
      group === this.#groupOf.get(b) &&
      saysTheSame(one.sentence, other.sentence)
    )
  }

  /** Takes a passage in; false when passages of copies that were taken in before say all of it. */
  take(read: ReadPassage): boolean {
    const { passage, sentences } = read
    if (!this.#corpus.mayHaveCopies(passage.document.id)) return true
    const group = this.#groupFor(passage.document.id)
    const saying = sentences.map((sentence) =>
      group.said
        .get(wordingOfSentence(sentence).facts)
        ?.find(
          (said) =>
            said.passage.document !== passage.document && saysTheSame(said.sentence, sentence),
        ),
    )
    if (saying.length > 0 && saying.every((said) => said !== undefined)) {
      for (const known of new Set(saying.map((said) => said.passage))) {
        const again = this.#again.get(known)
        if (again === undefined) this.#again.set(known, [read])
        else again.push(read)
      }
      return false
    }
    for (const sentence of sentences) {
      const { facts } = wordingOfSentence(sentence)
      const said = group.said.get(facts) ?? []
      group.said.set(facts, said)
      said.push({ passage, sentence })
    }
    return true
  }

  #groupFor(id: string): Group {
    const known = this.#groupOf.get(id)
    if (known !== undefined) return known
    let group = this.#groups.find(({ documents }) =>
      documents.slice(0, LEADING).every((other) => this.#corpus.areCopies(other, id)),
    )
    if (group === undefined) {
      group = { documents: [], said: new Map() }
      this.#groups.push(group)
    }
    group.documents.push(id)
    this.#groupOf.set(id, group)
    return group
  }
}

const wordings = new WeakMap<AnalyzedSentence, Wording>()

/** How a sentence is worded; found once. */
function wordingOfSentence(sentence: AnalyzedSentence): Wording {
  const known = wordings.get(sentence) ?? wordingOf(sentence.tokens)
  wordings.set(sentence, known)
  return known
}

export function compareSentences(one: AnalyzedSentence, other: AnalyzedSentence): Likeness {
  if (one.text === other.text) return 'same'
  if (one.tokens.length === 0) return 'other'
  return compareWordings(wordingOfSentence(one), wordingOfSentence(other))
}

const saysTheSame = (one: AnalyzedSentence, other: AnalyzedSentence): boolean =>
  compareSentences(one, other) === 'same'
