/** The names of chapters, as the table of contents has them. */
import { posix } from 'node:path'
import { type Element, find, parseXml, textOf } from '../xml.ts'
import type { Zip } from '../zip/zip.ts'
import { pathOf } from './paths.ts'

/** By the path of the chapter; the first name of a file counts, later ones name its parts. */
export function labelsOf(zip: Zip, path: string): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  const bytes = zip.read(path)
  if (bytes === undefined) return labels
  const folder = posix.dirname(path)
  for (const [href, label] of entries(parseXml(bytes, path))) {
    const chapter = pathOf(href, folder)
    const words = label.replace(/\s+/gu, ' ').trim().slice(0, 300)
    if (words !== '' && !labels.has(chapter)) labels.set(chapter, words)
  }
  return labels
}

/** `<a href>` of EPUB 3, `<navPoint>` of EPUB 2. */
function entries(root: Element): [href: string, label: string][] {
  const points = find(root, 'navPoint').map((point): [string, string] => [
    find(point, 'content')[0]?.attributes.get('src') ?? '',
    textOf(find(point, 'navLabel')[0] ?? point),
  ])
  const links = find(root, 'a').map((link): [string, string] => [
    link.attributes.get('href') ?? '',
    textOf(link),
  ])
  return [...points, ...links]
}
