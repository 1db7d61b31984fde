/**
 * The map from a reading text back to the document's own text.
 *
 * The reading text is the original with stretches left out, heads of a table repeated beside the cells
 * of its rows and, here and there, a character put in (what parts two cells). It is kept as runs that
 * both texts share.
 */
import type { Span } from './span.ts'

/** `length` characters from `clean` on in the reading text are those from `text` on in the original. */
export interface Run {
  readonly clean: number
  readonly text: number
  readonly length: number
  /** A head of a table, repeated from where it stands. */
  readonly head?: true
}

/** A stretch of the original, and where the reading text begins to have it. */
export interface Piece extends Span {
  readonly at: number
  readonly head: boolean
}

/** Numbers a run is packed in: `clean`, `text`, and `length` doubled, plus one for a head. */
const WIDTH = 3

export class OffsetMap {
  /** Tables have many runs: as objects they would take four times the memory. */
  readonly #packed: Uint32Array

  constructor(runs: readonly Run[] | Uint32Array) {
    this.#packed =
      runs instanceof Uint32Array
        ? runs
        : Uint32Array.from(
            runs.flatMap(({ clean, text, length, head }) => [
              clean,
              text,
              length * 2 + (head === true ? 1 : 0),
            ]),
          )
  }

  /** As the constructor takes it. */
  get packed(): Uint32Array {
    return this.#packed
  }

  /** In the order of the reading text; what a map is made of. */
  get runs(): readonly Run[] {
    return Array.from({ length: this.#packed.length / WIDTH }, (_, at) => this.#run(at))
  }

  /** The stretches of the original behind a stretch of the reading text, in its order. */
  pieces(span: Span): Piece[] {
    const found: Piece[] = []
    for (let at = this.#runAt(span.start); at * WIDTH < this.#packed.length; at++) {
      const { clean, text, length, head } = this.#run(at)
      if (clean >= span.end) break
      const from = Math.max(span.start, clean)
      const to = Math.min(span.end, clean + length)
      if (from < to)
        found.push({
          start: text + from - clean,
          end: text + to - clean,
          at: from,
          head: head === true,
        })
    }
    return found
  }

  /**
   * The stretch of the original behind a stretch of the reading text, and what was left out of it.
   * `omitted` is empty for nearly every span: then the original's slice is the reading text's. Of the
   * row of a table it is the row itself, without the heads, which stand elsewhere.
   */
  toText(span: Span): Span & { readonly omitted: readonly Span[] } {
    const all = this.pieces(span)
    const own = all.filter(({ head }) => !head)
    const kept = own.length > 0 ? own : all
    const omitted: Span[] = []
    for (const [at, piece] of kept.entries()) {
      const next = kept[at + 1]
      if (next !== undefined && next.start > piece.end)
        omitted.push({ start: piece.end, end: next.start })
    }
    return { start: kept[0]?.start ?? 0, end: kept.at(-1)?.end ?? 0, omitted }
  }

  #run(at: number): Run {
    const [clean = 0, text = 0, length = 0] = this.#packed.subarray(at * WIDTH, (at + 1) * WIDTH)
    return { clean, text, length: length >>> 1, ...(length % 2 === 1 && { head: true }) }
  }

  /** Index of the first run that reaches past `offset`. */
  #runAt(offset: number): number {
    let low = 0
    let high = this.#packed.length / WIDTH
    while (low < high) {
      const middle = (low + high) >>> 1
      const { clean, length } = this.#run(middle)
      if (clean + length <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Builds a reading text and its map, piece by piece. */
export class CleanText {
  readonly #text: string
  readonly #packed: number[] = []
  readonly #pieces: string[] = []
  #length = 0

  constructor(text: string) {
    this.#text = text
  }

  get length(): number {
    return this.#length
  }

  /** Takes `text.slice(start, end)` over; `head` where it is repeated from elsewhere. */
  keep(start: number, end: number, head = false): void {
    if (start >= end) return
    const [clean = 0, text = 0, doubled = 1] = this.#packed.slice(-WIDTH)
    const length = doubled >>> 1
    const joins =
      !head &&
      this.#packed.length > 0 &&
      doubled % 2 === 0 &&
      text + length === start &&
      clean + length === this.#length
    if (joins) this.#packed[this.#packed.length - 1] = (length + end - start) * 2
    else this.#packed.push(this.#length, start, (end - start) * 2 + (head ? 1 : 0))
    this.#pieces.push(this.#text.slice(start, end))
    this.#length += end - start
  }

  /** Puts a separator in that the original does not have there. It never becomes part of a quote. */
  separate(separator: string): void {
    this.#pieces.push(separator)
    this.#length += separator.length
  }

  finish(): { clean: string; map: OffsetMap } {
    return { clean: this.#pieces.join(''), map: new OffsetMap(Uint32Array.from(this.#packed)) }
  }
}
