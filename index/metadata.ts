/**
 * Title, publisher and date of a document: stated in its front matter, else inferred from its text and
 * marked so, else absent. A file's modification time says nothing about its publication.
 */
import * as chrono from 'chrono-node'
import { endsSentence } from './clean/lines.ts'
import type { DocumentMetadata, Stated } from './document.ts'
import type { FrontMatter } from './front-matter.ts'

/** What a reader can tell for guessing at what the front matter does not say. */
export interface Hints {
  /** The first heading, when the text begins with one; running headers of a layout. */
  readonly titles: readonly string[]
  /** The whole text, furniture included: publishers name themselves there. */
  readonly text: string
  readonly clean: string
  readonly fileName: string
}

export function describe(matter: FrontMatter, hints: Hints): DocumentMetadata {
  const publisher = stated(matter.publisher) ?? inferred(inferPublisher(hints))
  const date = stated(matter.date) ?? inferred(inferDate(hints.text))
  return {
    title: stated(matter.title) ?? { value: inferTitle(hints), inferred: true },
    ...(publisher !== undefined && { publisher }),
    ...(matter.byline !== undefined && { byline: matter.byline }),
    ...(date !== undefined && { date }),
    kind: matter.kind ?? 'document',
    ...(matter.source !== undefined && { source: matter.source }),
    ...(matter.url !== undefined && { url: matter.url }),
  }
}

const stated = (value: string | undefined): Stated | undefined =>
  value === undefined ? undefined : { value, inferred: false }
const inferred = (value: string | undefined): Stated | undefined =>
  value === undefined ? undefined : { value, inferred: true }

/** Headings that name a part of any document, and so no document; bylines. */
const GENERIC =
  /^(?:(?:executive )?(?:summary|abstract|introduction|(?:situation )?overview|highlights|key (?:figures|messages|points|facts)|contents|table of contents|background|about|annex|foreword|preface|résumé|sommaire|faits saillants|chiffres clés|avant-propos)\b.{0,12}|(?:by|par) \p{Lu}.{0,60})$/iu

function inferTitle({ titles, fileName }: Hints): string {
  const best = titles.find(
    (title) =>
      title.length >= 8 &&
      title.length <= 200 &&
      !GENERIC.test(title) &&
      parseDate(title) === undefined,
  )
  return best ?? fileName.replace(/\.[^.]+$/u, '').replace(/[_]+/gu, ' ')
}

/** A word with a capital; a full stop only within it: "S.Paulo". */
const WORD = String.raw`\p{Lu}(?:[\p{L}\p{N}&’'-]|\.(?=\p{L})){0,40}`
const NAME = String.raw`((?:(?:the|The)\s)?${WORD}(?:\s(?:(?:of|for|and|the|de|des|du|la|on|in)\s){0,2}${WORD}){0,6})`
/** "Subscribe to Our Newsletter": no name of anybody. */
const NOBODY =
  /\b(?:newsletters?|provided|all rights|updates?|our|my|this|rss|alerts?|channel|podcast|emails?|all)\b/iu
const SELF_NAMING: readonly RegExp[] = [
  new RegExp(String.raw`^[ \t]*[Ss]ubscribe to ${NAME}[ \t]*$`, 'mu'),
  // At the start of a line and with its year: others are credits of pictures and of data.
  new RegExp(
    String.raw`^[ \t]*(?:[Cc]opyright[ \t]*)?(?:©|\(c\)|[Cc]opyright)[ \t]*(?:[Cc]opyright[ \t]*)?\d{4}(?:[ \t]*[-–][ \t]*\d{4})?,?[ \t]*(?:by[ \t]+)?${NAME}`,
    'mu',
  ),
  new RegExp(String.raw`^[ \t]*[Pp]ublished by:?[ \t]+${NAME}[ \t]*$`, 'mu'),
]
/** "Ada Mbeki is a reporter for Sahel Daily", in the note on the author that ends an article. */
const AUTHOR = new RegExp(
  String.raw`^[ \t]*\p{Lu}[\p{L}.’'-]{0,30}(?: \p{Lu}[\p{L}.’'-]{0,30}){1,3} is an? (?:(?:staff|senior|investigative|freelance|contributing) )?(?:reporter|correspondent|journalist|writer|editor|contributor) (?:for|at|of) ${NAME}(?=[.,;]|\s(?:and|in|based|covering|who)\b)`,
  'gmu',
)
/** "This factsheet is a collaboration between A, B, and C." */
const COLLABORATION =
  /\bThis (?:factsheet|fact sheet|report|paper|brief|briefing|publication|study|update) is (?:a collaboration between|published by|produced by|a publication of|a product of) ([^.;]{3,260})\./u

