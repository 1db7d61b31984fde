/** A citation in one line: what a reader needs to find the place and to know who speaks. */
import { publisherOf } from '../../../src/references.ts'
import type { Citation, Quote } from '../../../src/reply.ts'
import { sourceUrl } from '../../shared/citation.ts'
import { type Inline, link, text } from '../blocks.ts'
import { clip } from '../../../src/clip.ts'

type Stated = Citation['title']

const LONGEST_PART = 200
const LONGEST_TITLE = 300

/** `Title · Publisher · 2022-05-11 (inferred) · Section · p. 3`; the title links to the source. */
export function citationElements(citation: Citation): Inline[] {
  const [title, rest] = partsOf(citation)
  const url = linkOf(citation, undefined)
  const head = url === undefined ? text(title) : link(title, url)
  // Without an address, the document's name among the documents is how it is found.
  const tail = url === undefined ? [...rest, clip(citation.document, LONGEST_PART)] : rest
  return [head, ...(tail.length > 0 ? [text(` · ${tail.join(' · ')}`)] : [])]
}

export function citationText(citation: Citation): string {
  const [title, rest] = partsOf(citation)
  return [title, ...rest].join(' · ')
}

function partsOf(citation: Citation): [title: string, rest: string[]] {
  const { date, revised, section, place, title } = citation
  const publisher = publisherOf(citation)
  const rest = [
    ...(publisher === undefined ? [] : [stated(publisher, LONGEST_PART)]),
    date === undefined ? 'undated' : stated(date, LONGEST_PART),
    // What was quoted of it before may read otherwise now.
    ...(revised === undefined ? [] : [`new version read ${clip(revised, LONGEST_PART)}`]),
    // Many a document repeats its title as its only heading.
    ...(section === undefined || section === title.value ? [] : [clip(section, LONGEST_PART)]),
    ...(place === undefined ? [] : [clip(spot(place), LONGEST_PART)]),
  ]
  return [titleOf(citation), rest.filter((part) => part !== '')]
}

/** "p. 3", "pp. 3–4", "Sheet1, row 12" */
const spot = ({ kind, label }: NonNullable<Citation['place']>): string =>
  kind === 'row' ? label : `${label.includes('–') ? 'pp.' : 'p.'} ${label}`

/** A digest retells; it must never pass for the text it retells. */
function titleOf({ kind, source, title }: Citation): string {
  if (kind === 'document') return stated(title, LONGEST_TITLE)
  if (source === undefined) return `Digest: ${stated(title, LONGEST_TITLE)}`
  const by = source.publisher === undefined ? '' : ` (${clip(source.publisher, LONGEST_PART)})`
  return `Digest of “${clip(source.title, LONGEST_TITLE)}”${by}`
}

const stated = ({ value, inferred }: Stated, most: number): string =>
  clip(value, most) + (inferred ? ' (inferred)' : '')

/** Slack takes a bar in an address for the end of it. */
export const linkOf = (citation: Citation, quote: Quote | undefined): string | undefined =>
  sourceUrl(citation, quote)?.replaceAll('|', '%7C')
