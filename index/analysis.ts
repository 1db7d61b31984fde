/**
 * What the index needs to know of a document: its passages, their terms, the acronyms it defines and
 * the sample its copies are found by. Finding this out takes most of the time of indexing and nothing
 * but the document, so it is done where the document is read.
 */
import { findDefinitions } from './acronyms.ts'
import { eachWord, indexTerms } from './analyzer.ts'
import type { Document, Language } from './document.ts'
import { sampleOf } from './near-duplicates/near-duplicates.ts'
import { type Outline, outlines, type Sentence } from './passages.ts'

export interface Analysis {
  readonly passages: readonly Outline[]
  /** The terms of the passages and of what stands above them, each once, the passages' own first. */
  readonly terms: readonly string[]
  /** Where the reading text first writes each of the passages' own terms: start, end, start, end … */
  readonly written: Uint32Array
  /** Of each passage, how many terms it has and how many stand above it, in the title and headings. */
  readonly lengths: Uint32Array
  /** Numbers of terms: of each passage its own, as often as they occur, then those above it. */
  readonly order: Uint32Array
  readonly acronyms: readonly DefinedAcronym[]
  readonly sample: Uint32Array
}

/** An acronym as a term, one of its long forms as terms, and how the document writes both. */
export interface DefinedAcronym {
  readonly key: string
  readonly acronym: string
  readonly longForm: string
  readonly terms: readonly string[]
}

export function analysisOf(document: Document): Analysis {
  const found = outlines(document)
  const numbers = new Map<string, number>()
  const terms: string[] = []
  const numberOf = (term: string): number => {
    const known = numbers.get(term)
    if (known !== undefined) return known
    numbers.set(term, terms.length)
    return terms.push(term) - 1
  }
  const written: number[] = []
  const own = found.map(({ sentences }) => {
    const list: number[] = []
    eachTerm(document, sentences, (term, start, end) => {
      const number = numberOf(term)
      list.push(number)
      if (number * 2 === written.length) written.push(start, end)
    })
    return list
  })
  const above = termsAbove(document)
  const lengths: number[] = []
  const order: number[] = []
  for (const [at, list] of own.entries()) {
    const over = above(found[at]?.heading ?? '').map(numberOf)
    lengths.push(list.length, over.length)
    for (const number of list) order.push(number)
    for (const number of over) order.push(number)
  }
  return {
    passages: found,
    terms,
    written: Uint32Array.from(written),
    lengths: Uint32Array.from(lengths),
    order: Uint32Array.from(order),
    acronyms: acronymsOf(document),
    sample: sampleOf(document),
  }
}

/** Every term of sentences, as often as it occurs, with where the reading text writes it. */
export function eachTerm(
  { clean, language }: { readonly clean: string; readonly language: Language },
  sentences: readonly Sentence[],
  tell: (term: string, start: number, end: number) => void,
): void {
  for (const { start: from, end: to, language: own = language } of sentences)
    eachWord(clean.slice(from, to), own, ({ stop, terms }, start, end) => {
      if (!stop) for (const term of terms) tell(term, from + start, from + end)
    })
}

/** The terms of a document's title and of a heading in it; neighbouring passages share theirs. */
function termsAbove({ title, language }: Document): (heading: string) => readonly string[] {
  const titleTerms = indexTerms(title.value, language)
  let last = { heading: '', terms: titleTerms }
  return (heading) => {
    if (heading !== last.heading)
      last = { heading, terms: [...titleTerms, ...indexTerms(heading, language)] }
    return last.terms
  }
}

function acronymsOf({ clean, sections, title, language }: Document): DefinedAcronym[] {
  const headings = sections.map(({ heading }) => heading).join('\n')
  return findDefinitions(`${clean}\n${headings}\n${title.value}`).flatMap(
    ({ acronym, longForm }) => {
      const [key] = indexTerms(acronym, language)
      const terms = indexTerms(longForm, language)
      return key === undefined || terms.length === 0 ? [] : [{ key, acronym, longForm, terms }]
    },
  )
}
