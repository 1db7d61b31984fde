/** Web pages: the article without the site around it, and what the page states of itself. */
import { extractArticle } from './article.ts'
import { decodeHtml } from './charset.ts'
import { type Head, isMain, readHead } from './head.ts'
import { htmlParagraphs } from './paragraphs.ts'
import { paragraphReading } from './reading.ts'
import type { Paragraph } from './rows.ts'
import { type Found, shownBy, statedBy } from './stated.ts'
import { type Input, type Reader, type Readings, single } from '../reading.ts'

export const readHtmlFile: Reader = (input) => Promise.resolve(read(input))

function read({ bytes, contentType, url }: Input): Readings | { reason: string } {
  const decoded = decodeHtml(bytes, contentType)
  if (decoded === undefined)
    return { reason: 'a binary file, not a web page; save the page again as HTML' }
  const head = readHead(decoded.text)
  const { paragraphs, found, notes } = textOf(decoded.text, head)
  if (isErrorPage(head, paragraphs))
    return {
      reason: `an error page (“${head.title.slice(0, 80)}”), no document; get the page again or leave it out`,
    }
  const stated = statedBy(head, found, url)
  const reading = { ...paragraphReading(paragraphs, stated), shown: shownBy(head, stated) }
  return single(reading, [...(decoded.note === undefined ? [] : [decoded.note]), ...notes])
}

interface Text {
  readonly paragraphs: readonly Paragraph[]
  readonly found: Found
  readonly notes: readonly string[]
}

function textOf(html: string, head: Head): Text {
  // A page that is nothing but its text is read whole: an article is only told from what is around it.
  if (!head.hasSurroundings) return { paragraphs: htmlParagraphs(html), found: {}, notes: [] }
  const article = extractArticle(html, head)
  if (typeof article === 'object') {
    const paragraphs = htmlParagraphs(article.html)
    const short = lengthOf(paragraphs) < SHORT && head.hasMain ? mainParagraphs(html) : []
    if (short.length > 0) return { paragraphs: short, found: article, notes: [] }
    if (paragraphs.length > 0) return { paragraphs, found: article, notes: [] }
  }
  const notes =
    article === 'large'
      ? ['a very large page, read whole: menus and other articles may be among its text']
      : []
  return { paragraphs: bodyParagraphs(html, head.hasMain), found: {}, notes }
}

/** An article of fewer characters is a guess; what the page calls its text is none. */
const SHORT = 500
const AROUND = new Set(['header', 'footer', 'aside'])

const isAround = (name: string): boolean => AROUND.has(name)

const mainParagraphs = (html: string): Paragraph[] =>
  htmlParagraphs(html, { within: isMain, leavesOut: isAround })

/** The part that the page calls its text, else all but what it calls something else. */
function bodyParagraphs(html: string, hasMain: boolean): Paragraph[] {
  const main = hasMain ? mainParagraphs(html) : []
  return main.length > 0 ? main : htmlParagraphs(html, { leavesOut: isAround })
}

/** What a server says in place of a page, as its title or its first line. */
const NOT_THERE =
  /\b(?:(?:error )?(?:403|404|410|500|502|503)(?: error)?|page (?:not found|non trouv[ée]e|introuvable|unavailable)|(?:p[áa]gina|p[àa]gina) (?:no encontrada|n[ãa]o encontrada|non trovata)|seite (?:nicht gefunden|existiert nicht)|access denied|acc[èe]s refus[ée]|just a moment|service unavailable|introuvable)\b|страница не найдена|الصفحة غير موجودة/iu
/** An article about such pages is longer. */
const LONGEST_ERROR = 700

function isErrorPage({ title }: Head, paragraphs: readonly Paragraph[]): boolean {
  if (lengthOf(paragraphs) > LONGEST_ERROR) return false
  return [title, paragraphs[0]?.text ?? ''].some(
    (line) => line.length < 150 && NOT_THERE.test(line),
  )
}

const lengthOf = (paragraphs: readonly Paragraph[]): number =>
  paragraphs.reduce((sum, { text }) => sum + text.length, 0)
