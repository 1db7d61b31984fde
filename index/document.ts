/**
 * What a reader makes of a file: its own text, what is known about it, and the reading text that
 * sentences are taken from.
 */
import type { Language } from './languages/packs.ts'
import type { Evidence } from './metadata/evidence.ts'
import type { OffsetMap } from './offset-map.ts'
import type { Span } from './span.ts'

export type { Span }

/** A value and where it comes from: stated by the document, or inferred from how its text reads. */
export interface Stated {
  readonly value: string
  readonly inferred: boolean
}

/** A heading and the stretch of `Document.clean` that stands under it, the heading not included. */
export interface Section extends Span {
  readonly heading: string
}

/** A paragraph of `Document.clean`. `list` marks list items and table-like lines. */
export interface Paragraph extends Span {
  readonly list: boolean
  /** Whose words it is read with, where that is another than its document's. */
  readonly language?: Language
  /** It is the row of a table, its cells beside their heads: one sentence; see `cellsOf`. */
  readonly row?: true
}

/** Where a stretch of `Document.text` stands in the file, up to the next place. */
export interface Locator {
  readonly kind: 'page' | 'row'
  /** As a reader finds it: the page's number as a viewer counts, "233 (printed 205)"; "Sheet1, row 12". */
  readonly label: string
  /** Offset in `Document.text`. */
  readonly start: number
}

interface Series {
  readonly label: string
  /** Where it comes among the others. */
  readonly number: number
}

/** `YYYY-MM` or `YYYY-MM-DD`, both alike. */
interface CoveredPeriod {
  readonly from: string
  readonly to: string
}

export interface DocumentMetadata {
  /** Never empty: the file's name stands in, marked inferred, when nothing better is known. */
  readonly title: Stated
  readonly publisher?: Stated
  /** Who wrote it, as the document has it. */
  readonly byline?: string
  /** Publication date, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Absent when the document gives none. */
  readonly date?: Stated
  /** A digest retells another document; a citation must say so. */
  readonly kind: 'document' | 'digest'
  /** What a digest retells. */
  readonly source?: { readonly title: string; readonly publisher?: string }
  /** Public address of the document. */
  readonly url?: string
  /** Which of a series it is, as it calls itself: "Situation Report No. 13". */
  readonly series?: Series
  /** What it covers: its first day or month, and its last. */
  readonly period?: CoveredPeriod
  /** What title, publisher and date were chosen among, the surest of each first. */
  readonly evidence?: readonly Evidence[]
  /** When this version took the place of an older one, ISO 8601, UTC. */
  readonly revised?: string
}

export interface Document extends DocumentMetadata {
  /** Stable name: the path below its folder with `/`, or the front matter's `id`. */
  readonly id: string
  /** Whose words and stems it is read with, ISO 639-1. */
  readonly language: Language
  /** What it is written in, where that is another: ISO 639-1, `und` when not known. */
  readonly writtenIn?: string
  /** What else a good part of it is written in, ISO 639-1. */
  readonly alsoIn?: readonly string[]
  /** The document's own text as decoded, nothing changed. Quotes are slices of it. */
  readonly text: string
  /** The reading text: `text` without page furniture, footnotes and broken hyphenation. */
  readonly clean: string
  /** From offsets in `clean` to offsets in `text`. */
  readonly map: OffsetMap
  readonly paragraphs: readonly Paragraph[]
  readonly sections: readonly Section[]
  /** In order; empty where the format has none. */
  readonly places: readonly Locator[]
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string
}

export type { Language }
