/** What a citation says, part by part, and where it leads. */
import { inertText } from '../../src/inert.ts'
import { publisherOf } from '../../src/references.ts'
import type { Citation, Quote } from '../../src/reply.ts'
import { type Language, wordingsIn } from '../../src/wordings/in-language.ts'
import type { Wordings } from '../../src/wordings/wordings.ts'
import { clip } from './clip.ts'

const LONGEST_PART = 200
const LONGEST_TITLE = 300
/** Longer addresses are left out: cut, they cannot be followed. */
const LONGEST_URL = 1000

export interface CitationParts {
  /** A digest says that it is one. */
  readonly title: string
  /** Publisher, date, section, page; as many as are known. */
  readonly rest: readonly string[]
}

type Told = Wordings['references']

/** Inert text, no part of it longer than a reader takes in. */
export function citationParts(citation: Citation, language?: Language): CitationParts {
  const words = wordingsIn(language).references
  const { date, revised, section, place, title } = citation
  const publisher = publisherOf(citation)
  const rest = [
    ...(publisher === undefined ? [] : [stated(publisher, LONGEST_PART, words)]),
    date === undefined ? words.undated : stated(date, LONGEST_PART, words),
    // What was quoted of it before may read otherwise now.
    ...(revised === undefined ? [] : [words.revised(clip(revised, LONGEST_PART))]),
    // Many a document repeats its title as its only heading.
    ...(section === undefined || section === title.value ? [] : [clip(section, LONGEST_PART)]),
    ...(place === undefined ? [] : [clip(spot(place, words), LONGEST_PART)]),
  ]
  return { title: titleOf(citation, words), rest: rest.filter((part) => part !== '') }
}

/** "Title · Publisher · 2022-05-11" */
export function citationText(citation: Citation, language?: Language): string {
  const { title, rest } = citationParts(citation, language)
  return [title, ...rest].join(' · ')
}

/** The document's name among the documents: how it is found where it has no address. */
export const nameOf = ({ document }: Citation): string => clip(document, LONGEST_PART)

/** "p. 3", "pp. 3–4", "Sheet1, row 12" */
const spot = ({ kind, label }: NonNullable<Citation['place']>, words: Told): string =>
  kind === 'row' ? label : words.page(label, label.includes('–'))

/** A digest retells; it must never pass for the text it retells. */
function titleOf({ kind, source, title }: Citation, words: Told): string {
  if (kind === 'document') return stated(title, LONGEST_TITLE, words)
  if (source === undefined) return words.digest(stated(title, LONGEST_TITLE, words))
  const by = source.publisher === undefined ? '' : ` (${clip(source.publisher, LONGEST_PART)})`
  return `${words.digestOf(clip(source.title, LONGEST_TITLE))}${by}`
}

const stated = ({ value, inferred }: Citation['title'], most: number, words: Told): string =>
  clip(value, most) + (inferred ? words.inBrackets : '')

/** Where a quote is read: in the desk's reader where there is one to lead to, else at its source. */
export const sourceUrl = (citation: Citation, quote?: Quote): string | undefined =>
  quote?.citation.reader ?? citation.reader ?? originalUrl(citation, quote)

/**
 * The source's address, opening at the quote where it can: a page's text, a PDF's page. Nothing where
 * it has none that anybody could follow.
 */
export function originalUrl(citation: Citation, quote?: Quote): string | undefined {
  const url = publicUrl(citation.url)
  if (url === undefined || quote === undefined) return url?.href
  const { place } = citation
  if (/\.pdf$/iu.test(url.pathname)) {
    const page = place?.kind === 'page' ? /^\d+/u.exec(place.label)?.[0] : undefined
    if (page !== undefined) url.hash = `page=${page}`
    return url.href
  }
  // A digest's words do not stand on the page it retells, nor a page's in a file of another format.
  if (citation.kind === 'digest' || place !== undefined) return url.href
  const fragment = textFragment(inertText(quote.text))
  return fragment === '' ? url.href : `${url.href}${url.hash === '' ? '#' : ''}:~:text=${fragment}`
}

const TRACKING = /^(?:utm_\w+|fbclid|gclid)$/u
/** Longer addresses are told by their host alone: `sources` has them whole. */
const LONGEST_SHOWN = 60

/** "example.org/report": what a person reads of an address, without what only a browser needs. */
export function shownAddress({ url: raw }: Citation): string | undefined {
  const url = publicUrl(raw)
  if (url === undefined) return undefined
  const host = url.host.replace(/^www\./u, '')
  for (const name of url.searchParams
    .keys()
    .filter((key) => TRACKING.test(key))
    .toArray())
    url.searchParams.delete(name)
  const address = host + readablePath(`${url.pathname}${url.search}`.replace(/\/$/u, ''))
  return inertText(address.length <= LONGEST_SHOWN ? address : `${host}/…`)
}

const ENCODED = /(?:%[89a-f][0-9a-f]){2,}/giu

/** "…/%D0%B2%D0%BE%D0%B4%D0%B0" → "…/вода": letters as they are read; what is no letter stays as it is written. */
function readablePath(path: string): string {
  return path.replace(ENCODED, (written) => {
    try {
      const letters = decodeURIComponent(written)
      return /^[\p{L}\p{M}\p{N}]+$/u.test(letters) ? letters : written
    } catch {
      return written
    }
  })
}

function publicUrl(raw: string | undefined): URL | undefined {
  if (raw === undefined || !URL.canParse(raw)) return undefined
  const url = new URL(raw)
  const follows = ['http:', 'https:'].includes(url.protocol) && url.username + url.password === ''
  return follows && url.href.length <= LONGEST_URL ? url : undefined
}

/** So many words at each end name a passage; all of a long one would make the address too long. */
const WORDS = 6
const LONGEST_FRAGMENT = 300

/** The words that a browser looks for: all of a short quote, else how it begins and ends. */
function textFragment(quote: string): string {
  const words = quote.split(' ')
  const ends =
    words.length <= 2 * WORDS
      ? [quote]
      : [words.slice(0, WORDS).join(' '), words.slice(-WORDS).join(' ')]
  const fragment = ends.map((end) => encodeURIComponent(end).replaceAll('-', '%2D')).join(',')
  return fragment.length > LONGEST_FRAGMENT ? '' : fragment
}
