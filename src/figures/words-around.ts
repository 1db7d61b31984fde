/** The words of a figure's sentence: whose they are, of this figure or of another beside it. */
import type { Token } from '../../index/analyzer.ts'
import type { Span } from '../../index/document.ts'
import { type Figure, sentenceOf, wholeOf } from '../../index/quantities/figure-index.ts'
import type { FigureReader } from './reading.ts'
import { remembered } from '../remembered.ts'
import { stretchOf } from './stretch.ts'

/** Of so many figures of a sentence is asked what they count. */
const MOST = 50

/** Places are indexes in the sentence's words. */
export interface WordsAround {
  /** Terms of all its words. */
  readonly terms: ReadonlySet<string>
  /** How many of them mean something. */
  readonly content: number
  /** How many figures of the sentence stand before this one. */
  readonly order: number
  /** Terms of the words of a part of the figure. */
  readonly within: (span: Span | undefined) => ReadonlySet<string>
  /** Where a word stands that has one of the terms. */
  readonly placesOf: (terms: ReadonlySet<string>) => number[]
  /** How many words further on than the number a word stands; less than 0 before it, 0 within it. */
  readonly distance: (place: number) => number
  /** Whether a word is among those that speak of this figure alone. */
  readonly isOwn: (place: number) => boolean
  /** Whether words are what another figure counts, all of them, and this one does not. */
  readonly areForeign: (places: readonly number[]) => boolean
}

export function wordsAround(figure: Figure, reader: FigureReader): WordsAround {
  const { start } = sentenceOf(figure)
  const words = reader.wordsAround(figure)
  const { own } = stretchOf(figure)
  const { counted, event } = figure.quantity
  const beside = besides(figure)
  const whole = wholeOf(figure)
  const others = beside
    .filter((other) => other !== figure && other !== whole)
    .flatMap(({ quantity }) => [
      quantity.counted?.elided === false ? quantity.counted : undefined,
      quantity.event,
    ])
  const { number } = figure.quantity
  const first = words.findIndex(({ end }) => end + start > number.start)
  const next = words.findIndex((word) => word.start + start >= number.end)
  const after = next === -1 ? words.length : next
  const isIn = (place: number, span: Span | undefined): boolean => {
    const at = start + (words[place]?.start ?? -1)
    return span !== undefined && at >= span.start && at < span.end
  }
  return {
    terms: allTerms(words),
    content: words.reduce((sum, { stop }) => sum + (stop ? 0 : 1), 0),
    order: Math.max(0, beside.indexOf(figure)),
    within: (span) => termsWithin(words, span, start),
    placesOf: (terms) =>
      words.flatMap((word, place) => (word.terms.some((term) => terms.has(term)) ? [place] : [])),
    distance: (place) => (place < first ? place - first : place >= after ? place - after + 1 : 0),
    isOwn: (place) => isIn(place, own),
    areForeign: (places) =>
      places.length > 0 &&
      places.every(
        (place) =>
          !isIn(place, counted) &&
          !isIn(place, event) &&
          others.some((other) => isIn(place, other)),
      ),
  }
}

function termsWithin(
  words: readonly Token[],
  span: Span | undefined,
  offset: number,
): ReadonlySet<string> {
  if (span === undefined) return new Set()
  const inside = words.filter(
    ({ start, end, stop }) => !stop && start + offset >= span.start && end + offset <= span.end,
  )
  return new Set(inside.flatMap(({ terms }) => terms))
}

const allTerms = remembered(
  (words: readonly Token[]): ReadonlySet<string> => new Set(words.flatMap(({ terms }) => terms)),
)

const known = new WeakMap<readonly Figure[], Map<number, Figure[]>>()

/** The figures of its sentence in order, itself among them. */
function besides({ siblings, quantity }: Figure): readonly Figure[] {
  const sentences =
    known.get(siblings) ?? Map.groupBy(siblings, (one) => one.quantity.sentence.start)
  known.set(siblings, sentences)
  return (sentences.get(quantity.sentence.start) ?? []).slice(0, MOST)
}
