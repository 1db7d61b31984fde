/** Whether two documents are numbers of one series: "Response, Situation Report #4" and "#6". */
import type { Document } from '../../index/document.ts'
import { plainWording } from '../ask/wording.ts'
import { remembered } from '../remembered.ts'

/** A shorter title may be that of anybody's report. */
const WORDS = 3

export function areSeries(one: Document, other: Document): boolean {
  if (one.publisher?.value !== other.publisher?.value) return false
  const series = seriesOf(one)
  return series !== undefined && series === seriesOf(other)
}

/** The title without its numbers, where it has some and is not of numbers alone. */
const seriesOf = remembered(({ title: { value } }: Document): string | undefined => {
  if (!/\p{N}/u.test(value)) return undefined
  const series = plainWording(value.replace(/\p{N}[\p{N}.,/-]*/gu, ' '))
  return series.split(' ').length >= WORDS ? series : undefined
})
