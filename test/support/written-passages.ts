/** Passages with their terms written out, as an engine sees them. */
import type { IndexedDocument } from '../../index/engines/passage-index.ts'

export interface WrittenPassage {
  readonly id: number
  readonly terms: readonly string[]
  readonly headingTerms: readonly string[]
}

export function indexedDocument(
  documentId: string,
  passages: readonly WrittenPassage[],
): IndexedDocument {
  const numbers = new Map<string, number>()
  const numberOf = (term: string): number => {
    const known = numbers.get(term) ?? numbers.size
    numbers.set(term, known)
    return known
  }
  const numbered = passages.map(({ id, terms, headingTerms }) => ({
    id,
    text: terms.map(numberOf),
    headings: headingTerms.map(numberOf),
  }))
  return { documentId, terms: [...numbers.keys()], passages: numbered }
}
