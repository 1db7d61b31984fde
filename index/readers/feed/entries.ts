/** The entries of a feed of any format, in the same shape. */
import type { parseFeed } from 'feedsmith'
import type { Language } from '../../document.ts'
import { parseLanguage } from '../../languages/language.ts'
import { FIRST } from '../../languages/packs.ts'
import { knownDate } from '../html/dates.ts'
import { htmlParagraphs } from '../html/paragraphs.ts'

export interface Entry {
  /** Names the entry as long as the feed does: its id, else its address, else its title. */
  readonly key: string
  readonly html: string
  readonly title?: string
  readonly byline?: string
  /** Whom a feed of several publishers takes the entry from. */
  readonly source?: string
  readonly date?: string
  readonly url?: string
  readonly language?: Language
}

export interface Entries {
  /** The feed's own title. */
  readonly publisher?: string
  readonly entries: readonly Entry[]
}

type Feed = ReturnType<typeof parseFeed<string>>
type Items<Format extends Feed['format']> = Extract<Feed, { format: Format }>['feed']

/** `address` is where the feed was fetched from: links may be relative to it. */
export function entriesOf(parsed: Feed, address: string | undefined): Entries {
  const { title, entries } = rawEntries(parsed)
  const publisher = plain(title)
  return {
    ...(publisher !== undefined && { publisher }),
    entries: entries.map((raw, at) => toEntry(raw, at, address)),
  }
}

interface Raw {
  readonly id: string | undefined
  readonly html: string | undefined
  readonly title: string | undefined
  readonly authors: readonly (string | undefined)[]
  readonly source: string | undefined
  /** Of the publication; when an entry was changed says something else. */
  readonly published: string | undefined
  /** The first that is an address is taken. */
  readonly links: readonly (string | undefined)[]
  readonly language: string | undefined
}

function rawEntries(parsed: Feed): { title: string | undefined; entries: readonly Raw[] } {
  if (parsed.format === 'atom')
    return { title: atomHtml(parsed.feed.title), entries: atomEntries(parsed.feed) }
  const { title } = parsed.feed
  if (parsed.format === 'rss') return { title, entries: rssEntries(parsed.feed) }
  if (parsed.format === 'rdf') return { title, entries: rdfEntries(parsed.feed) }
  return { title: escapeText(title), entries: jsonEntries(parsed.feed) }
}

const rssEntries = (feed: Items<'rss'>): Raw[] =>
  (feed.items ?? []).map((item) => ({
    id: item.guid?.value ?? item.link,
    html: item.content?.encoded ?? item.description,
    title: item.title ?? item.dc?.titles?.[0],
    authors: [...(item.authors ?? []).map(({ name }) => name), ...(item.dc?.creators ?? [])],
    source: item.source?.title,
    published: item.pubDate ?? item.dc?.dates?.[0],
    links: [item.link, permanentLink(item.guid)],
    language: feed.language,
  }))

/** The id of an entry is its address unless it says that it is not. */
const permanentLink = (guid: { value?: string; isPermaLink?: boolean } = {}): string | undefined =>
  guid.isPermaLink !== false && /^https?:\/\//iu.test(guid.value ?? '') ? guid.value : undefined

const rdfEntries = (feed: Items<'rdf'>): Raw[] =>
  (feed.items ?? []).map((item) => ({
    id: item.rdf?.about ?? item.link,
    html: item.content?.encoded ?? item.description,
    title: item.title,
    authors: item.dc?.creators ?? [],
    source: undefined,
    published: item.dc?.dates?.[0],
    links: [item.link, item.rdf?.about],
    language: feed.dc?.languages?.[0],
  }))

const atomEntries = (feed: Items<'atom'>): Raw[] =>
  (feed.entries ?? []).map((entry) => ({
    id: entry.id,
    html: atomHtml(entry.content) ?? atomHtml(entry.summary),
    title: atomHtml(entry.title),
    authors: (entry.authors ?? entry.source?.authors ?? feed.authors ?? []).map(({ name }) => name),
    source: entry.source?.title?.value,
    published: entry.published,
    links: (entry.links ?? [])
      .filter(({ rel }) => rel === undefined || rel === 'alternate')
      .map(({ href }) => href),
    language: entry.xml?.lang ?? feed.xml?.lang,
  }))

const jsonEntries = (feed: Items<'json'>): Raw[] =>
  (feed.items ?? []).map((item) => ({
    id: item.id ?? item.url,
    html: item.content_html ?? escapeText(item.content_text ?? item.summary),
    title: escapeText(item.title),
    authors: (item.authors ?? feed.authors ?? []).map(({ name }) => name),
    source: undefined,
    published: item.date_published,
    links: [item.url, item.external_url],
    language: item.language ?? feed.language,
  }))

function toEntry(raw: Raw, at: number, address: string | undefined): Entry {
  const title = plain(raw.title)
  const authors = raw.authors
    .flatMap((name) => plain(name) ?? [])
    .filter((name) => !name.includes('@'))
  const byline = [...new Set(authors)].join(', ')
  const source = plain(raw.source)
  const date = knownDate(raw.published ?? '')
  const url = raw.links.map((link) => webAddress(link, address)).find((link) => link !== undefined)
  const language = parseLanguage(raw.language ?? '')
  return {
    key: (raw.id?.replace(/\s+/gu, ' ') ?? url ?? title ?? `${at + 1}`).slice(0, LONGEST_KEY),
    html: raw.html ?? '',
    ...(title !== undefined && { title }),
    ...(byline !== '' && byline.length <= LONGEST_LINE && { byline }),
    ...(source !== undefined && { source }),
    ...(date !== undefined && { date }),
    ...(url !== undefined && { url }),
    // English is what templates say of feeds in any language.
    ...(language !== undefined && language !== FIRST && { language }),
  }
}

const LONGEST_KEY = 500
const LONGEST_LINE = 300

/** One line without mark-up: titles of feeds may have some. */
function plain(html: string | undefined): string | undefined {
  const text = htmlParagraphs(html ?? '')
    .map((paragraph) => paragraph.text)
    .join(' ')
    .replace(/\s+/gu, ' ')
  return text === '' ? undefined : text.slice(0, LONGEST_LINE)
}

function webAddress(link: string | undefined, address: string | undefined): string | undefined {
  const url = link === undefined ? null : URL.parse(link, address)
  return url !== null &&
    /^https?:$/u.test(url.protocol) &&
    url.username === '' &&
    url.href.length <= 2000
    ? url.href
    : undefined
}

/** Atom says what its text is; what says nothing and has tags is HTML after all. */
function atomHtml(content: { value?: string; type?: string } | undefined): string | undefined {
  const { value, type = 'text' } = content ?? {}
  if (value === undefined || !/^text(?:\/plain)?$/iu.test(type)) return value
  return /<\/?(?:p|div|br|ul|ol|li|a|b|i|em|strong|h[1-6]|blockquote|img|span)\b[^<>]*>/iu.test(
    value,
  )
    ? value
    : escapeText(value)
}

/** Text as HTML: its paragraphs stay apart. */
const escapeText = (text: string | undefined): string | undefined =>
  text
    ?.replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .split(/\r?\n[ \t]*\r?\n/u)
    .map((part) => `<p>${part}</p>`)
    .join('')
