/** Which paragraph styles of a Word file are headings, and which are furniture. */
import { type Element, find, parseXml } from '../xml.ts'
import type { Zip } from '../zip/zip.ts'

const STYLES = 'word/styles.xml'

/** Beside the styles that the converter knows by name. */
const COMMON = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  // Tables of contents, of figures, and indexes repeat what stands elsewhere.
  "p[style-name^='toc '] => !",
  "p[style-name='table of figures'] => !",
  "p[style-name^='index '] => !",
  "p[style-name='header'] => !",
  "p[style-name='footer'] => !",
]

/** Deeper ones are headings of the sixth level. */
const LOWEST = 6

/** Rules for the converter. A style of the file's own is a heading when its outline level says so. */
export function styleMap(zip: Zip): string[] {
  const bytes = zip.read(STYLES)
  if (bytes === undefined) return COMMON
  const styles = new Map<string, Element>()
  for (const style of find(parseXml(bytes, STYLES), 'style'))
    if (style.attributes.get('type') === 'paragraph')
      styles.set(style.attributes.get('styleId') ?? '', style)
  const own = [...styles.keys()].flatMap((id) => {
    const level = outlineLevel(id, styles)
    if (level === undefined || !/^[A-Za-z][\w-]*$/u.test(id)) return []
    return [`p.${id} => h${Math.min(level + 1, LOWEST)}:fresh`]
  })
  return [...COMMON, ...own]
}

/** From 0, its own or that of the style it is made after; 9 is running text. */
function outlineLevel(id: string, styles: ReadonlyMap<string, Element>): number | undefined {
  const seen = new Set<string>()
  for (let at = id; !seen.has(at);) {
    seen.add(at)
    const style = styles.get(at)
    if (style === undefined) return undefined
    const own = find(style, 'outlineLvl')[0]?.attributes.get('val')
    const level = Number(own ?? Number.NaN)
    if (Number.isInteger(level)) return level >= 0 && level < 9 ? level : undefined
    at = find(style, 'basedOn')[0]?.attributes.get('val') ?? ''
  }
  return undefined
}
