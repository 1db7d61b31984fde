/**
 * What a question may narrow itself to: `in:report`, `by:UNHCR`, `since:2022-04`, `before:"May 2022"`,
 * `"an exact phrase"`, `-word`.
 */
import { analyze, fold } from '../../index/analyzer.ts'
import { parseDate } from '../../index/dates.ts'
import type { Document, Language } from '../../index/document.ts'
import { dayOf } from '../../index/issue.ts'
import type { Passage } from '../../index/passages.ts'
import { VerbatimError } from '../errors.ts'
import { wordingsIn } from '../wordings/in-language.ts'
import type { Wordings } from '../wordings/wordings.ts'

export interface Filters {
  /** Parts of a document's title or name. */
  readonly in: readonly string[]
  /** Parts of a publisher's name. */
  readonly by: readonly string[]
  /** First day that counts, `YYYY-MM-DD`. */
  readonly since?: string
  /** First day that no longer counts, `YYYY-MM-DD`. */
  readonly before?: string
  /** Wordings that the passage of a quote must have, folded. */
  readonly phrases: readonly string[]
  /** Words that a quote must not have. */
  readonly without: readonly string[]
}

export interface Filtered {
  /** The question without its filters; phrases stay in it. */
  readonly text: string
  readonly filters: Filters
}

const FIELD =
  /(?<![\p{L}\p{N}])(?<field>in|by|since|before):(?<value>"[^"]*"|“[^”]*”|«[^»]*»|\S*)/giu
