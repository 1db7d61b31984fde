/** Figures → a chart for Vega: rows of text on the left, values on an axis from zero on the right. */
import type { Mark, Scale, Spec } from 'vega'
import type { Figures } from '../../src/reply.ts'
import { wordingsIn } from '../../src/wordings/in-language.ts'
import type { Wordings } from '../../src/wordings/wordings.ts'
import { type ChartRow, type Panel, panelsOf, readable } from './chart-rows.ts'
import { sourcesOf } from '../../src/figures/sources.ts'
import { breakLines } from './text-width.ts'
import { documentLine } from '../../src/figures/who.ts'

export const FONT = 'DejaVu Sans Condensed'

const WIDTH = 1000
const TEXT = 380
const INDENT = 30
/** Kept free for the wording right of the outermost mark. */
const WORDING = 210
const SCALE = WIDTH - TEXT - WORDING
const SIZE = 14
const SMALL = 12
const LEADING = 1.35
const ROW_GAP = 12
const AXIS = 58
const ARROW = 34

const INK = '#1b1b1b'
const GREY = '#5a5a5a'
const PLAIN = '#1f5a93'
const CONFLICT = '#b3261e'

/** Largest over smallest value beyond which an axis is drawn logarithmic, and says so. */
const LOGARITHMIC = 1000

export function chartOf(reply: Figures): Spec {
  const plots: Mark[] = []
  const words: Word[] = []
  const { figures: told, references } = wordingsIn(reply.language)
  const { panels, left } = panelsOf(reply, told)
  let y = write(words, told.heading(readable(reply.question)), 0, { size: 20, bold: true })
  y = write(words, told.legend, y + 4, { size: SMALL, color: GREY }) + 10
  for (const panel of panels) y = drawPanel(plots, words, panel, y) + 10
  if (left > 0) y = write(words, told.notDrawn(left), y, { size: SMALL, color: GREY })
  for (const [document, sources] of documentsOf(reply, references)) {
    const numbers = sources.map((source) => `[${source}]`).join(' ')
    y = write(words, `${numbers} ${readable(document)}`, y + 2, { size: SMALL, color: GREY })
  }
  return {
    $schema: 'https://vega.github.io/schema/vega/v6.json',
    width: WIDTH,
    height: Math.ceil(y),
    padding: 28,
    autosize: 'none',
    background: 'white',
    config: { text: { font: FONT }, axis: { labelFont: FONT } },
    data: [{ name: 'words', values: words }],
    marks: [...plots, WORDS],
  }
}

/** What a document is called → the numbers of its quotes. */
function documentsOf(reply: Figures, words: Wordings['references']): Map<string, number[]> {
  const documents = new Map<string, number[]>()
  for (const { source, quote } of sourcesOf(reply)) {
    const name = documentLine(quote.citation, words)
    documents.set(name, [...(documents.get(name) ?? []), source])
  }
  return documents
}

interface Style {
  readonly size: number
  readonly color?: string
  readonly bold?: boolean
  readonly x?: number
  readonly width?: number
  readonly most?: number
}

/** A line of text. As data, since Vega looks a bare text up among an object's properties: “toString”. */
interface Word {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
  readonly color: string
  readonly weight: 'bold' | 'normal'
}

const WORDS: Mark = {
  type: 'text',
  from: { data: 'words' },
  encode: {
    enter: {
      x: { field: 'x' },
      y: { field: 'y' },
      text: { field: 'text' },
      fontSize: { field: 'size' },
      fill: { field: 'color' },
      fontWeight: { field: 'weight' },
      baseline: { value: 'alphabetic' },
    },
  },
}

/** Adds lines of text and returns where they end. */
function write(
  words: Word[],
  text: string,
  top: number,
  { size, color = INK, bold = false, x = 0, width = WIDTH, most = 4 }: Style,
): number {
  let y = top
  for (const line of breakLines(text, width - x, size, most)) {
    y += size * LEADING
    const weight = bold ? 'bold' : 'normal'
    words.push({ text: line, x, y: y - size * 0.35, size, color, weight })
  }
  return y
}

interface Placed extends ChartRow {
  readonly y: number
}

function drawPanel(plots: Mark[], words: Word[], { unit, groups }: Panel, top: number): number {
  const rows: Placed[] = []
  let y = top
  for (const { label, rows: own } of groups) {
    y = write(words, label, y + 8, { size: 15, bold: true, width: TEXT - 20, most: 3 }) + 4
    for (const row of own) {
      const start = y
      y = writeRow(words, row, y)
      rows.push({ ...row, y: start - top + (SIZE * LEADING) / 2 + 2 })
      y += ROW_GAP
    }
  }
  const { mark, log } = plot(rows, top, y - top)
  plots.push(mark)
  const scale = log ? `${unit} (logarithmic scale: each step is many times the one before)` : unit
  write(words, scale, y + 26, { size: SMALL, x: TEXT, most: 1 })
  return y + AXIS
}

/** The words on the left of a row. */
function writeRow(words: Word[], row: ChartRow, top: number): number {
  const indent = row.part ? 22 : 0
  const at = { width: TEXT - 24, x: INDENT + indent }
  write(words, String(row.line), top, { size: SIZE, bold: true, x: indent })
  let y = write(words, row.counted || row.value, top, { size: SIZE, most: 2, ...at })
  y = write(words, row.who, y, { size: SMALL, color: GREY, most: 3, ...at })
  for (const { conflict, text } of row.labels)
    y = write(words, conflict ? `≠ ${text}` : text, y, {
      size: SMALL,
      color: conflict ? CONFLICT : GREY,
      bold: conflict,
      most: 3,
      ...at,
    })
  return y
}

