/** The article of a page without the site around it, by Readability on a tree that runs and loads nothing. */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Head } from './head.ts'
import type { Found } from './stated.ts'

export interface Article extends Found {
  readonly html: string
}

/** Larger or deeper pages cost Readability more than time allows: it looks at most elements many times. */
const MOST_ELEMENTS = 20_000
const MOST_TEXTS = 100_000
const MOST_ATTRIBUTES = 500
const DEEPEST = 100

/** `undefined` where it finds none, `large` where the page is too large to look. Never throws. */
export function extractArticle(
  html: string,
  { elements, texts, attributes }: Pick<Head, 'elements' | 'texts' | 'attributes'>,
): Article | 'large' | undefined {
  if (elements > MOST_ELEMENTS || texts > MOST_TEXTS || attributes > MOST_ATTRIBUTES) return 'large'
  try {
    const { document } = parseHTML(withBody(html))
    if (isDeep(document)) return 'large'
    // Names of classes are kept: they tell notes and newsletters.
    const found = new Readability(document, { keepClasses: true }).parse()
    if (typeof found?.content !== 'string') return undefined
    const { content, title, byline } = found
    return { html: content, ...(title && { title }), ...(byline && { byline }) }
  } catch {
    // A page that it cannot read has its text all the same.
    return undefined
  }
}

/** Pages may leave `<html>` and `<body>` out; the tree does not add them, and Readability looks for them. */
function withBody(html: string): string {
  if (/<body\b/iu.test(html)) return html
  const end = /<\/head\s*>/iu.exec(html)
  if (end === null) return `<html><head></head><body>${html}</body></html>`
  const at = end.index + end[0].length
  const start = /<html\b/iu.test(html) ? '' : '<html>'
  return `${start}${html.slice(0, at)}<body>${html.slice(at)}`
}

interface Tree {
  querySelectorAll(names: '*'): Iterable<{ readonly parentElement: unknown }>
}

function isDeep(document: Tree): boolean {
  const depths = new Map<unknown, number>()
  for (const element of document.querySelectorAll('*')) {
    const depth = (depths.get(element.parentElement) ?? 0) + 1
    if (depth > DEEPEST) return true
    depths.set(element, depth)
  }
  return false
}
