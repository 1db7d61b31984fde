/** Drafts → the document's text, with a line for every line of its pages, and the blocks in it. */
import type { Block } from '../../clean/blocks.ts'
import { endsBroken, keepsHyphen, wordsOf } from '../../clean/hyphens.ts'
import { without } from '../../clean/spans.ts'
import type { Locator, Span } from '../../document.ts'
import { bulletLength } from './bullets.ts'
import { holdsFigure } from './digits.ts'
import { marksIn, noteMarks } from './notes.ts'
import { Grid, type LooseCell } from '../table/grid.ts'
import { withTables } from '../table/with-tables.ts'
import type { Draft, DraftRow, Line } from './paragraphs.ts'

export interface PageText {
  /** As a reader finds it. */
  readonly label: string
  /** Headers, footers and what else is no part of the running text. */
  readonly head: readonly string[]
  readonly foot: readonly string[]
}

export interface Written {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly places: readonly Locator[]
}

/** `drafts` are in reading order; a draft's lines may stand on several pages. */
export function writeText(pages: readonly PageText[], drafts: readonly Draft[]): Written {
  const spans = new Map<Line, Span>()
  const places: Locator[] = []
  const pieces: string[] = []
  let length = 0
  const put = (text: string): void => {
    pieces.push(text)
    length += text.length
  }
  const byPage = linesByPage(drafts)
  for (const [at, { label, head, foot }] of pages.entries()) {
    places.push({ kind: 'page', label, start: length })
    for (const line of head) put(`${line}\n`)
    if (head.length > 0) put('\n')
    for (const group of byPage.get(at) ?? []) {
      for (const line of group) {
        spans.set(line, { start: length, end: length + line.text.length })
        put(`${line.text}\n`)
      }
      put('\n')
    }
    for (const line of foot) put(`${line}\n`)
    if (foot.length > 0) put('\n')
  }
  const text = pieces.join('')
  return { text, blocks: toBlocks(text, drafts, spans), places }
}

function linesByPage(drafts: readonly Draft[]): Map<number, Line[][]> {
  const byPage = new Map<number, Line[][]>()
  for (const { lines } of drafts) {
    const own = new Map<number, Line[]>()
    for (const line of lines) own.set(line.page, [...(own.get(line.page) ?? []), line])
    for (const [page, group] of own) {
      const groups = byPage.get(page)
      if (groups === undefined) byPage.set(page, [group])
      else groups.push(group)
    }
  }
  return byPage
}

function toBlocks(
  text: string,
  drafts: readonly Draft[],
  spansOf: ReadonlyMap<Line, Span>,
): Block[] {
  const all = drafts.flatMap(({ lines }) => lines)
  const words = wordsOf(
    all.map((line) => ({ ...(spansOf.get(line) ?? NOWHERE), trimmed: line.text })),
  )
  const notes = noteMarks(drafts)
  const tables = new Map<object, { readonly grid: Grid; readonly blocks: number[] }>()
  let count = 0
  const blocks = drafts.flatMap((draft): Block[] => {
    if (draft.kind === 'note') return []
    const spans = draftSpans(draft, spansOf, words, notes)
    if (draft.row !== undefined) {
      const table = tables.get(draft.row.table) ?? { grid: new Grid(), blocks: [] }
      tables.set(draft.row.table, table)
      table.grid.add(looseCells(draft.row, draft.lines[0], spansOf, notes))
      table.blocks.push(count)
    }
    count += 1
    if (draft.kind !== 'heading') return [{ kind: draft.kind, spans }]
    const heading: Block = { kind: 'heading', spans, level: draft.level ?? 1 }
    // A heading is no quote; one that states a figure is a line of its own as well.
    const states = holdsFigure(spans.map(({ start, end }) => text.slice(start, end)).join(''))
    if (states) count += 1
    return states ? [heading, { kind: 'list', spans }] : [heading]
  })
  return withTables(
    text,
    blocks,
    [...tables.values()].map(({ grid, blocks: own }) => ({ rows: grid.rows, blocks: own })),
  )
}

/** The cells of a row, the marks of notes cut. */
function looseCells(
  { cells }: DraftRow,
  line: Line | undefined,
  spansOf: ReadonlyMap<Line, Span>,
  notes: ReadonlySet<string>,
): LooseCell[] {
  if (line === undefined) return []
  const { start } = spansOf.get(line) ?? NOWHERE
  const cuts = marksIn(line, notes).map((mark) => ({
    start: start + mark.start,
    end: start + mark.end,
  }))
  return cells.map(({ start: from, end, column, width, height }) => ({
    text: line.text.slice(from, end),
    spans: without([{ start: start + from, end: start + end }], cuts),
    column,
    width,
    height,
  }))
}

const NOWHERE: Span = { start: 0, end: 0 }

/** The lines' stretches as one paragraph: broken words mended, bullets and marks of notes cut. */
function draftSpans(
  draft: Draft,
  spansOf: ReadonlyMap<Line, Span>,
  words: ReadonlySet<string>,
  notes: ReadonlySet<string>,
): Span[] {
  const spans: Span[] = []
  const cuts: Span[] = []
  for (const [at, line] of draft.lines.entries()) {
    const { start, end } = spansOf.get(line) ?? NOWHERE
    const bullet = at === 0 && draft.kind !== 'text' ? bulletLength(line.text) : 0
    for (const mark of marksIn(line, notes))
      cuts.push({ start: start + mark.start, end: start + mark.end })
    const next = draft.lines[at + 1]
    const from = start + bullet
    if (next === undefined) spans.push({ start: from, end })
    else if (endsBroken(line.text)) {
      const keeps =
        !line.text.endsWith('\u00AD') && keepsHyphen(line.text.slice(0, -1), next.text, words)
      spans.push({ start: from, end: end - (keeps ? 0 : 1) })
    } else {
      // The line end after it stands for a space.
      spans.push({ start: from, end: /\S—$/u.test(line.text) ? end : end + 1 })
    }
  }
  return joinTouching(without(spans, cuts))
}

function joinTouching(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last !== undefined && last.end === span.start)
      joined[joined.length - 1] = { start: last.start, end: span.end }
    else joined.push(span)
  }
  return joined
}
