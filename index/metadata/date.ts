/**
 * When a document came out, told from its text: a date behind a label, alone on a line of its head, in
 * the stamp of an archive, in its name. Dates in running text are what it speaks of.
 */
import { endsSentence } from '../clean/lines.ts'
import { type Candidate, ranked } from './candidate.ts'
import { REPORT_KINDS } from './kinds.ts'
import { westernDigits, type WrittenDate, writtenDates } from './written-dates.ts'

export interface DateHints {
  /** The whole text, furniture included. */
  readonly text: string
  /** Where its first page ends, if it has pages. */
  readonly firstPageEnd?: number
  readonly title: string
  readonly fileName: string
  readonly url?: string
  /** Lines that stand on page after page. */
  readonly running: readonly string[]
  /** `03/04/2021` is of April in what is written in this language. */
  readonly isDayFirst: boolean
}

/** So much is looked at for a label; lines, and characters of them. */
const HEAD = 20_000
/** Of these a line may hold nothing but its date. */
const HEAD_LINES = 12
/** A longer line is a sentence. */
const LONGEST_HEAD = 120
const LONGEST_LABEL = 60

/** Of how sure a sign each kind is. */
const SURE = {
  published: 100,
  written: 90,
  reported: 80,
  stamp: 75,
  running: 72,
  alone: 70,
  session: 65,
  beside: 60,
  placed: 58,
  name: 55,
  address: 50,
  period: 40,
  year: 20,
} as const

const PUBLISHED =
  /^(?:(?:first |date )?(?:published|publication|issued|released|posted)|publication date|date of (?:publication|issue|release)|(?:issue|release|issuance) date|published (?:on|at)|posted on|(?:date de )?(?:publication|parution|diffusion|mise en ligne)|publi[ée]e?|mis en ligne|fecha de publicaci[óo]n|publicad[oa](?: el)?|for (?:immediate |general )?release|press release|embargoed until|communiqu[ée] de presse|data (?:de publica[çc][ãa]o|di pubblicazione)|pubblicato(?: il)?|publicad[oa] em|ver[öo]ffentlicht(?: am)?|erscheinungsdatum|ver[öo]ffentlichungsdatum|pubblicazione|дата публикации|опубликовано|تاريخ النشر|نشر(?: في| بتاريخ)?|نُشر(?: في)?)$/iu
const WRITTEN =
  /^(?:dated?|(?:date )?(?:prepared|drafted|written|revised|approved)|date de (?:r[ée]daction|cr[ée]ation|signature)|r[ée]dig[ée]e?|fait(?: à [\p{L} -]{2,30})?|en date du|fecha(?: de (?:elaboraci[óo]n|emisi[óo]n))?|datum|data|stand|дата|التاريخ)$/iu
const REPORTED =
  /^(?:(?:report(?:ing)?|update|effective) date|date of (?:the )?(?:report|update)|as (?:of|at)|(?:data|information|situation)?,? ?as (?:of|at)|updated?(?: on)?|last updated?|date d[eu] (?:rapportage|rapport)|situation (?:au|du|as of)|au|actualis[ée]e?(?: au)?|mis à jour|al|fecha de corte|actualizad[oa](?: al?| el)?|data as of|last (?:modified|revised)|derni[èe]re (?:mise à jour|modification)|[úu]ltima (?:actualizaci[óo]n|atualiza[çc][ãa]o)|atualizad[oa](?: em)?|aktualisiert(?: am)?|letzte (?:[äa]nderung|aktualisierung)|aggiornato(?: il| al)?|ultimo aggiornamento|обновлено|آخر تحديث)$/iu
/** A report on a period is of its last day. */
const PERIOD =
  /^(?:reporting period|period covered|period|p[ée]riode couverte|p[ée]riode|periodo|zeitraum|berichtszeitraum)$/iu