function plot(rows: readonly Placed[], top: number, height: number): { mark: Mark; log: boolean } {
  const { scale, log } = scaleOf(rows)
  const values = rows.map((row) => ({
    ...row,
    lines: breakLines(row.value, WORDING - ARROW - 24, SIZE, 2),
    color: row.conflict ? CONFLICT : PLAIN,
    shape: row.about ? 'diamond' : 'circle',
    from: log && row.low <= 0 ? row.high : row.low,
    after: (row.open === 'right' ? ARROW + 8 : 0) + 14,
  }))
  const only = (name: string, expr: string) => ({
    name,
    source: 'rows',
    transform: [{ type: 'filter' as const, expr }],
  })
  const mark: Mark = {
    type: 'group',
    encode: {
      enter: {
        x: { value: TEXT },
        y: { value: top },
        width: { value: SCALE },
        height: { value: height },
      },
    },
    data: [
      { name: 'rows', values },
      only('ranges', 'datum.low !== datum.high'),
      only('points', 'datum.low === datum.high'),
      only('right', "datum.open === 'right'"),
      only('left', "datum.open === 'left'"),
    ],
    // Grid lines are as long as these say.
    signals: [
      { name: 'width', value: SCALE },
      { name: 'height', value: height },
    ],
    scales: [scale],
    axes: [axisOf(log)],
    marks: [
      ruleFrom('ranges', 7, { x: 'from', x2: 'high' }),
      ...arrow('right', 'high', ARROW),
      ...arrow('left', 'from', -ARROW),
      {
        type: 'symbol',
        from: { data: 'points' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'high' },
            y: { field: 'y' },
            size: { value: 110 },
            shape: { field: 'shape' },
            fill: { field: 'color' },
          },
        },
      },
      // A halo first, so that no grid line runs through the words.
      valueText({ stroke: { value: 'white' }, strokeWidth: { value: 5 } }),
      valueText({}),
    ],
  }
  return { mark, log }
}

function valueText(halo: Readonly<Record<string, { value: string | number }>>): Mark {
  return {
    type: 'text',
    from: { data: 'rows' },
    encode: {
      enter: {
        x: { scale: 'x', field: 'high', offset: { field: 'after' } },
        y: { field: 'y', offset: SIZE * 0.35 },
        text: { field: 'lines' },
        lineHeight: { value: SIZE * LEADING },
        fontSize: { value: SIZE },
        fontWeight: { value: 'bold' },
        fill: { field: 'color' },
        baseline: { value: 'alphabetic' },
        ...halo,
      },
    },
  }
}

function ruleFrom(data: string, width: number, ends: { x: string; x2: string }): Mark {
  return {
    type: 'rule',
    from: { data },
    encode: {
      enter: {
        x: { scale: 'x', field: ends.x },
        x2: { scale: 'x', field: ends.x2 },
        y: { field: 'y' },
        stroke: { field: 'color' },
        strokeWidth: { value: width },
      },
    },
  }
}

/** A whisker with a head: the true number may lie beyond. */
function arrow(data: string, field: string, length: number): Mark[] {
  return [
    {
      type: 'rule',
      from: { data },
      encode: {
        enter: {
          x: { scale: 'x', field },
          x2: { scale: 'x', field, offset: length },
          y: { field: 'y' },
          stroke: { field: 'color' },
          strokeWidth: { value: 2 },
        },
      },
    },
    {
      type: 'symbol',
      from: { data },
      encode: {
        enter: {
          x: { scale: 'x', field, offset: length },
          y: { field: 'y' },
          shape: { value: length > 0 ? 'triangle-right' : 'triangle-left' },
          size: { value: 90 },
          fill: { field: 'color' },
        },
      },
    },
  ]
}

/** From zero, unless the values are so far apart that only a logarithmic axis shows them all. */
function scaleOf(rows: readonly ChartRow[]): { scale: Scale; log: boolean } {
  const values = rows.flatMap(({ low, high }) => [low, high])
  const most = Math.max(0, ...values)
  const least = Math.min(0, ...values)
  const smallest = Math.min(...values)
  const log = smallest > 0 && most / smallest > LOGARITHMIC
  const range = [0, SCALE]
  if (log) {
    const domain = [10 ** Math.floor(Math.log10(smallest)), most]
    return { scale: { name: 'x', type: 'log', domain, range, nice: true }, log }
  }
  const domain = [least, most === least ? 1 : most]
  return { scale: { name: 'x', type: 'linear', domain, range, nice: true, zero: true }, log }
}

function axisOf(log: boolean) {
  return {
    orient: 'bottom' as const,
    scale: 'x',
    grid: true,
    gridColor: '#e4e4e4',
    tickCount: log ? 4 : 5,
    labelFontSize: SMALL,
    labelOverlap: true,
    encode: {
      labels: {
        update: {
          text: {
            signal:
              "abs(datum.value) < 1e5 ? format(datum.value, ',') : replace(format(datum.value, '.3~s'), 'G', 'bn')",
          },
        },
      },
    },
  }
}
