/** What a process has read, for an engine elsewhere that is kept in step with it. */
import type { Document } from '../document.ts'
import type { Passage } from '../passages.ts'
import type { EmbeddedIndex, IndexedDocument, Names, Part, SharedIndex } from './passage-index.ts'

export interface Held extends Names {
  readonly documents: ReadonlyMap<string, Document>
  passagesOf(documentId: string): readonly Passage[]
  /** How many passages a part has, or all documents. */
  sizeOf(among: Part | undefined): number
  /** A document as an engine sees it, analysed again. */
  indexed(documentId: string): IndexedDocument | undefined
}

/** An empty engine, or one elsewhere, for what is held. */
export type MakeIndex = (held: Held) => EmbeddedIndex | SharedIndex
