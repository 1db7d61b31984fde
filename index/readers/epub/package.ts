/** The package file of a book: what it says of itself, and which files are its chapters, in order. */
import { posix } from 'node:path'
import { parseDate } from '../../dates.ts'
import type { FrontMatter } from '../../front-matter.ts'
import { parseLanguage } from '../../languages/language.ts'
import { Unreadable } from '../reading.ts'
import { type Element, find, parseXml, textOf } from '../xml.ts'
import type { Zip } from '../zip/zip.ts'
import { labelsOf } from './contents.ts'
import { pathOf } from './paths.ts'

export interface Book {
  readonly chapters: readonly Chapter[]
  readonly stated: FrontMatter
}

interface Chapter {
  /** Name in the archive. */
  readonly path: string
  /** As the table of contents has it. */
  readonly label?: string
}

/** @throws Unreadable when there is no package, or nothing to read in it */
export function readBook(zip: Zip): Book {
  const path = packagePath(zip)
  const bytes = path === undefined ? undefined : zip.read(path)
  if (path === undefined || bytes === undefined)
    throw new Unreadable('is no book that can be read: its package is missing; get the book again')
  const root = parseXml(bytes, path)
  const folder = posix.dirname(path)
  const items = new Map(
    find(root, 'item').map(({ attributes }) => [
      attributes.get('id') ?? '',
      item(attributes, folder),
    ]),
  )
  const toc = tocPath(root, items)
  const labels = toc === undefined ? new Map<string, string>() : labelsOf(zip, toc)
  const furniture = furniturePaths(root, folder)
  const seen = new Set<string>()
  const chapters = find(root, 'itemref').flatMap(({ attributes }): Chapter[] => {
    const found = items.get(attributes.get('idref') ?? '')
    if (found === undefined || seen.has(found.path)) return []
    seen.add(found.path)
    if (!/html/iu.test(found.type) || found.isNav) return []
    if (attributes.get('linear') === 'no' || furniture.has(found.path)) return []
    if (FURNITURE.test(posix.basename(found.path))) return []
    const label = labels.get(found.path)
    return [{ path: found.path, ...(label !== undefined && { label }) }]
  })
  if (chapters.length === 0)
    throw new Unreadable('names no chapters that can be read; get the book again')
  return { chapters, stated: statedBy(root) }
}

/** Covers and tables of contents hold no sentences of the book. */
const FURNITURE = /^(?:cover(?:page)?|toc|nav|(?:table-?of-?)?contents)\d*\.x?html?$/iu

interface Item {
  readonly path: string
  readonly type: string
  readonly isNav: boolean
}

const item = (attributes: Element['attributes'], folder: string): Item => ({
  path: pathOf(attributes.get('href') ?? '', folder),
  type: attributes.get('media-type') ?? '',
  isNav: /\bnav\b/u.test(attributes.get('properties') ?? ''),
})

function packagePath(zip: Zip): string | undefined {
  const container = 'META-INF/container.xml'
  const bytes = zip.read(container)
  const stated =
    bytes === undefined
      ? undefined
      : find(parseXml(bytes, container), 'rootfile')[0]?.attributes.get('full-path')
  return stated ?? zip.names.find((name) => name.endsWith('.opf'))
}

/** The contents as EPUB 3 has them, or as EPUB 2 had. */
const tocPath = (root: Element, items: ReadonlyMap<string, Item>): string | undefined =>
  [...items.values()].find(({ isNav }) => isNav)?.path ??
  items.get(find(root, 'spine')[0]?.attributes.get('toc') ?? '')?.path

const furniturePaths = (root: Element, folder: string): Set<string> =>
  new Set(
    find(root, 'reference')
      .filter(({ attributes }) => /^(?:cover|toc)$/iu.test(attributes.get('type') ?? ''))
      .map(({ attributes }) => pathOf(attributes.get('href') ?? '', folder)),
  )

function statedBy(root: Element): FrontMatter {
  const metadata = find(root, 'metadata')[0]
  if (metadata === undefined) return {}
  const all = (name: string): Element[] => find(metadata, name)
  const title = wordsOf(all('title')[0])
  const publisher = wordsOf(all('publisher')[0])
  const authors = all('creator').flatMap((creator) => wordsOf(creator) ?? [])
  const date = dateOf(all('date'))
  const language = parseLanguage(wordsOf(all('language')[0]) ?? '')
  return {
    ...(title !== undefined && { title }),
    ...(publisher !== undefined && { publisher }),
    ...(authors.length > 0 && { byline: authors.join(', ').slice(0, 300) }),
    ...(date !== undefined && { date }),
    ...(language !== undefined && { language }),
  }
}

/** Of several dates, the one of publication; when a file was made or changed is no such date. */
function dateOf(dates: readonly Element[]): string | undefined {
  const event = (date: Element): string => (date.attributes.get('event') ?? '').toLowerCase()
  const best =
    dates.find((date) => event(date) === 'publication') ??
    dates.find((date) => event(date) === 'original-publication') ??
    dates.find((date) => event(date) === '')
  const [iso] = /^[12]\d{3}(?:-\d{2}){0,2}/u.exec(best === undefined ? '' : textOf(best)) ?? []
  return iso === undefined ? undefined : parseDate(iso)
}

function wordsOf(element: Element | undefined): string | undefined {
  const words = element === undefined ? '' : textOf(element).replace(/\s+/gu, ' ').slice(0, 300)
  return words === '' ? undefined : words
}
