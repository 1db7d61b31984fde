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
  const other = noDocument(head, paragraphs)
  if (other !== undefined)
    return { reason: `${other} (“${head.title.slice(0, 80)}”), no document; ${REMEDY}` }
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

const REMEDY = 'get the page again or leave it out'

/** What a server says in place of a page, as its title or one of its first lines. */
const NOT_THERE =
  /\b(?:(?:error )?(?:403|404|410|500|502|503)(?: error)?|page (?:not found|non trouv[ée]e|introuvable|unavailable)|(?:p[áa]gina|p[àa]gina) (?:no encontrada|n[ãa]o encontrada|non trovata)|seite (?:nicht gefunden|existiert nicht)|access denied|acc[èe]s refus[ée]|just a moment|service unavailable|introuvable)\b|\b(?:page|p[áa]gina|seite)\b.{0,60}\b(?:n[’']existe (?:pas|plus)|does(?:n[’']t| not) exist|could(?:n[’']t| not) be found|no existe|n[ãa]o existe|existiert nicht|non esiste)\b|страница не найдена|الصفحة غير موجودة/iu
const SIGN_IN =
  /\b(?:(?:sign|log) in (?:to (?:continue|view|read|access)|required)|(?:must|need to|please) (?:sign|log) in\b|(?:devez|veuillez) (?:vous connecter|[êe]tre connect[ée])|inicie sesi[óo]n|iniciar sesi[óo]n para|fa[çc]a login para|bitte (?:melden sie sich an|einloggen)|subscribe to (?:continue|read on))\b/iu
const NEEDS_PROGRAM =
  /\b(?:(?:enable|activate|turn on|requires?) javascript|javascript (?:is (?:disabled|required)|must be enabled)|activ(?:er|ez) javascript|habilit(?:ar|e) javascript|javascript aktivieren)\b/iu
/** An article about such pages is longer. */
const LONGEST_ERROR = 700

/** So many of its first lines say so. */
const FIRST_LINES = 3

/** What a page is that is none; `undefined` for a document. */
function noDocument({ title }: Head, paragraphs: readonly Paragraph[]): string | undefined {
  if (lengthOf(paragraphs) > LONGEST_ERROR) return undefined
  const lines = [title, ...paragraphs.slice(0, FIRST_LINES).map(({ text }) => text)]
  const says = (pattern: RegExp): boolean =>
    lines.some((line) => line.length < 150 && pattern.test(line))
  if (says(NOT_THERE)) return 'an error page'
  if (says(SIGN_IN)) return 'a page that asks to sign in'
  return says(NEEDS_PROGRAM) ? 'a page that is drawn by a program' : undefined
}

const lengthOf = (paragraphs: readonly Paragraph[]): number =>
  paragraphs.reduce((sum, { text }) => sum + text.length, 0)
