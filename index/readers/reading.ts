/** The seam of the formats: what a reader makes of bytes, before cleaning and description are done. */
import { VerbatimError } from '../errors.ts'
import type { Block } from '../clean/blocks.ts'
import type { Locator } from '../document.ts'
import type { FrontMatter } from '../front-matter.ts'

export interface Input {
  /** Path below its folder, with `/`, or the address it was fetched from. */
  readonly name: string
  readonly bytes: Uint8Array
  /** As the server named it, where there was one. */
  readonly contentType?: string
  /** Where it was fetched from. */
  readonly url?: string
  /** Told how many pages it has, once that is known: a yearbook takes longer than a letter. */
  readonly onPages?: (pages: number) => void
}

/** One document of a file. A feed or a mailbox holds several. */
export interface Reading {
  /** Tells documents of one file apart; absent when the file is one document. */
  readonly part?: string
  /**
   * The document's own text: the file as decoded or, where the format is no text, all the text its
   * parser finds, in reading order. Quotes are slices of it.
   */
  readonly text: string
  /** Where front matter ends and the text begins. */
  readonly bodyStart: number
  /** What is quotable, in order; furniture, footnotes and page numbers are left out. */
  readonly blocks: readonly Block[]
  /** What the file states of itself: front matter, metadata. */
  readonly stated: FrontMatter
  /** What the file's properties call it: typed by a person, or left there by a template. */
  readonly property?: string
  /** Further lines that may be the title, the best first. */
  readonly titles: readonly string[]
  /** Lines that stand on page after page; none where the format has no pages. */
  readonly running?: readonly string[]
  /** What the surroundings of the text say of it: a line beside its headline, the site. */
  readonly shown?: { readonly date?: string; readonly publisher?: string }
  /** Pages or rows, in order; empty where the format has none. */
  readonly places: readonly Locator[]
}

/** A file within a file: what a mail carries along. It is read by the reader of its own format. */
export interface Attachment {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface Readings {
  readonly readings: readonly Reading[]
  readonly attachments: readonly Attachment[]
  /** What a person should know of the file, and the remedy. */
  readonly notes: readonly string[]
}

/** Returns a sentence for a person where nothing can be read, with the remedy. */
export type Reader = (input: Input) => Promise<Readings | { readonly reason: string }>

/** Readings of a file that is one document. */
export const single = (reading: Reading, notes: readonly string[] = []): Readings => ({
  readings: [reading],
  attachments: [],
  notes,
})

/** Thrown by what readers are made of; its message goes on from the file's name and ends with the remedy. */
export class Unreadable extends VerbatimError {
  override readonly name = 'Unreadable'

  constructor(message: string, options?: ErrorOptions) {
    super('documents', message, options)
  }
}
