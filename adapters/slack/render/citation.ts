/** A citation in one line: what a reader needs to find the place and to know who speaks. */
import type { Citation, Quote } from '../../../src/reply.ts'
import type { Language } from '../../../src/wordings/in-language.ts'
import { citationParts, nameOf, sourceUrl } from '../../shared/citation.ts'
import { type Inline, link, text } from '../blocks.ts'

/** `Title · Publisher · 2022-05-11 (inferred) · Section · p. 3`; the title links to the source. */
export function citationElements(citation: Citation, language?: Language): Inline[] {
  const { title, rest } = citationParts(citation, language)
  const url = linkOf(citation, undefined)
  const head = url === undefined ? text(title) : link(title, url)
  // Without an address, the document's name among the documents is how it is found.
  const tail = url === undefined ? [...rest, nameOf(citation)] : rest
  return [head, ...(tail.length > 0 ? [text(` · ${tail.join(' · ')}`)] : [])]
}

/** Slack takes a bar in an address for the end of it. */
export const linkOf = (citation: Citation, quote: Quote | undefined): string | undefined =>
  sourceUrl(citation, quote)?.replaceAll('|', '%7C')
