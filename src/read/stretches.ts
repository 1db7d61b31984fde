/** Stretches of a document's reading text as replies carry them: with what is marked in them. */
import type { Document, Span } from '../../index/document.ts'
import { excerptOf } from '../ask/quotes.ts'
import type { Stretch } from '../reply.ts'
import type { ToldFigure } from './figures-in.ts'

export class Stretches {
  readonly #document: Document
  readonly #figures: readonly ToldFigure[]
  readonly #mark: Span | undefined

  /**
   * @param figures in order, none within another
   * @param mark what was asked for
   */
  constructor(document: Document, figures: readonly ToldFigure[], mark: Span | undefined) {
    this.#document = document
    this.#figures = figures
    this.#mark = mark
  }

  isMarked(span: Span): boolean {
    return this.#mark !== undefined && overlap(this.#mark, span) !== undefined
  }

  of(span: Span): Stretch {
    const mark = this.#mark && overlap(this.#mark, span)
    const { document } = { document: this.#document }
    return {
      ...excerptOf({ document }, span),
      marks: mark === undefined ? [] : [mark],
      figures: this.#figuresWithin(span),
    }
  }

  #figuresWithin(span: Span): Stretch['figures'] {
    let at = firstFrom(this.#figures, span.start)
    const within: Stretch['figures'] = []
    for (let one = this.#figures[at]; one !== undefined && one.end <= span.end;) {
      within.push({ ...one, start: one.start - span.start, end: one.end - span.start })
      one = this.#figures[++at]
    }
    return within
  }
}

/** Offsets in `of` of what both have. */
function overlap(mark: Span, of: Span): Span | undefined {
  const start = Math.max(mark.start, of.start)
  const end = Math.min(mark.end, of.end)
  return start < end ? { start: start - of.start, end: end - of.start } : undefined
}

function firstFrom(sorted: readonly Span[], offset: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
