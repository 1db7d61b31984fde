/** What a page says of itself for machines, as it stands there: meta elements, links, JSON-LD, dates. */
import { ShownDates } from './shown-dates.ts'
import { type Attributes, readEvents } from './events.ts'

export interface Head {
  /** Elements of the whole page. */
  readonly elements: number
  /** Its texts as a tree cuts them: at each element, each entity, each no-break space. */
  readonly texts: number
  /** The most attributes that one element has. */
  readonly attributes: number
  readonly title: string
  readonly language?: string
  readonly canonical?: string
  /** By name or property, in lower case; the first of each. */
  readonly meta: ReadonlyMap<string, string>
  readonly jsonLd: readonly string[]
  /** Dates that elements of the page call its publication, in order. */
  readonly published: readonly string[]
  /** Dates that it shows to whoever reads it. */
  readonly shown: ShownDates
  /** The page has more than its text: menus, programs, forms. */
  readonly hasSurroundings: boolean
  /** It says which of its parts is the text, once. */
  readonly hasMain: boolean
}

const SURROUNDINGS = new Set(['nav', 'header', 'footer', 'aside', 'script', 'form'])
/** More words are no title, and more script no description. */
const LONGEST_TITLE = 1000
const LONGEST_SCRIPT = 1_000_000

/** A class of the date beside a headline. */
const PUBLISHED =
  /(?:^|[\s_-])(?:published|pubdate|publish-date|entry-date|post-date|date-published)(?:$|[\s_-])/iu
const CHANGED = /updated|modified/iu

export function readHead(html: string): Head {
  const meta = new Map<string, string>()
  const jsonLd: string[] = []
  const published: string[] = []
  const shown = new ShownDates()
  let elements = 0
  let texts = 0
  let mostAttributes = 0
  let mains = 0
  let hasSurroundings = false
  let language: string | undefined
  let canonical: string | undefined
  let title: string | undefined
  let script: string | undefined
  let inTitle = false
  let inSvg = false
  // What stands in a table is its data.
  let cells = 0
  readEvents(html, {
    open(name, attributes) {
      elements++
      mostAttributes = Math.max(mostAttributes, attributes.size)
      if (SURROUNDINGS.has(name)) hasSurroundings = true
      if (name === 'html') language ??= attributes.get('lang') ?? attributes.get('xml:lang')
      else if (name === 'svg') inSvg = true
      else if (name === 'title') inTitle = title === undefined && !inSvg
      else if (name === 'td' || name === 'th') cells++
      else if (name === 'h1') shown.headline(true)
      else if (isMain(name, attributes)) mains++
      else if (name === 'meta') addMeta(meta, attributes)
      else if (name === 'link' && relates(attributes, 'canonical'))
        canonical ??= attributes.get('href')
      else if (name === 'script' && attributes.get('type')?.trim() === 'application/ld+json')
        script = ''
      const date = publicationDate(name, attributes)
      if (date !== undefined) published.push(date)
    },
    close(name) {
      if (name === 'title') inTitle = false
      else if (name === 'td' || name === 'th') cells = Math.max(0, cells - 1)
      else if (name === 'h1') shown.headline(false)
      else if (name === 'svg') inSvg = false
      else if (name === 'script' && script !== undefined) {
        jsonLd.push(script)
        script = undefined
      }
    },
    text(text) {
      texts += text.includes('\u00A0') ? text.split('\u00A0').length : 1
      if (inTitle && (title ?? '').length < LONGEST_TITLE) title = (title ?? '') + text
      else if (script !== undefined && script.length < LONGEST_SCRIPT) script += text
      else if (script === undefined && !inTitle && cells === 0) shown.text(text)
    },
  })
  return {
    elements,
    texts,
    attributes: mostAttributes,
    title: (title ?? '').replace(/\s+/gu, ' ').trim(),
    ...(language !== undefined && { language }),
    ...(canonical !== undefined && { canonical }),
    meta,
    jsonLd,
    published,
    shown,
    hasSurroundings,
    hasMain: mains === 1,
  }
}

/** The element that a page says holds its text. */
export const isMain = (name: string, attributes: Attributes): boolean =>
  name === 'main' || attributes.get('role') === 'main'

const relates = (attributes: Attributes, to: string): boolean =>
  (attributes.get('rel') ?? '').toLowerCase().split(/\s+/u).includes(to)

function addMeta(meta: Map<string, string>, attributes: Attributes): void {
  const value = attributes.get('content')?.replace(/\s+/gu, ' ').trim()
  if (value === undefined || value === '') return
  for (const key of ['name', 'property', 'itemprop'])
    for (const name of (attributes.get(key) ?? '').toLowerCase().split(/\s+/u))
      if (name !== '' && !meta.has(name)) meta.set(name, value)
}

function publicationDate(name: string, attributes: Attributes): string | undefined {
  if (name === 'meta' || attributes.size === 0) return undefined
  const stated = attributes.get('datetime') ?? attributes.get('content')
  if (stated === undefined) return undefined
  const style = attributes.get('class') ?? ''
  const says =
    attributes.has('pubdate') ||
    attributes.get('itemprop') === 'datePublished' ||
    (name === 'time' && PUBLISHED.test(style) && !CHANGED.test(style))
  return says ? stated : undefined
}
