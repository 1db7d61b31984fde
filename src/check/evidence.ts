/** The sentences of the documents that are about what a claim is about, with what surrounds each. */
import { indexTerms } from '../../index/analyzer.ts'
import type { Passage } from '../../index/passages.ts'
import type { Asker } from '../ask/ask.ts'
import { readStatement, type Statement } from './judge/statement.ts'

export interface Evidence {
  readonly passage: Passage
  /** Which sentence of the passage. */
  readonly at: number
  readonly statement: Statement
  readonly context: ReadonlySet<string>
}

/** So many sentences are judged; those that come later share little with the claim. */
const LOOKED_AT = 24
/** Sentences before it that a sentence may lean on. */
const BEFORE = 2
const REMEMBERED = 2000

export class EvidenceFinder {
  readonly #asker: Pick<Asker, 'sentencesOn'>
  readonly #known = new Map<string, Evidence>()

  constructor(asker: Pick<Asker, 'sentencesOn'>) {
    this.#asker = asker
  }

  async find(claim: string, allows?: ReadonlySet<string>): Promise<Evidence[]> {
    const ranked = await this.#asker.sentencesOn(claim, allows)
    return ranked.slice(0, LOOKED_AT).map(({ passage, at }) => this.#read(passage, at))
  }

  #read(passage: Passage, at: number): Evidence {
    const key = `${passage.id}.${at}`
    const known = this.#known.get(key) ?? readEvidence(passage, at)
    if (this.#known.size >= REMEMBERED) this.#known.clear()
    this.#known.set(key, known)
    return known
  }
}

/** @param at which sentence of the passage */
export function readEvidence(passage: Passage, at: number): Evidence {
  const { document, heading, sentences } = passage
  const { clean, language, title } = document
  const text = (from: number, to: number): string =>
    clean.slice(sentences[from]?.start ?? 0, sentences[to]?.end ?? 0)
  const above = `${title.value}\n${heading}\n${at > 0 ? text(Math.max(0, at - BEFORE), at - 1) : ''}`
  return {
    passage,
    at,
    statement: readStatement(text(at, at), language),
    context: new Set(indexTerms(above, language)),
  }
}
