/** Of when a document is, and which of two issues of a series is the later one. */
import type { DocumentMetadata } from './document.ts'

type Issue = Pick<DocumentMetadata, 'date' | 'period' | 'series'>

/** When it was published, else the last day or month that it covers; empty when neither is known. ISO. */
export const dayOf = ({ date, period }: Pick<Issue, 'date' | 'period'>): string =>
  date?.value ?? period?.to ?? ''

/** Below 0 when `one` comes before `other`: by day; of one day or none, by number in the series. */
export function compareIssues(one: Issue, other: Issue): number {
  const [a, b] = [dayOf(one), dayOf(other)]
  if (a !== b) return a < b ? -1 : 1
  const isOneSeries =
    one.series !== undefined &&
    other.series !== undefined &&
    seriesName(one.series.label) === seriesName(other.series.label)
  return isOneSeries ? (one.series?.number ?? 0) - (other.series?.number ?? 0) : 0
}

/** "Situation Report No. 13" → "situationreportno". */
const seriesName = (label: string): string =>
  label
    .toLowerCase()
    .replace(/\d.*$/su, '')
    .replace(/[^\p{L}]+/gu, '')