const PHRASE = /"(?<straight>[^"]*)"|“(?<curly>[^“”]*)”|«(?<french>[^«»]*)»/gu
const WITHOUT = /(?<=^|\s)[-−](?<word>\p{L}[\p{L}\p{N}'’-]*)/gu

/** @throws VerbatimError 'question' that says what is malformed and what to do */
export function readFilters(
  question: string,
  today: Date,
  words: Wordings['answers'] = wordingsIn().answers,
): Filtered {
  const { malformed } = words
  const found = {
    in: [] as string[],
    by: [] as string[],
    phrases: [] as string[],
    without: [] as string[],
  }
  const dates: { since?: string; before?: string } = {}
  let text = question.replace(FIELD, (_, field: string, raw: string) => {
    const name = field.toLowerCase()
    const value = unquote(raw).trim()
    if (value === '' || /^["“«]/u.test(value))
      throw new VerbatimError('question', malformed.noValue(name, exampleOf(name, malformed.or)))
    if (name === 'in' || name === 'by') found[name].push(fold(value))
    else if (name === 'since' || name === 'before')
      dates[name] = readDate(name, value, today, words)
    return ' '
  })
  text = text.replace(WITHOUT, (_, word: string) => {
    found.without.push(word)
    return ' '
  })
  text = text.replace(PHRASE, (whole, ...groups) => {
    const exact = unquote(whole).replace(/\s+/gu, ' ').trim()
    if (exact === '') throw new VerbatimError('question', malformed.emptyMarks)
    found.phrases.push(plain(exact).replace(/(?<![\s.,;:?!])[\s.,;:?!]+$/u, ''))
    return groups.length > 0 ? ` ${exact} ` : ' '
  })
  // A stray mark inside or behind a word is a slip of the pen; one that opens something is not.
  if (/(?:^|\s)["“«]\S/u.test(text)) throw new VerbatimError('question', malformed.openMark)
  if (dates.since !== undefined && dates.before !== undefined && dates.since >= dates.before)
    throw new VerbatimError('question', malformed.noTime(dates.since, dates.before))
  return { text: text.replace(/\s+/gu, ' ').trim(), filters: { ...found, ...dates } }
}

const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  in: ['in:factsheet', 'in:"annual report"'],
  by: ['by:UNHCR', 'by:"Human Rights Watch"'],
  since: ['since:2022-04-01', 'since:"April 2022"'],
  before: ['before:2022-04-01', 'before:"April 2022"'],
}

const exampleOf = (name: string, or: string): string => (EXAMPLES[name] ?? []).join(` ${or} `)

/** A day; the first of a month or year. */
function readDate(
  name: string,
  value: string,
  today: Date,
  { malformed }: Wordings['answers'],
): string {
  const date = parseDate(value, today)
  if (date !== undefined) return `${date}-01-01`.slice(0, 10)
  throw new VerbatimError(
    'question',
    malformed.noDate(`${name}:${value}`, exampleOf(name, malformed.or)),
  )
}

/** The documents that pass both; all where neither says anything. */
export const allowedByBoth = (
  one: ReadonlySet<string> | undefined,
  other: ReadonlySet<string> | undefined,
): ReadonlySet<string> | undefined =>
  one === undefined || other === undefined ? (one ?? other) : one.intersection(other)

/** Which documents pass, and what a person should know of it. */
export function documentFilter(
  { in: within, by, since, before }: Filters,
  documents: Iterable<Document>,
  { notes, malformed }: Wordings['answers'] = wordingsIn().answers,
): { allows?: ReadonlySet<string>; notes: string[] } {
  if (within.length === 0 && by.length === 0 && since === undefined && before === undefined)
    return { notes: [] }
  const allowed = new Set<string>()
  let undated = 0
  for (const document of documents) {
    const names = fold(`${document.id} ${document.title.value} ${document.source?.title ?? ''}`)
    const publishers = fold(
      `${document.publisher?.value ?? ''} ${document.source?.publisher ?? ''}`,
    )
    if (
      !within.every((part) => names.includes(part)) ||
      !by.every((part) => publishers.includes(part))
    )
      continue
    if (since !== undefined || before !== undefined) {
      const date = dayOf(document)
      if (date === '') {
        undated++
        continue
      }
      // A date known to the month or year counts when some of its days do.
      if (since !== undefined && date < since.slice(0, date.length)) continue
      if (before !== undefined && date.padEnd(10, '-00').slice(0, 10) >= before) continue
    }
    allowed.add(document.id)
  }
  if (allowed.size === 0)
    throw new VerbatimError(
      'question',
      malformed.noDocument(describe({ within, by, since, before }), undated),
    )
  return {
    allows: allowed,
    notes: undated > 0 ? [notes.undated(undated)] : [],
  }
}

function describe({
  within,
  by,
  since,
  before,
}: {
  within: readonly string[]
  by: readonly string[]
  since: string | undefined
  before: string | undefined
}): string {
  return [
    ...within.map((part) => `in:${part}`),
    ...by.map((part) => `by:${part}`),
    ...(since === undefined ? [] : [`since:${since}`]),
    ...(before === undefined ? [] : [`before:${before}`]),
  ].join(' ')
}

/** Whether a passage has every phrase; undefined when none is wanted. */
export function phraseFilter({ phrases }: Filters): ((passage: Passage) => boolean) | undefined {
  if (phrases.length === 0) return undefined
  return ({ document, heading, sentences }) => {
    const own = document.clean.slice(sentences[0]?.start ?? 0, sentences.at(-1)?.end ?? 0)
    const text = plain(`${own} ${heading} ${document.title.value}`)
    return phrases.every((phrase) => text.includes(phrase))
  }
}

/** Whether a text has none of the words left out, in any of their forms; undefined when none is. */
export function withoutFilter({
  without,
}: Filters): ((text: string, language: Language) => boolean) | undefined {
  if (without.length === 0) return undefined
  return (text, language) => {
    const unwanted = new Set(
      without.flatMap((word) => analyze(word, language).flatMap(({ terms }) => terms.slice(0, 1))),
    )
    return !analyze(text, language).some(({ terms }) => terms.some((term) => unwanted.has(term)))
  }
}

const plain = (text: string): string =>
  fold(text)
    .replace(/[‘’]/gu, "'")
    .replace(/[“”«»]/gu, '"')
    .replace(/\s+/gu, ' ')

const unquote = (text: string): string => text.replace(/^["“«]\s*|(?<!\s)\s*["”»]$/gu, '')
