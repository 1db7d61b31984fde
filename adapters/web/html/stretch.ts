/** A document's own words as HTML: inert, with what is marked in them and its figures. */
import { inert } from '../../../src/inert.ts'
import { type Html, inline } from './html.ts'

interface Span {
  readonly start: number
  readonly end: number
}

/** Words with the stretches of `marks`, as offsets in them, told apart. */
export function markedWords(text: string, marks: readonly Span[]): Html {
  return inline`${segmentsOf(text, [marks]).map(({ words, within: [mark] }) =>
    mark === undefined ? words : inline`<b class="hit">${words}</b>`,
  )}`
}

export interface Shown {
  readonly text: string
  readonly marks: readonly Span[]
  readonly figures: readonly Span[]
}

/**
 * A stretch of a document that is read: what was quoted marked, figures as buttons that open what is
 * known of them.
 * @param idOf the name of a figure's note, by its number in the stretch
 * @param first whether the first mark is the page's
 */
export function stretchHtml(
  { text, marks, figures }: Shown,
  { idOf, first }: { readonly idOf: (figure: number) => string; readonly first: boolean },
): Html {
  const segments = segmentsOf(text, [marks, figures])
  const shown = segments.map(({ words, within: [, figure] }) =>
    figure === undefined ? words : figureButton(idOf(figure), words),
  )
  const runs = runsOf(segments.map(({ within: [mark] }) => mark))
  return inline`${runs.map(({ from, to, mark }) => {
    const inner = shown.slice(from, to)
    if (mark === undefined) return inline`${inner}`
    return mark === 0 && first
      ? inline`<mark id="quote" tabindex="-1">${inner}</mark>`
      : inline`<mark>${inner}</mark>`
  })}`
}

const figureButton = (id: string, words: string): Html =>
  inline`<button type="button" class="figure" popovertarget="${id}">${words}</button>`

interface Segment {
  readonly words: string
  /** Of each list of spans, the number of the one it lies in. */
  readonly within: readonly (number | undefined)[]
}

/** The text parted wherever a span begins or ends. */
function segmentsOf(text: string, lists: readonly (readonly Span[])[]): Segment[] {
  const { text: words, at } = inert(text)
  const moved = lists.map((spans) =>
    spans.map(({ start, end }) => ({ start: at(start), end: at(end) })),
  )
  const edges = new Set([0, words.length])
  for (const { start, end } of moved.flat()) edges.add(start).add(end)
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index] ?? 0
    return {
      words: words.slice(start, end),
      within: moved.map((spans) => {
        const found = spans.findIndex((span) => span.start <= start && end <= span.end)
        return found === -1 ? undefined : found
      }),
    }
  })
}

/** Neighbours that lie in the same mark. */
function runsOf(
  marks: readonly (number | undefined)[],
): { from: number; to: number; mark: number | undefined }[] {
  const runs: { from: number; to: number; mark: number | undefined }[] = []
  for (const [at, mark] of marks.entries()) {
    const last = runs.at(-1)
    if (last !== undefined && last.mark === mark) last.to = at + 1
    else runs.push({ from: at, to: at + 1, mark })
  }
  return runs
}