const WEEKDAY = new RegExp(
  String.raw`^(?:${['en', 'fr', 'de', 'es', 'pt', 'it', 'nl', 'ru', 'pl', 'ar']
    .flatMap((locale) => (['long', 'short'] as const).map((weekday) => ({ locale, weekday })))
    .flatMap(({ locale, weekday }) =>
      Array.from({ length: 7 }, (_, day) =>
        RegExp.escape(
          new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' })
            .format(new Date(Date.UTC(2024, 0, 1 + day)))
            .replace(/\.$/u, ''),
        ),
      ),
    )
    .join('|')})\.?$`,
  'iu',
)
const STAMP = /\barXiv:\d{4}\.\d{4,5}(?:v\d+)? {1,3}\[[^\]\n]{2,20}\] {1,3}(?=\d)/u
const SESSION =
  /\b(?:s[ée]ance|session|meeting|sitting|hearing|r[ée]union|audience|sitzung|tagung|sesi[óo]n|reuni[óo]n|sess[ãa]o|seduta|minutes|proc[èe]s-verbal|protokoll|situation|situaci[óo]n|lage|report|update|bulletin|sitrep|rapport|informe|bericht)\b/iu
const YEAR_OF = new RegExp(
  String.raw`\b(?:${REPORT_KINDS})\b[\p{L} ,–-]{0,20}((?:19|20)\d{2})(?!\d)|(?<!\d)((?:19|20)\d{2})\b[\p{L} ]{0,30}\b(?:${REPORT_KINDS})\b`,
  'iu',
)

/** ISO, as much of it as is known, the surest first; none when nothing says it. */
export const dateCandidates = (hints: DateHints): Candidate[] => ranked(candidates(hints))

export interface SoleDate {
  readonly value: string
  readonly published: boolean
  readonly changed: boolean
}

/** The date that a line is, with no more than a label, a day of the week and a time. */
export function soleDate(line: string): SoleDate | undefined {
  const [date, ...others] = writtenDates(line, true)
  const rest = line.slice(date?.end).replace(BYLINE, '')
  if (date === undefined || others.length > 0 || !ENDS.test(rest)) return undefined
  const label = labelOf(line.slice(0, date.start))
  const published = PUBLISHED.test(label)
  const known = published || label === '' || WRITTEN.test(label) || REPORTED.test(label)
  return known ? { value: date.value, published, changed: CHANGED.test(label) } : undefined
}

/** Of a change, and not of what was published first. */
const CHANGED =
  /updat|modif|revis|actuali|atuali|mis à jour|mise à jour|[äa]nderung|aggiorn|обновлено|تحديث/iu

/** "June 12, 2021 by Ada Mbeki" */
const BYLINE = /^[ ,|–-]{1,3}(?:by|par|por|von|di|от) \p{Lu}[^\d.]{2,40}$/u

/** A line that says when a document came out or what time it is of, and nothing else. */
export function isDateLine(line: string): boolean {
  const dates = writtenDates(line, true)
  if (!isSpan(line, dates)) return soleDate(line) !== undefined
  const label = labelOf(line.slice(0, dates[0]?.start).replace(BEGINS, ''))
  return (label === '' || PERIOD.test(label)) && ENDS.test(line.slice(dates.at(-1)?.end))
}

/** After a date: nothing, or a time of day. */
const ENDS =
  /^[\s.,;|)*–-]*(?:г\.?)?[\s.,;|)*–-]{0,3}(?:$|(?:at |à |às |a las |um |alle |kl\.? |в )?\d{1,2}[:h.]\d{2})/u

const WHERE = {
  published: 'a field says when it was published',
  written: 'a field says when it was written',
  reported: 'a field says of when it is',
  stamp: 'the stamp of an archive',
  running: 'stands on page after page',
  alone: 'a line of its own at the head',
  session: 'its title or number has the day',
  beside: 'stands beside a name at the head',
  placed: 'stands behind a place at the head',
  name: 'the name of its file',
  address: 'its address',
  period: 'the end of the period that it covers',
  year: 'the year of the report',
} as const satisfies Record<keyof typeof SURE, string>

