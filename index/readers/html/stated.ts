/** What a page states of itself → front matter: title, publisher, byline, date, address, language. */
import type { FrontMatter } from '../../front-matter.ts'
import { hostName, squeezed } from '../../metadata/organisations.ts'
import { parseLanguage } from '../../languages/language.ts'
import { FIRST } from '../../languages/packs.ts'
import { knownDate } from './dates.ts'
import type { Head } from './head.ts'
import { jsonLdArticle } from './json-ld.ts'

/** What the extraction of the article found beside its text. */
export interface Found {
  readonly title?: string
  readonly byline?: string
}

const TITLES = [
  'og:title',
  'twitter:title',
  'dc.title',
  'dcterms.title',
  'citation_title',
  'headline',
]
const PUBLISHERS = [
  'og:site_name',
  'dc.publisher',
  'dcterms.publisher',
  'dc:publisher',
  'citation_publisher',
  'publisher',
  'application-name',
]
const AUTHORS = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'dc:creator',
  'citation_author',
  'byl',
]
/** Dates of publication by their name; those of changes are others. */
const DATES = [
  'article:published_time',
  'og:article:published_time',
  'parsely-pub-date',
  'datepublished',
  'article:published',
  'article.published',
  'sailthru.date',
  'dcterms.issued',
  'dc.date.issued',
  'dcterms.date',
  'dc.date',
  'dc:date',
  'dcterms.created',
  'dc.date.created',
  'originalpublicationdate',
  'cxenseparse:recs:publishtime',
  'article_date_original',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'published_date',
  'publication_date',
  'publication-date',
  'displaydate',
  'pdate',
  'ptime',
  'date',
]

export function statedBy(head: Head, found: Found, address?: string): FrontMatter {
  const { meta } = head
  const article = jsonLdArticle(head.jsonLd)
  const publisher = nameOf(article.publisher) ?? firstOf(meta, PUBLISHERS, nameOf)
  const title = titleOf(
    found.title ?? firstOf(meta, TITLES) ?? article.headline ?? head.title,
    publisher,
  )
  const byline =
    personsOf(article.byline) ?? firstOf(meta, AUTHORS, personsOf) ?? personsOf(found.byline)
  const date = [article.published, ...DATES.map((name) => meta.get(name)), ...head.published]
    .map((stated) => (stated === undefined ? undefined : knownDate(stated)))
    .find((known) => known !== undefined)
  const url = addressOf(head.canonical, address) ?? addressOf(meta.get('og:url'), address)
  const language = parseLanguage(head.language ?? '')
  return {
    ...(title !== undefined && { title }),
    ...(publisher !== undefined && publisher !== title && { publisher }),
    ...(byline !== undefined && { byline }),
    ...(date !== undefined && { date }),
    ...(url !== undefined && { url }),
    // English is what templates say of pages in any language.
    ...(language !== undefined && language !== FIRST && { language }),
  }
}

/** What the page shows of its date and of the site it stands on. */
export function shownBy(
  head: Head,
  { title, url }: FrontMatter,
): { readonly date?: string; readonly publisher?: string } {
  const date = head.shown.beside(title)
  const publisher = siteOf(head.title, title, url)
  return { ...(date !== undefined && { date }), ...(publisher !== undefined && { publisher }) }
}

/** A site's name has so many words at most. */
const MOST_WORDS = 4

/** As the page's title names it beside the headline; else by its address. */
function siteOf(
  whole: string,
  title: string | undefined,
  url: string | undefined,
): string | undefined {
  const host = url === undefined ? undefined : URL.parse(url)?.hostname.replace(/^www\./u, '')
  const names = new Set(
    host === undefined ? [] : [squeezed(host), squeezed(hostName(host) ?? host)],
  )
  const parts = whole.split(PARTING).map((part) => part.trim())
  const own = parts.find((part) => names.has(squeezed(part)))
  if (own !== undefined) return own
  const last = parts.at(-1) ?? ''
  const beside = parts.slice(0, -1).some((part) => part === title)
  return beside && last.split(' ').length <= MOST_WORDS ? last : host
}

const PARTING = /(?<!\s)\s+[|–—»•·:-]+\s+/u

function firstOf(
  meta: ReadonlyMap<string, string>,
  names: readonly string[],
  read: (value: string) => string | undefined = line,
): string | undefined {
  for (const name of names) {
    const value = read(meta.get(name) ?? '')
    if (value !== undefined) return value
  }
  return undefined
}

/** One line of a length that a citation can show. */
function line(value: string | undefined): string | undefined {
  const text = (value ?? '').replace(/\s+/gu, ' ').trim()
  return text === '' || text.length > 300 ? undefined : text
}

/** Addresses and accounts are no names. */
function nameOf(value: string | undefined): string | undefined {
  const name = line(value)
  return name === undefined || /^(?:https?:|www\.|@|\/)/iu.test(name) ? undefined : name
}

/** "By Ada Mbeki": not the address of a profile, not a line with a date or a time in it. */
function personsOf(value: string | undefined): string | undefined {
  const name = nameOf(value)
  return name === undefined ||
    name.length > 150 ||
    /https?:|\d{2}|^(?:admin|staff|editor)$/iu.test(name)
    ? undefined
    : name
}

/** Without the name of the site behind it, where the site is known by that name. */
function titleOf(value: string | undefined, site: string | undefined): string | undefined {
  const title = line(value)
  if (title === undefined || site === undefined) return title
  const rest = title.slice(0, -site.length)
  const named = title.toLowerCase().endsWith(site.toLowerCase())
  const parting = named ? /(?<!^|\s)\s+[|–—»•·:-]+\s+$/u.exec(rest) : null
  const bare = parting === null ? undefined : rest.slice(0, parting.index)
  return bare !== undefined && /\s/u.test(bare.trim()) ? bare.trim() : title
}

/** A page may name another's address; a home page is no document's. */
function addressOf(stated: string | undefined, address: string | undefined): string | undefined {
  const url = stated === undefined ? null : URL.parse(stated.trim(), address)
  if (
    url === null ||
    !/^https?:$/u.test(url.protocol) ||
    url.username !== '' ||
    url.href.length > 2000
  )
    return undefined
  const isHome = url.pathname === '/' && url.search === ''
  const from = address === undefined ? null : URL.parse(address)
  return isHome && from !== null && from.pathname !== '/' ? undefined : url.href
}
