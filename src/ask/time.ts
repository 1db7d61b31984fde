/** When: the newest first when asked for or when all else is equal, and what is about a given time. */
import type { Wordings } from '../wordings/wordings.ts'
import type { Corpus } from '../../index/corpus.ts'
import { findPeriod } from '../../index/dates.ts'
import { asWords, within } from '../../index/languages/combined.ts'
import { phrases } from '../../index/languages/phrases.ts'
import type { Ranked } from './rank.ts'

const LATEST = within(phrases('questions', 'latest'), asWords, 'iu')
const NEWEST_ASKED = within(phrases('questions', 'newest'), asWords, 'iu')

/** Scores closer than this are equal. */
const EQUAL = 0.2
/** What being the newest, or about the time asked for, is worth. */
const NEWEST = 1.5
const ABOUT_THEN = 0.6

/** The ranking with time taken into account, and what a person should know of it. */
export function considerTime(
  text: string,
  ranked: readonly Ranked[],
  corpus: Corpus,
  { notes }: Wordings['answers'],
): { ranked: Ranked[]; notes: string[] } {
  const dated = new Map(
    [...corpus.documents.values()].flatMap(({ id, date }) =>
      date === undefined ? [] : [[id, date.value] as const],
    ),
  )
  if (dated.size === 0) {
    const asked = NEWEST_ASKED.exec(text)?.[0]
    return {
      ranked: [...ranked],
      notes: asked === undefined ? [] : [notes.noDates(asked)],
    }
  }
  const wanted = LATEST.exec(text)?.[0]
  const period = findPeriod(text)
  const order = [...new Set(dated.values())].sort()
  const recency = (one: Ranked): number => {
    const date = newestOf(one, dated)
    return date === undefined ? 0 : (order.indexOf(date) + 1) / order.length
  }
  const able = period === undefined ? ranked : ranked.filter((one) => !isBefore(one, period, dated))
  const adjusted = able.map((one) => {
    let { score } = one
    if (wanted !== undefined) score += NEWEST * recency(one)
    if (period !== undefined && datesOf(one, dated).some((date) => date.startsWith(period)))
      score += ABOUT_THEN
    return { ...one, score }
  })
  const level = (score: number): number => Math.round(score / EQUAL)
  adjusted.sort(
    (a, b) => level(b.score) - level(a.score) || recency(b) - recency(a) || b.score - a.score,
  )
  const first = adjusted[0]
  const date = first === undefined ? undefined : newestOf(first, dated)
  if (wanted === undefined || date === undefined) return { ranked: adjusted, notes: [] }
  return {
    ranked: adjusted,
    notes: [notes.newest(wanted, date)],
  }
}

type Dates = ReadonlyMap<string, string>

/** A document of an earlier year says nothing of this one, unless it names it. */
function isBefore(one: Ranked, period: string, dated: Dates): boolean {
  const year = period.slice(0, 4)
  const dates = datesOf(one, dated)
  if (dates.length === 0 || dates.some((date) => date.slice(0, 4) >= year)) return false
  const { document, sentences } = one.passage
  const text = document.clean.slice(sentences[0]?.start, sentences.at(-1)?.end)
  return !text.includes(year) && !one.passage.heading.includes(year)
}

/** The dates of its document and of the copies that say the same. */
const datesOf = ({ passage, again = [] }: Ranked, dated: Dates): string[] =>
  [passage, ...again.map((one) => one.passage)].flatMap(
    ({ document }) => dated.get(document.id) ?? [],
  )

/** The newest of them is what is quoted. */
const newestOf = (one: Ranked, dated: Dates): string | undefined =>
  one.again === undefined ? dated.get(one.passage.document.id) : datesOf(one, dated).sort().at(-1)
