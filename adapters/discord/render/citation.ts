/** A citation in one line: what a reader needs to find the place and to know who speaks. */
import type { Citation } from '../../../src/reply.ts'
import { type Language, wordingsIn } from '../../../src/wordings/in-language.ts'
import { citationParts, nameOf, sourceUrl } from '../../shared/citation.ts'
import { bold, escape, link } from '../markdown.ts'

/** Of all a citation says, escaped. */
const LONGEST_TITLE = 700
const LONGEST_REST = 900

/** `**Title** · Publisher · 2022-05-11 (inferred) · Section · p. 3 · [open](<…>)` */
export function citationLine(citation: Citation, language?: Language): string {
  const { title, rest } = citationParts(citation, language)
  const url = sourceUrl(citation)
  // Without an address, the document's name among the documents is how it is found.
  const parts = url === undefined ? [...rest, nameOf(citation)] : rest
  const told = escape(parts.filter((part) => part !== '').join(' · '), LONGEST_REST)
  return [
    bold(escape(title, LONGEST_TITLE)),
    ...(told === '' ? [] : [told]),
    ...(url === undefined ? [] : [link(wordingsIn(language).windows.buttons.open, url)]),
  ].join(' · ')
}
