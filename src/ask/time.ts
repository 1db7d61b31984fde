/** When: the newest first when asked for or when all else is equal, and what is about a given time. */
import type { Wordings } from '../wordings/wordings.ts'
import type { Corpus } from '../../index/corpus.ts'
import { findPeriod } from '../../index/dates.ts'
import { asWords, within } from '../../index/languages/combined.ts'
import { phrases } from '../../index/languages/phrases.ts'
import { rememberedUntilChanged } from '../remembered.ts'
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
  const ages = agesOf(corpus)
  if (ages.size === 0) {
    const asked = NEWEST_ASKED.exec(text)?.[0]
    return {
      ranked: [...ranked],
      notes: asked === undefined ? [] : [notes.noDates(asked)],
    }
  }
  const wanted = LATEST.exec(text)?.[0]
  const period = findPeriod(text)
  const recency = (one: Ranked): number => {
    const date = newestOf(one)
    return date === undefined ? 0 : (ages.get(date) ?? 0) / ages.size
  }
  const able = period === undefined ? ranked : ranked.filter((one) => !isBefore(one, period))
  const adjusted = able.map((one) => {
    let { score } = one
    if (wanted !== undefined) score += NEWEST * recency(one)
    if (period !== undefined && datesOf(one).some((date) => date.startsWith(period)))
      score += ABOUT_THEN
    return { ...one, score }
  })
  const level = (score: number): number => Math.round(score / EQUAL)
  adjusted.sort(
    (a, b) => level(b.score) - level(a.score) || recency(b) - recency(a) || b.score - a.score,
  )
  const first = adjusted[0]
  const date = first === undefined ? undefined : newestOf(first)
  if (wanted === undefined || date === undefined) return { ranked: adjusted, notes: [] }
  return {
    ranked: adjusted,
    notes: [notes.newest(wanted, date)],
  }
}

/** Every date of a document, with its place among them, the oldest first: 1, 2 … */
const agesOf = rememberedUntilChanged((corpus: Corpus) => {
  const all = new Set<string>()
  for (const { date } of corpus.documents.values()) if (date !== undefined) all.add(date.value)
  return new Map([...all].sort().map((date, at) => [date, at + 1]))
})

/** A document of an earlier year says nothing of this one, unless it names it. */
function isBefore(one: Ranked, period: string): boolean {
  const year = period.slice(0, 4)
  const dates = datesOf(one)
  if (dates.length === 0 || dates.some((date) => date.slice(0, 4) >= year)) return false
  const { document, sentences } = one.passage
  const text = document.clean.slice(sentences[0]?.start, sentences.at(-1)?.end)
  return !text.includes(year) && !one.passage.heading.includes(year)
}

/** The dates of its document and of the copies that say the same. */
const datesOf = ({ passage, again = [] }: Ranked): string[] =>
  [passage, ...again.map((one) => one.passage)].flatMap(
    ({ document }) => document.date?.value ?? [],
  )

/** The newest of them is what is quoted. */
const newestOf = (one: Ranked): string | undefined =>
  one.again === undefined ? one.passage.document.date?.value : datesOf(one).sort().at(-1)
