/** A citation in one line: what a reader needs to find the place and to know who speaks. */
import { inertText } from '../../src/inert.ts'
import { publisherOf } from '../../src/references.ts'
import type { Citation } from '../../src/reply.ts'

type Stated = Citation['title']

/** `Title · Publisher · 2022-05-11 (inferred) · Section` */
export function citationLine(citation: Citation): string {
  const parts = [titleOf(citation)]
  const publisher = publisherOf(citation)
  if (publisher) parts.push(stated(publisher))
  parts.push(citation.date ? stated(citation.date) : 'undated')
  // What was quoted of it before may read otherwise now.
  if (citation.revised) parts.push(`new version read ${inertText(citation.revised)}`)
  // Many a document repeats its title as its only heading.
  if (citation.section && citation.section !== citation.title.value)
    parts.push(inertText(citation.section))
  if (citation.place) parts.push(spot(citation.place))
  return parts.join(' · ')
}

/** "p. 3", "pp. 3–4", "Sheet1, row 12" */
const spot = ({ kind, label }: NonNullable<Citation['place']>): string =>
  inertText(kind === 'row' ? label : `${label.includes('–') ? 'pp.' : 'p.'} ${label}`)

/** The address, or the document's name among the documents when it has none. */
export const placeOf = (citation: Citation): string => inertText(citation.url ?? citation.document)

/** A digest retells; it must never pass for the text it retells. */
function titleOf({ kind, source, title }: Citation): string {
  if (kind === 'document') return stated(title)
  if (!source) return `Digest: ${stated(title)}`
  const by = source.publisher ? ` (${inertText(source.publisher)})` : ''
  return `Digest of “${inertText(source.title)}”${by}`
}

const stated = ({ value, inferred }: Stated): string =>
  inertText(value) + (inferred ? ' (inferred)' : '')
