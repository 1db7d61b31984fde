/** What a document is called: a field that says so, its largest words, its title page, what it repeats, its file. */
import { type Candidate, ranked } from './candidate.ts'
import { captionOf } from './caption.ts'
import { REPORT_KINDS } from './kinds.ts'
import { isOrganisation, squeezed } from './organisations.ts'
import { seriesLabel } from './series.ts'
import { writtenDates } from './written-dates.ts'

export interface TitleHints {
  /** Lines that may be the title, the best first. */
  readonly titles: readonly string[]
  /** The whole text, furniture included. */
  readonly text: string
  /** Its first lines, above the first that is a sentence. */
  readonly letterhead: readonly string[]
  /** Lines that stand on page after page. */
  readonly running: readonly string[]
  readonly fileName: string
  /** What the file's properties call it: typed by a person, or left by a template. */
  readonly property?: string
}

const SHORTEST = 8
const LONGEST = 200

/** Headings that name a part of any document, and so no document; bylines. */
const GENERIC =
  /^(?:(?:executive )?(?:summary|abstract|introduction|(?:situation )?overview|highlights|key (?:figures|messages|points|facts)|contents|table of contents|background|about|annex|foreword|preface|résumé|sommaire|faits saillants|chiffres clés|avant-propos)\b.{0,12}|(?:by|par) \p{Lu}.{0,60})$/iu
const CHAPTER =
  /^(?:(?:chapter|chapitre|cap[íi]tulo|kapitel|part|partie|teil|section|annex|annexe|appendix)\s(?:\d{1,3}|[IVXLC]{1,6})\b|(?:\d{1,2}|[IVX]{1,4})(?:\.\d{1,2})*[.)]\s|[A-H]\.\s|\d{1,2}\s(?:overview|introduction|background|contexte?|summary|methods?)\b)/iu
/** Marks of an archive and of a state of the text. */
const MARK =
  /^(?:arXiv:|doi:|https?:|www\.|issn\b|isbn\b|(?:official|final|draft|confidential|embargoed|for (?:immediate )?release|unedited|advance)\b.{0,60}\b(?:review|version|release|copy|draft|use)\b|(?:draft|confidential|embargoed|for immediate release|press release|communiqu[ée](?: de presse)?|pressemitteilung|comunicado(?: de prensa)?)$)/iu
/** "URGENT ACTION TITLE: …": a form's own field. */
const FIELD =
  /^(?:\p{L}{2,15} ){0,2}(?:title|titre|t[íi]tulo|titel|titolo)[ \t]?:[ \t]{1,3}(\S.{6,200})$/imu
/** What a letter or a judgment is about. */
const SUBJECT =
  /^(?:subject|objet|asunto|betreff|oggetto|assunto|affaire|in the matter of|тема|الموضوع)[ \t]?:[ \t]{1,3}(\S.{6,200})$/imu
/** An official notice has its title above whose it is. */
const NOTICE = /^(\p{Lu}[^\n:]{8,150})(?:\n([^\n:]{3,100}))?\n{1,3}AGENCY: \p{Lu}/mu
const FIELD_WITHIN = 3000
/** Other notices may end on the same page. */
const NOTICE_WITHIN = 12_000
const KIND = new RegExp(String.raw`\b(?:${REPORT_KINDS})\b`, 'iu')

/** Of how sure a sign each is. */
const SURE = {
  field: 96,
  subject: 90,
  property: 88,
  caption: 84,
  running: 86,
  /** The first of the lines that may be; each further one is a little less so. */
  line: 80,
  laterLine: 76,
  leastLine: 60,
  unconfirmed: 58,
  issue: 55,
  page: 50,
  runningToo: 40,
  file: 10,
} as const

/** The surest first; never none. */
export const titleCandidates = (hints: TitleHints): Candidate[] => ranked(found(hints))