const candidate = (value: string, sign: keyof typeof SURE): Candidate => ({
  value,
  score: SURE[sign],
  reason: WHERE[sign],
})

function* candidates(hints: DateHints): Generator<Candidate> {
  const { text, firstPageEnd = HEAD, title, fileName, url, running, isDayFirst } = hints
  const head = text.slice(0, Math.min(HEAD, firstPageEnd))
  yield* inHead(head, isDayFirst)
  const stamp = STAMP.exec(head)
  if (stamp !== null) {
    const end = stamp.index + stamp[0].length
    const [date] = writtenDates(head.slice(end, end + 30), true)
    if (date?.start === 0) yield candidate(date.value, 'stamp')
  }
  for (const line of running) {
    const [date, ...others] = writtenDates(line, isDayFirst)
    if (date?.value.length === DAY && others.length === 0) yield candidate(date.value, 'running')
  }
  const [named, ...others] = writtenDates(title, isDayFirst)
  if (named !== undefined && others.length === 0 && SESSION.test(title))
    yield candidate(named.value, 'session')
  const [inName, ...more] = writtenDates(fileName, isDayFirst)
  if (inName?.value.length === DAY && more.length === 0) yield candidate(inName.value, 'name')
  const inAddress = addressDate(url)
  if (inAddress !== undefined) yield candidate(inAddress, 'address')
  for (const line of [title, ...running]) {
    const [, after, before] = YEAR_OF.exec(line) ?? []
    const year = after ?? before
    if (year !== undefined) yield candidate(year, 'year')
  }
}

/** `/2022/apr/22/`, `/2022/04/22/`, `/2022-04-22-`. */
function addressDate(url: string | undefined): string | undefined {
  if (url === undefined) return undefined
  const [, year, month = '', day] =
    /\/((?:19|20)\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/-])/iu.exec(url) ?? []
  if (year === undefined) return undefined
  return writtenDates(/^\d/u.test(month) ? `${year}-${month}-${day}` : `${day} ${month} ${year}`)[0]
    ?.value
}

/** Characters of a date with its day. */
const DAY = 10

/** No date without one. */
const YEAR = /\d{4}/u

function* inHead(head: string, isDayFirst: boolean): Generator<Candidate> {
  let above = ''
  let seen = 0
  for (const raw of head.split(/\r\n|[\r\n\f]/u)) {
    const line = westernDigits(raw.trim())
    const wrapped = above.length >= 50 && !endsSentence(above)
    if (line !== '') above = line
    else continue
    seen++
    if (!YEAR.test(line)) continue
    const parts = line.split(PARTED).map((part) => part.trim())
    for (const [at, part] of parts.entries()) {
      if (part.length > LONGEST_HEAD) continue
      const dates = writtenDates(part, isDayFirst)
      const spans = isSpan(part, dates)
      const [date] = spans ? dates.slice(-1) : dates
      if (date === undefined || (dates.length > 1 && !spans)) continue
      const before = part.slice(0, dates[0]?.start).replace(BEGINS, '')
      const label =
        labelOf(before) || (spans ? '' : labelOf(before === '' ? (parts[at - 1] ?? '') : ''))
      const rest = part.slice(date.end)
      const sign = signOf({
        label,
        before,
        rest,
        spans,
        parts,
        at,
        wrapped,
        early: seen <= HEAD_LINES,
      })
      if (sign !== undefined) yield candidate(date.value, sign)
    }
  }
}

interface Place {
  readonly label: string
  readonly before: string
  readonly rest: string
  /** It is the end of a period. */
  readonly spans: boolean
  readonly parts: readonly string[]
  readonly at: number
  /** The line goes on from the one above. */
  readonly wrapped: boolean
  readonly early: boolean
}

