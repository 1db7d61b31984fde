/** What a table says of a figure, cell by cell. */
import { publishedOn } from '../../src/figures/who.ts'
import type { Figure, FigureLine } from '../../src/reply.ts'
import { wordingsIn } from '../../src/wordings/in-language.ts'
import type { Wordings } from '../../src/wordings/wordings.ts'

/** How a line stands to another, as a sign before the words. */
export const SIGNS = { contradiction: '≠', update: '↻', scope: '⊂', range: '≈' } as const

/** A part is set back behind what it is part of. */
export const numberOf = ({ line, partOf }: FigureLine): string =>
  partOf === undefined ? String(line) : `└ ${line}`

export function countedOf({ counted = '', event }: Figure): string {
  const happened = event?.wording ?? ''
  if (counted.toLowerCase().includes(happened.toLowerCase())) return counted
  return counted === '' ? happened : `${counted}, ${happened}`
}

/** The period counted, else when it was published. */
export function whenOf(figure: Figure, words: Wordings['figures'] = wordingsIn().figures): string {
  if (figure.period !== undefined) return figure.period.wording
  const published = publishedOn(figure)
  return published === '' ? words.undated : words.published(published)
}
