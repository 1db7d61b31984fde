/** What rules may ask a language for: the groups and names that English has. */
import type { PHRASES } from './en/phrases/phrases.ts'

export type Named = typeof PHRASES
export type Phrases = {
  readonly [Group in keyof Named]?: { readonly [Name in keyof Named[Group]]?: string } | undefined
}
