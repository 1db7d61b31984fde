/**
 * A quotation word by word beside what a document says: the least that was changed. Words left out under
 * an ellipsis and words put in brackets are the writer's to change; all else is the document's.
 */
import { bareWords, type BareWord } from './words.ts'

/** A word of a quotation, or the place where its writer says that words are left out. */
export interface Piece extends BareWord {
  /** `gap`: an ellipsis. `free`: in brackets, the writer's own. */
  readonly kind: 'word' | 'gap' | 'free'
}

const ELLIPSIS = /[[(]\s*(?:…|\.{3}|\. \. \.)\s*[\])]|…|\.{3,}|\. \. \./gu
const BRACKETS = /\[[^\][]{1,80}\]/gu

/** @param text of a quotation, without its marks */
export function piecesOf(text: string): Piece[] {
  const gaps = [...text.matchAll(ELLIPSIS)].map(({ index, 0: mark }) => ({
    start: index,
    end: index + mark.length,
  }))
  const brackets = [...text.matchAll(BRACKETS)].map(({ index, 0: mark }) => ({
    start: index,
    end: index + mark.length,
  }))
  const within = (word: { start: number; end: number }, spans: typeof gaps): boolean =>
    spans.some(({ start, end }) => start <= word.start && word.end <= end)
  const pieces: Piece[] = [
    ...bareWords(text).map((word): Piece => ({
      ...word,
      kind: within(word, brackets) ? 'free' : 'word',
    })),
    ...gaps.map((gap): Piece => ({ ...gap, bare: '', kind: 'gap' })),
  ]
  const inOrder = pieces.sort((a, b) => a.start - b.start)
  // What is left out before the first and after the last word is no gap in it.
  const isWord = ({ kind }: Piece): boolean => kind !== 'gap'
  return inOrder.slice(inOrder.findIndex(isWord), inOrder.findLastIndex(isWord) + 1)
}

/**
 * `same` in both, `changed` from one to the other, `added` by the quotation, `left out` of it without a
 * sign; `said`: left out or put in where the quotation says so.
 */
interface Step {
  readonly kind: 'same' | 'changed' | 'added' | 'left out' | 'said'
  /** Which piece of the quotation; none of what is left out. */
  readonly piece?: number
  /** Which word of the document's. */
  readonly word?: number
}

export interface Comparison {
  readonly steps: readonly Step[]
  readonly same: number
  readonly cost: number
}

/** A run of words left out costs little more than one: so that two far places are found as such. */
const FURTHER = 0.04
const FREE = 0.001

/** The cheapest way from some stretch of `words` to all of the quotation. */
export function compareWords(pieces: readonly Piece[], words: readonly string[]): Comparison {
  const width = words.length + 1
  const height = pieces.length + 1
  // Two states a cell: beside one another, or within words that are left out.
  const cost = [new Float32Array(width * height), new Float32Array(width * height)] as const
  const from = [new Uint8Array(width * height), new Uint8Array(width * height)] as const
  const [plain, skipping] = cost
  skipping.fill(Infinity)
  for (let row = 1; row < height; row++) {
    const piece = pieces[row - 1]
    const last = pieces[row - 2]
    const free = piece?.kind !== 'word'
    const loose = free || last?.kind === 'gap' || last?.kind === 'free'
    for (let column = 0; column < width; column++) {
      const at = row * width + column
      const above = at - width
      // The piece alone: added by the writer.
      const add = free ? 0 : 1
      let best = Math.min(plain[above] ?? 0, skipping[above] ?? 0) + add
      let way = (plain[above] ?? 0) <= (skipping[above] ?? 0) ? ADD : ADD_SKIPPED
      if (column > 0 && piece?.kind !== 'gap') {
        const beside = above - 1
        const match = piece?.bare === words[column - 1] ? 0 : free ? FREE : 1
        const there = Math.min(plain[beside] ?? 0, skipping[beside] ?? 0) + match
        if (there <= best) {
          best = there
          way = (plain[beside] ?? 0) <= (skipping[beside] ?? 0) ? PAIR : PAIR_SKIPPED
        }
      }
      plain[at] = best
      from[0][at] = way
      if (column === 0 || row === height - 1) continue
      // A word of the document alone: left out of the quotation.
      const next = pieces[row]
      const said = loose || next?.kind === 'gap' || next?.kind === 'free'
      const open = (plain[at - 1] ?? 0) + (said ? FREE : 1)
      const on = (skipping[at - 1] ?? 0) + (said ? FREE : FURTHER)
      skipping[at] = Math.min(open, on)
      from[1][at] = open <= on ? SKIP : SKIP_ON
    }
  }
  return trace(pieces, words, cost, from)
}

const ADD = 1
const ADD_SKIPPED = 2
const PAIR = 3
const PAIR_SKIPPED = 4
const SKIP = 5
const SKIP_ON = 6

function trace(
  pieces: readonly Piece[],
  words: readonly string[],
  [plain]: readonly [Float32Array, Float32Array],
  from: readonly [Uint8Array, Uint8Array],
): Comparison {
  const width = words.length + 1
  let row = pieces.length
  let column = 0
  for (let at = 0; at < width; at++)
    if ((plain[row * width + at] ?? 0) < (plain[row * width + column] ?? 0)) column = at
  const total = plain[row * width + column] ?? 0
  const steps: Step[] = []
  let state: 0 | 1 = 0
  let same = 0
  while (row > 0) {
    const way = from[state][row * width + column]
    const piece = pieces[row - 1]
    if (state === 1) {
      const said = piece?.kind !== 'word' || pieces[row]?.kind !== 'word'
      steps.push({ kind: said ? 'said' : 'left out', word: column - 1 })
      if (way === SKIP) state = 0
      column--
    } else if (way === ADD || way === ADD_SKIPPED) {
      steps.push({ kind: piece?.kind === 'word' ? 'added' : 'said', piece: row - 1 })
      row--
      if (way === ADD_SKIPPED) state = 1
    } else {
      const equal = piece?.bare === words[column - 1]
      if (equal) same++
      const kind = equal ? 'same' : piece?.kind === 'free' ? 'said' : 'changed'
      steps.push({ kind, piece: row - 1, word: column - 1 })
      row--
      column--
      if (way === PAIR_SKIPPED) state = 1
    }
  }
  return { steps: steps.reverse(), same, cost: total }
}