function* found(hints: TitleHints): Generator<Candidate> {
  const { titles, text, letterhead, running, fileName, property } = hints
  const field = FIELD.exec(text.slice(0, FIELD_WITHIN))?.[1]?.replace(/\s+/gu, ' ').trim()
  if (field !== undefined && field.split(' ').length >= 3)
    yield { value: field, score: SURE.field, reason: 'a field says so' }
  const head = text.slice(0, FIELD_WITHIN)
  const subject = SUBJECT.exec(head)?.[1]?.replace(/\s+/gu, ' ').trim()
  if (subject !== undefined && /\s/u.test(subject))
    yield { value: subject, score: SURE.subject, reason: 'a field says what it is about' }
  const [, notice, rest] = NOTICE.exec(text.slice(0, NOTICE_WITHIN)) ?? []
  if (notice !== undefined)
    yield {
      value: [notice, rest].filter((line) => line !== undefined).join(' '),
      score: SURE.subject,
      reason: 'stands above whose notice it is',
    }
  if (property !== undefined) {
    const known = isConfirmed(property, hints)
    yield {
      value: property,
      score: known ? SURE.property : SURE.unconfirmed,
      reason: known ? 'the file’s own title, and its text has the words' : 'the file’s own title',
      stated: true,
    }
  }
  const caption = captionOf(head)
  if (caption !== undefined)
    yield { value: caption, score: SURE.caption, reason: 'the parties of the case' }
  const lines = [...new Set(titles)].filter(isTitle)
  // Over the chapters of a yearbook stands what the whole is called.
  const whole = running.find((line) => KIND.test(line) && /\d{4}/u.test(line) && isTitle(line))
  if (whole !== undefined) {
    const isShort = (lines[0]?.split(/\s+/u).length ?? 0) < SHORT
    yield {
      value: whole,
      score: isShort ? SURE.running : SURE.runningToo,
      reason: 'stands on page after page',
    }
  }
  for (const [at, value] of lines.entries())
    yield {
      value,
      score: at === 0 ? SURE.line : Math.max(SURE.leastLine, SURE.laterLine - at * 2),
      reason: at === 0 ? 'the first heading or largest words' : 'a heading or large words',
    }
  const issue = letterhead.findIndex(isIssue)
  const named = letterhead[issue]
  const below = letterhead[issue + 1]
  if (named !== undefined) {
    // "Note no. 12" says nothing of what it is about; the line below does.
    const isBare = seriesLabel(named)?.length === named.length && below !== undefined
    const value = isBare && isTitle(below) ? `${named} – ${below}` : named
    yield { value, score: SURE.issue, reason: 'names an issue of a series' }
  }
  const page = fromTitlePage(letterhead)
  if (page !== undefined) yield { value: page, score: SURE.page, reason: 'its title page' }
  yield {
    value: fileName.replace(/\.[^.]+$/u, '').replace(/[_]+/gu, ' '),
    score: SURE.file,
    reason: 'the name of its file',
  }
}

/** A title of fewer words may be that of a part. */
const SHORT = 3
/** Where a document says what it is. */
const CONFIRMED_WITHIN = 5000
/** This share of its longer words has to stand there: a title may say the same in others. */
const CONFIRMED_BY = 0.5

/** Templates keep the title of what they were made of: it counts where the document itself has its words. */
function isConfirmed(title: string, { text, running, fileName }: TitleHints): boolean {
  const own = squeezed(`${fileName} ${running.join(' ')} ${text.slice(0, CONFIRMED_WITHIN)}`)
  const words = title.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 4)
  const there = words.filter((word) => own.includes(squeezed(word)))
  return words.length > 0 && there.length >= words.length * CONFIRMED_BY
}

/** A heading of a part: those below it are parts of that. */
export const isPart = (heading: string): boolean => GENERIC.test(heading) || CHAPTER.test(heading)

/** Long enough for a title, and not what stands on many a document. */
export const isTitle = (line: string): boolean =>
  line.length >= SHORTEST &&
  line.length <= LONGEST &&
  !GENERIC.test(line) &&
  !CHAPTER.test(line) &&
  !MARK.test(line) &&
  !isOrganisation(line) &&
  !isDate(line)

/** "Water Bulletin no. 3", in whatever size. */
const ISSUE =
  /\b(?:sitrep|(?:situation|flash|weekly|monthly|annual) (?:report|update)|rapport de situation|bulletin|newsletter|informe de situaci[óo]n|lagebericht)\b.{0,120}(?:\bno\.?|n[°º]|#|nr\.?) ?\d/iu

const isIssue = (line: string): boolean =>
  isTitle(line) && (ISSUE.test(line) || seriesLabel(line) !== undefined)

const isDate = (line: string): boolean => {
  const [date] = writtenDates(line, true)
  return date !== undefined && line.length - (date.end - date.start) < 12
}

/** "Prepared for: …": no part of what it is called. */
const MADE_BY =
  /^(?:(?:prepared|produced|written|edited|compiled|submitted|commissioned|funded) (?:by|for|to)\b|an? (?:\p{L}+ )?report (?:by|for|of)\b|(?:pr[ée]par[ée]|[ée]labor[ée]|r[ée]dig[ée]) (?:par|pour)\b|acknowledgements?|remerciements|[\p{L} ]{3,20}:)/iu

/** The lines of a title page between whose it is and when: "Handbook for", "Chapter 13", "Trustees". */
const MOST_LINES = 5

function fromTitlePage(lines: readonly string[]): string | undefined {
  const last = lines.findIndex(isDate)
  if (last === -1) return undefined
  const house = lines.slice(0, last).findLastIndex(isOrganisation)
  const own = lines
    .slice(house + 1, last)
    .filter((line) => !MARK.test(line) && !GENERIC.test(line) && !MADE_BY.test(line))
  const title = own.join(' ')
  const isOne = own.length > 0 && own.length <= MOST_LINES && title.length >= SHORTEST
  return isOne && title.length <= LONGEST ? title : undefined
}
