/** What kind of answer a question asks for, and where a sentence holds something of that kind. */
import type { Span } from '../../index/document.ts'
import { anyOf, within } from '../../index/languages/combined.ts'
import { alternatives, phrases } from '../../index/languages/phrases.ts'

/** Every kind, in a fixed order: the ranker has features for each. */
export const KINDS = [
  'number',
  'money',
  'share',
  'duration',
  'age',
  'date',
  'place',
  'person',
  'organisation',
  'reason',
  'manner',
  'definition',
  'statement',
  'yes-no',
  'other',
] as const
export type AnswerKind = (typeof KINDS)[number]

/** The first that a question in lower case matches, accents kept. */
const ORDER = [
  'age',
  'duration',
  'share',
  'money',
  'number',
  'date',
  'place',
  'reason',
  'definition',
  'statement',
  'organisation',
  'person',
  'yes-no',
  'manner',
] as const satisfies readonly AnswerKind[]

const QUESTIONS = ORDER.map((kind): readonly [AnswerKind, RegExp] => [
  kind,
  within(phrases('questions', kind === 'yes-no' ? 'yesNo' : kind), (words) => words),
])

export function answerKind(question: string): AnswerKind {
  const text = question.toLowerCase().normalize('NFC').trim()
  return QUESTIONS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other'
}

/** Of all languages, to stand in brackets. */
const words = (...names: Parameters<typeof alternatives<'answers'>>[1][]): string =>
  alternatives('answers', ...names)

const COUNTS = words('counts')
const SPANS = words('spans')
const MONTHS = anyOf((pack) => pack.months.join(' ').replaceAll(' ', '|')).join('|')
const DAYS = anyOf(({ weekdays }) => weekdays.join('|')).join('|')
const NUMBER = String.raw`\d[\d.,\u00A0\u202F]{0,30}`
/** Between the parts of a person's name. */
const PARTICLES = "de|van|von|der|al|el|bin|ibn|la|le|du|d['’]"

/** What a sentence holds when it could answer. Kinds without a form of their own have none. */
const FORMS: Partial<Record<AnswerKind, RegExp>> = {
  number: new RegExp(String.raw`(?<![\p{L}\d])(?:${NUMBER}|(?:${COUNTS})(?!\p{L}))`, 'giu'),
  money: new RegExp(
    String.raw`[$€£¥]\s?\d|\b(?:USD|EUR|GBP|US\$)|${NUMBER}(?:\s*(?:${words('magnitudes')}))?\s*(?:${words('ofMoney')})?(?:${words('currencies')})`,
    'giu',
  ),
  share: new RegExp(
    String.raw`${NUMBER}\s?(?:%|${words('percent')})|\b(?:${words('shares')})(?!\p{L})`,
    'giu',
  ),
  duration: new RegExp(
    String.raw`(?:${NUMBER}|\b(?:${COUNTS}|${words('oneSpan')}))[\s-]+(?:\p{L}+\s)?(?:${SPANS})(?!\p{L})|\b(?:${words('since')})\b|\d{4}\s?[-–]\s?\d{2,4}|(?:${SPANS})(?:${words('spanEndings')})`,
    'giu',
  ),
  age: new RegExp(
    String.raw`(?<!\p{L})(?:${words('ages')})(?!\p{L})|\d{1,4}(?:${words('agesAfter')})|${NUMBER}\s(?:${words('years')})(?!\p{L})`,
    'giu',
  ),
  date: new RegExp(
    String.raw`(?<![\d.,])(?:1\d{3}|20\d{2})(?:s|'s)?(?![\d%])|(?<!\p{L})(?:${MONTHS})\.?(?!\p{L})(?=\s*\d|\s+(?:${words('afterMonth')})|[,.;)]|\s*$)|\b(?:${DAYS})\b|\d{1,2}(?:${words('centuries')})|\b(?:${words('eras')})\b`,
    'giu',
  ),
  place: new RegExp(
    String.raw`(?<=\b(?:${words('toPlaces')})\s?(?:${words('articles')})?(?:\p{Ll}+ )?)\p{Lu}[\p{L}’'-]+`,
    'gu',
  ),
  person: new RegExp(
    String.raw`\p{Lu}[\p{L}’'.-]{1,40}(?:\s{1,3}(?:${PARTICLES})?\s{0,3}\p{Lu}[\p{L}’'-]{1,40})+|\b(?:${words('titles')})\.?\s+\p{Lu}\p{L}+`,
    'gu',
  ),
  organisation: new RegExp(
    String.raw`(?<=[\p{Ll},;:)’']\s(?:d['’]|l['’])?)\p{Lu}[\p{L}\d’'&-]+(?:\s+(?:${words('nameLinks')})?\s*\p{Lu}[\p{L}\d’'&-]+)*|(?<!\p{L})\p{Lu}{2,}(?!\p{L})`,
    'gu',
  ),
  manner: new RegExp(String.raw`(?<!\p{L})(?:${words('manners')})(?!\p{L})`, 'giu'),
  reason: new RegExp(String.raw`(?<!\p{L})(?:${words('reasons')})(?!\p{L})`, 'giu'),
  statement: new RegExp(String.raw`["“”«»‘]|\b(?:${words('statements')})\b`, 'giu'),
}

/** Stretches of `text` that are of the kind asked for; `undefined` for kinds that show no form. */
export function formsOf(kind: AnswerKind, text: string): Span[] | undefined {
  const form = FORMS[kind]
  if (form === undefined) return undefined
  return [...text.matchAll(form)].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length]
    const counts = kind !== 'number' || !isNumbering(text, start, end)
    return counts ? [{ start, end }] : []
  })
}

/** "Table 1", "on 27 September 2025", "page 3": a number that counts nothing. */
function isNumbering(text: string, start: number, end: number): boolean {
  return (
    NUMBERED.test(text.slice(Math.max(0, start - 20), start)) ||
    MONTH_AFTER.test(text.slice(end, end + 20)) ||
    OF_THE_MOST.test(text.slice(start, end + 40)) ||
    (YEAR.test(text.slice(start, end)) &&
      MONTH_BEFORE.test(text.slice(Math.max(0, start - 16), start)))
  )
}

const NUMBERED = new RegExp(String.raw`(?<!\p{L})(?:${words('numbered')})\s{0,2}$`, 'iu')
/** "one of the country's most renowned museums" counts nothing. */
const OF_THE_MOST = within(
  phrases('answers', 'ofTheMost'),
  (shown) => String.raw`^(?:${shown})`,
  'iu',
)
const MONTH_AFTER = new RegExp(
  String.raw`^(?:${words('ordinalEndings')})?\s{1,2}(?:${words('ofMonth')})?(?:${MONTHS})(?!\p{L})`,
  'iu',
)
const MONTH_BEFORE = new RegExp(String.raw`(?<!\p{L})(?:${MONTHS})\.?,?\s{1,2}$`, 'iu')
const YEAR = /^(?:19|20)\d{2}[.,]?$/u