function inferPublisher({ text, clean }: Hints): string | undefined {
  const collaboration = COLLABORATION.exec(clean)?.[1]
  if (collaboration !== undefined) return oneLine(collaboration)
  // In the first half of an article such a line presents a person it speaks of.
  const half = Math.floor(clean.length / 2)
  const author = [...clean.slice(half).matchAll(AUTHOR)].at(-1)?.[1]
  if (author !== undefined) return oneLine(author)
  for (const pattern of SELF_NAMING) {
    const name = pattern.exec(text)?.[1]
    if (name !== undefined && !NOBODY.test(name)) return oneLine(name)
  }
  return undefined
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** Lines at the head of a text that may hold nothing but its date, and how much to look at for them. */
const HEAD_LINES = 12
const HEAD = 20_000

/**
 * A date that stands alone on a line near the top, or behind "Published". Dates in running text are
 * what a document speaks of, not when it came out.
 */
function inferDate(whole: string): string | undefined {
  const lines = whole
    .slice(0, HEAD)
    .split(/\r\n|[\r\n\f]/u)
    .map((line) => line.trim())
  let above = ''
  let seen = 0
  for (const line of lines) {
    const wrapped = above.length >= 50 && !endsSentence(above)
    above = line
    if (line === '') continue
    if (++seen > HEAD_LINES) return undefined
    const date = wrapped ? undefined : (parseDate(line) ?? dateIn(line))
    if (date !== undefined) return date
  }
  return undefined
}

const LABEL =
  /^(?:(?:first )?published|posted|issued|released|(?:publication |report )?date|as (?:of|at)|publié|mis en ligne|date de publication|en date du|au)(?: on| le)?\s*(?::\s+|(?<=\s))(?!\s)(?=.*\d)/iu
/** What parts the date of a report from its name: "Flash Update No. 3 – as of 2 May 2024". */
const PARTED = /\t|(?<!\s)\s*[|•·]\s*|(?<!\s)\s+[–—-]\s+|(?<=\d)-\s+(?=\p{L})/u
/** A longer line is a sentence. */
const LONGEST_HEAD = 120

/** The date of a line that says more: behind a label, or beside the report's name. */
function dateIn(line: string): string | undefined {
  if (line.length > LONGEST_HEAD) return undefined
  const parts = line.split(PARTED).map((part) => part.trim())
  for (const part of parts) {
    const bare = part.replace(LABEL, '')
    // "1 June – 3 June 2021" is a period; a name beside the date has words that are no date.
    const named = parts.some((other) => other !== part && isName(other))
    const labelled = bare !== part && parts.length === 1
    const date = named || labelled ? parseDate(bare) : periodEnd(line)
    if (date !== undefined) return date
  }
  return undefined
}

const isName = (part: string): boolean =>
  /\p{L}{3}/u.test(part) && chrono.en.GB.parse(part).length === 0

/** A report on a period is of its last day: "Reporting period: 2 – 8 May 2024". */
function periodEnd(line: string): string | undefined {
  const period =
    /^(?:reporting period|period covered|période couverte)\s*(?::\s+|(?<=\s))(?!\s)(.{6,50})$/iu.exec(
      line,
    )?.[1]
  const end = period === undefined ? undefined : /(?<=[-–—]\s?|\bto |\bau )\d.*$/u.exec(period)?.[0]
  return end === undefined ? undefined : parseDate(end)
}

/** "03/04/2021" is the third of April to some readers and the fourth of March to others. */
function isAmbiguous(line: string): boolean {
  const [, first, second] = /\b(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}\b/u.exec(line) ?? []
  return first !== second && Number(first) <= 12 && Number(second) <= 12
}

/** A whole line that is a date, as ISO; month and year alone stay so. */
function parseDate(line: string): string | undefined {
  if (line.length > 40 || !/\d{4}/u.test(line) || isAmbiguous(line)) return undefined
  for (const parser of [chrono.en.GB, chrono.fr.strict]) {
    const [result] = parser.parse(line)
    if (result === undefined || result.text.length < line.replace(/[.,]$/u, '').length) continue
    const { start } = result
    if (!start.isCertain('year') || !start.isCertain('month') || result.end) continue
    const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')]
    const iso = `${year}-${String(month).padStart(2, '0')}`
    return start.isCertain('day') ? `${iso}-${String(day).padStart(2, '0')}` : iso
  }
  return undefined
}
