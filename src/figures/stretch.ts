/**
 * Which words of a sentence with several figures speak of one of them: "drought in the north (40 %), in
 * the south (22 %)", "28 women and 13 men". What stands before the first of them speaks of all.
 */
import type { Span } from '../../index/document.ts'
import { within } from '../../index/languages/combined.ts'
import { phrases } from '../../index/languages/phrases.ts'
import { type Figure, sentenceOf, sliceOf } from '../../index/quantities/figure-index.ts'

export interface Stretch {
  /** Words of this figure alone. */
  readonly own: Span
  /** Words before the first figure, which speak of each. */
  readonly lead: Span
}

/** Where one item of a list ends and the next begins. */
const BREAKS = within(
  phrases('lookUps', 'breaks'),
  (words) => String.raw`[,;:(–—]|\b(?:${words})\b`,
  'giu',
)
/** "(", "(USD", "and only": what introduces a number that stands right behind it. */
const OPENING = /[([]\s?[\p{L}$€£]{0,4}\s?$/u
/** The first of a sentence is looked for so many figures back. */
const MOST = 50

/** Offsets are those of the paragraph, as the figure's own are. */
export function stretchOf(figure: Figure): Stretch {
  const { start, end } = sentenceOf(figure)
  const { number } = figure.quantity
  const at = placesOf(figure.siblings).get(figure) ?? 0
  const numberAt = (place: number): Span | undefined => {
    const other = figure.siblings[place]?.quantity.number
    return other !== undefined && other.start >= start && other.end <= end ? other : undefined
  }
  let earliest = at
  while (at - earliest < MOST && numberAt(earliest - 1) !== undefined) earliest--
  const first = numberAt(earliest) ?? number
  const [before, after] = [numberAt(at - 1), numberAt(at + 1)]
  const lead = { start, end: breakIn(figure, start, first.start) }
  return {
    lead,
    own: {
      start: before === undefined ? lead.end : breakIn(figure, before.end, number.start),
      end: after === undefined ? end : breakIn(figure, number.end, after.start),
    },
  }
}

/** Where each figure of a paragraph stands among them: a table in one sentence has thousands. */
const known = new WeakMap<readonly Figure[], ReadonlyMap<Figure, number>>()

function placesOf(siblings: readonly Figure[]): ReadonlyMap<Figure, number> {
  const places = known.get(siblings) ?? new Map(siblings.map((figure, place) => [figure, place]))
  known.set(siblings, places)
  return places
}

/** The last break between two numbers; the first has all of it where there is none. */
function breakIn(figure: Figure, start: number, end: number): number {
  const between = sliceOf(figure, { start, end }).replace(OPENING, '')
  const last = [...between.matchAll(BREAKS)].at(-1)
  return last === undefined ? end : start + last.index
}
