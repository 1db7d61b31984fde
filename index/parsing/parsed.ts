/** What comes of reading a file. */
import type { Known } from '../whole-corpus.ts'
import type { Document } from '../document.ts'

export interface ParsedDocument extends Required<Known> {
  readonly document: Document
}

/** `reason`: a sentence for a person, with what to do. */
export type Parsed =
  | { readonly documents: readonly ParsedDocument[]; readonly notes: readonly string[] }
  | { readonly documents?: undefined; readonly reason: string }
