/**
 * The map from a reading text back to the document's own text.
 *
 * The reading text is the original with stretches left out and, here and there, a character put in
 * (a space between two joined lines). It is kept as runs that both texts share.
 */
import type { Span } from './document.ts'

/** `length` characters from `clean` on in the reading text are those from `text` on in the original. */
export interface Run {
  readonly clean: number
  readonly text: number
  readonly length: number
}

export class OffsetMap {
  readonly #runs: readonly Run[]

  constructor(runs: readonly Run[]) {
    this.#runs = runs
  }

  /** In order; what a map is made of. */
  get runs(): readonly Run[] {
    return this.#runs
  }

  /**
   * The stretch of the original behind a stretch of the reading text, and what was left out of it.
   * `omitted` is empty for nearly every span: then the original's slice is the reading text's.
   */
  toText(span: Span): Span & { readonly omitted: readonly Span[] } {
    const kept: Span[] = []
    for (let at = this.#runAt(span.start); at < this.#runs.length; at++) {
      const run = this.#runs[at]
      if (run === undefined || run.clean >= span.end) break
      const from = Math.max(span.start, run.clean)
      const to = Math.min(span.end, run.clean + run.length)
      if (from < to)
        kept.push({ start: run.text + from - run.clean, end: run.text + to - run.clean })
    }
    const omitted: Span[] = []
    for (const [at, piece] of kept.entries()) {
      const next = kept[at + 1]
      if (next !== undefined && next.start > piece.end)
        omitted.push({ start: piece.end, end: next.start })
    }
    return { start: kept[0]?.start ?? 0, end: kept.at(-1)?.end ?? 0, omitted }
  }

  /** Index of the first run that reaches past `offset`. */
  #runAt(offset: number): number {
    let low = 0
    let high = this.#runs.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const run = this.#runs[middle]
      if (run !== undefined && run.clean + run.length <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Builds a reading text and its map, piece by piece. */
export class CleanText {
  readonly #text: string
  readonly #runs: Run[] = []
  readonly #pieces: string[] = []
  #length = 0

  constructor(text: string) {
    this.#text = text
  }

  get length(): number {
    return this.#length
  }

  /** Takes `text.slice(start, end)` over. Spans must come in order. */
  keep(start: number, end: number): void {
    if (start >= end) return
    const last = this.#runs.at(-1)
    const joins =
      last !== undefined &&
      last.text + last.length === start &&
      last.clean + last.length === this.#length
    if (joins) this.#runs[this.#runs.length - 1] = { ...last, length: last.length + end - start }
    else this.#runs.push({ clean: this.#length, text: start, length: end - start })
    this.#pieces.push(this.#text.slice(start, end))
    this.#length += end - start
  }

  /** Puts a separator in that the original does not have there. It never becomes part of a quote. */
  separate(separator: string): void {
    this.#pieces.push(separator)
    this.#length += separator.length
  }

  finish(): { clean: string; map: OffsetMap } {
    return { clean: this.#pieces.join(''), map: new OffsetMap(this.#runs) }
  }
}
