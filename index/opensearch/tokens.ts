/** Terms as the cluster keeps them: one token each, with how often a passage has it. */
import { createHash } from 'node:crypto'
import type { IndexedDocument, Names } from '../engines/passage-index.ts'
import { countsOf, headingCount, textCount } from '../engines/posting.ts'

/** A passage as it is kept. */
export interface Entry {
  readonly doc: string
  /** Its place in the document. */
  readonly at: number
  /** Its number in the process that wrote it: of equal ones the least is first, for every process. */
  readonly order: number
  readonly sets: readonly string[]
  /** Of the document: another one when anything in it is another. */
  readonly version: string
  /** How many terms it has in its text and above it. */
  readonly inText: number
  readonly inHeadings: number
  /** Each term once, `token|frequency`, parted by spaces. */
  readonly terms: string
  /** Tokens that stand above the passage only. */
  readonly above: readonly string[]
}

/** What parts tokens, and what parts a token from its frequency; `%` is what they are written with. */
// oxlint-disable-next-line no-control-regex -- the cluster parts words at these, too
const RESERVED = /[\s|%\u0000-\u001F]/gu
/** Longer ones are kept as what tells them apart: the cluster cuts words that are too long. */
const LONGEST = 200
/** What a term counts in the text and above it; whole numbers, as the heading's weight is 0.7. */
const IN_TEXT = 10
const IN_HEADINGS = 7

export function tokenOf(term: string): string {
  const token = term.replaceAll(RESERVED, (one) => encodeURIComponent(one))
  return token.length <= LONGEST
    ? token
    : `%${createHash('sha256').update(term, 'utf8').digest('base64url')}`
}

export function entriesOf(
  { documentId, terms, passages }: IndexedDocument,
  { sets, version }: Pick<Entry, 'sets' | 'version'>,
  names: Pick<Names, 'placeOf'>,
): Entry[] {
  const tokens = terms.map((term) => tokenOf(term))
  return passages.map(({ id, text, headings }) => {
    const counts = new Map<number, { inText: number; inHeadings: number }>()
    const of = (term: number) => {
      const known = counts.get(term) ?? { inText: 0, inHeadings: 0 }
      counts.set(term, known)
      return known
    }
    for (const term of Array.from(text)) of(term).inText++
    for (const term of Array.from(headings)) of(term).inHeadings++
    const all = [...counts].map(([term, count]) => ({ token: tokens[term] ?? '', ...count }))
    return {
      doc: documentId,
      at: names.placeOf(id, documentId),
      order: id,
      sets,
      version,
      inText: text.length,
      inHeadings: headings.length,
      terms: all
        .map(({ token, inText, inHeadings }) => `${token}|${frequencyOf(inText, inHeadings)}`)
        .join(' '),
      above: all.filter(({ inText }) => inText === 0).map(({ token }) => token),
    }
  })
}

/** What the cluster calls it: alike in every process, and never too long. */
export function nameOf({ doc, at }: Entry): string {
  if (last.doc !== doc) last = { doc, hash: hashOf(doc) }
  return `${last.hash}#${at}`
}

const hashOf = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('base64url')

/** Passages of a document come one after another. */
let last = { doc: '', hash: hashOf('') }

/** Both counts in one, cut as the embedded engines cut them. */
function frequencyOf(inText: number, inHeadings: number): number {
  const counts = countsOf(inText, inHeadings)
  return IN_TEXT * textCount(counts) + IN_HEADINGS * headingCount(counts)
}

/** What a passage's counts of each of its terms weigh. @param terms as they are kept */
export function weightsIn(terms: string, heading: number): Map<string, number> {
  const weights = new Map<string, number>()
  for (const term of terms === '' ? [] : terms.split(' ')) {
    const at = term.lastIndexOf('|')
    const frequency = Number(term.slice(at + 1))
    // Sevens end in every digit but once: the last one tells how many there are.
    const inHeadings = (frequency * 3) % IN_TEXT
    const inText = (frequency - IN_HEADINGS * inHeadings) / IN_TEXT
    weights.set(term.slice(0, at), inText + heading * inHeadings)
  }
  return weights
}