function signOf({
  label,
  before,
  rest,
  spans,
  parts,
  at,
  wrapped,
  early,
}: Place): keyof typeof SURE | undefined {
  if (!ENDS.test(rest)) return undefined
  if (spans) return PERIOD.test(label) && early ? 'period' : undefined
  if (PUBLISHED.test(label)) return 'published'
  if (WRITTEN.test(label) && !wrapped) return 'written'
  if (REPORTED.test(label) && !wrapped) return 'reported'
  if (wrapped || !early) return undefined
  const bare = before.replace(/(?<![\s,:(])[\s,:(]+$/u, '')
  if (bare === '' || WEEKDAY.test(bare) || ARTICLE.test(bare)) {
    const named = parts.length > 1 && parts.some((part, other) => other !== at && isName(part))
    return named ? 'beside' : 'alone'
  }
  if (NUMBERED.test(before) && parts.length === 1) return 'session'
  return PLACED.test(before) && parts.length === 1 ? 'placed' : undefined
}

/** "Decision no. 45/2031 of", "Nr. 12 vom" */
const NUMBERED =
  /^(?:\p{L}[\p{L}’'-]{1,20} ){0,3}(?:n[°ºo]\.?|nr\.?|no\.?|№|#) ?\d[\p{L}\d/.-]{0,15},? (?:du|vom|of|del?|dated|da|от)[ :]{0,2}$/iu
const ARTICLE = /^(?:le|el|am|den|il|on)$/iu

/** "Brenn, 5 March 2024", "New Lund/Varde, Monday 5 March 2024": a letter, or what is given to the press. */
const PLACED =
  /^\p{Lu}[\p{L}.’'-]{1,20}(?:[ /]\p{Lu}[\p{L}.’'-]{1,20}){0,3}, ?(?:the |le |am |den |el |\p{L}{5,12},? )?$/u

/** What stands before a date, without its colon, the time and the day of the week. */
const labelOf = (before: string): string => {
  if (before.length > LONGEST_LABEL) return ''
  const words = before.replace(TIME, '').trim().replace(/,$/u, '').split(/\s+/u)
  const last = words.at(-1) ?? ''
  const bare = WEEKDAY.test(last.replace(/,$/u, '')) ? words.slice(0, -1) : words
  return bare
    .join(' ')
    .replace(MARKS, '')
    .replace(/(?:^| )(?:on|le|el|am|den|em|il|du)$/iu, '')
    .replace(MARKS, '')
    .trim()
}

const MARKS = /(?<![\s:：.,–—-])[\s:：.,–—-]+$/u
/** "Published: 10:00, 12 June 2021" */
const TIME = /(?<!\d)\d{1,2}[:h.]\d{2}(?: ?[ap]\.?m\.?)?[\s,–-]{0,3}$/iu

/** "1 June – 3 June 2021", "01 – 12 Sept 2025", "du 2 au 8 mai 2024". */
function isSpan(part: string, dates: readonly WrittenDate[]): boolean {
  const [first, last] = [dates[0], dates.at(-1)]
  if (first === undefined || last === undefined) return false
  if (dates.length === 2 && JOINED.test(part.slice(first.end, last.start))) return true
  return dates.length === 1 && BEGINS.test(part.slice(0, first.start))
}

const JOINED = /^\s*(?:[-–—]|to|until|through|and|au|et|bis|al|a|e)\s*$/iu
const BEGINS =
  /\d{1,2}(?:er|st|nd|rd|th)?\.?(?: \p{L}{3,12}\.?)?\s*(?:[-–—]|\bto\b|\bau\b|\bbis\b|\bal\b)\s*$/iu

/** What parts the date of a report from its name: "Flash Update No. 3 – as of 2 May 2024". */
const PARTED =
  /\t|(?<!\s)\s*[|•·]\s*|(?<!\s)\s\/\s|(?<!\s)\s+[–—-]\s+(?=\p{L})|(?<=\d)-\s+(?=\p{L})/u

const isName = (part: string): boolean => /\p{L}{3}/u.test(part) && writtenDates(part).length === 0
