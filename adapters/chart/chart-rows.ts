/** What a chart draws: a row a line, with the ends of its value and the words beside it. */
import { inertText } from '../../src/inert.ts'
import type { Figure, FigureGroup, FigureLine, Figures } from '../../src/reply.ts'
import { standingsAt } from '../../src/figures/standing.ts'
import { whoSays } from '../../src/figures/who.ts'
import type { Wordings } from '../../src/wordings/wordings.ts'

type Told = Wordings['figures']

export interface ChartRow {
  readonly line: number
  readonly part: boolean
  /** Values of the axis; equal unless it is a range. */
  readonly low: number
  readonly high: number
  /** Where the true number may lie beyond: "more than 300" is open to the right. */
  readonly open: 'left' | 'right' | 'none'
  readonly about: boolean
  readonly conflict: boolean
  /** The figure as written. */
  readonly value: string
  readonly counted: string
  readonly who: string
  readonly labels: readonly { readonly conflict: boolean; readonly text: string }[]
}

/** Figures of one unit, which share an axis. */
export interface Panel {
  readonly unit: string
  readonly groups: readonly { readonly label: string; readonly rows: readonly ChartRow[] }[]
}

/** So many rows can be read in one picture. */
const MOST_ROWS = 40
const MOST_SPEAKERS = 3

export function panelsOf({ groups }: Figures, words: Told): { panels: Panel[]; left: number } {
  const panels = new Map<string, { of: FigureGroup; label: string; rows: ChartRow[] }[]>()
  let rows = 0
  let left = 0
  for (const group of groups)
    for (const line of group.lines) {
      const row = rowOf(line, group, words)
      if (rows >= MOST_ROWS || row === undefined) {
        left++
        continue
      }
      rows++
      const unit = unitOf(line.figures[0])
      const panel = panels.get(unit) ?? []
      panels.set(unit, panel)
      const last = panel.at(-1)
      if (last?.of === group) last.rows.push(row)
      else panel.push({ of: group, label: labelOf(group, words), rows: [row] })
    }
  return { panels: [...panels].map(([unit, found]) => ({ unit, groups: found })), left }
}

const labelOf = ({ label, related }: FigureGroup, words: Told): string =>
  readable(related ? words.related(label) : label)

/** What XML cannot hold goes, too. */
export const readable = (text: string): string => inertText(text).replace(/[\ufffe\uffff]/gu, '')

function rowOf(line: FigureLine, group: FigureGroup, words: Told): ChartRow | undefined {
  const [first] = line.figures
  if (first === undefined) return undefined
  const { amount, qualifier } = first
  const [low, high] =
    amount.kind === 'range' ? [amount.low, amount.high] : [amount.value, amount.value]
  if (![low, high].every(drawable)) return undefined
  return {
    line: line.line,
    part: line.partOf !== undefined,
    low,
    high,
    open: openOf(amount.kind === 'vague', qualifier?.relation),
    about: qualifier?.relation === '~',
    conflict: line.labels.some(({ kind }) => kind === 'contradiction'),
    value: readable(first.wording),
    counted: readable(countedOf(line)),
    who: readable([speakersOf(line, words), ...periodsOf(line)].join(' · ')),
    labels: standingsAt(group, line, words).map(({ kind, text }) => ({
      conflict: kind === 'contradiction',
      text: readable(text),
    })),
  }
}

/** An axis that reaches further runs out of the numbers its ticks are counted in. */
const drawable = (value: number): boolean =>
  value === 0 || (Math.abs(value) >= 1e-9 && Math.abs(value) <= 1e18)

function openOf(vague: boolean, relation: string | undefined): ChartRow['open'] {
  if (vague || relation === '≥' || relation === '>') return 'right'
  return relation === '≤' || relation === '<' ? 'left' : 'none'
}

const countedOf = ({ figures }: FigureLine): string =>
  [...new Set(figures.flatMap(({ counted, event }) => counted ?? event?.wording ?? []))]
    .slice(0, MOST_SPEAKERS)
    .join(' / ')

/** "[2] Ministry (claims), [1] River Watch": a number must not be cut off. */
function speakersOf({ figures }: FigureLine, words: Told): string {
  const speakers = new Map<string, Set<number>>()
  for (const figure of figures) {
    const who = whoSays(figure, words)
    speakers.set(who, (speakers.get(who) ?? new Set()).add(figure.source))
  }
  const told = [...speakers].map(
    ([who, sources]) => `${[...sources].map((source) => `[${source}]`).join('')} ${who}`,
  )
  const rest = told.length - MOST_SPEAKERS
  return [...told.slice(0, MOST_SPEAKERS), ...(rest > 0 ? [words.more(rest)] : [])].join(', ')
}

const periodsOf = ({ figures }: FigureLine): string[] =>
  [...new Set(figures.flatMap(({ period }) => period?.wording ?? []))].slice(0, MOST_SPEAKERS)

const UNITS: Readonly<Record<string, string>> = {
  count: 'number',
  percent: 'percent',
  points: 'percentage points',
  ratio: 'share',
  multiple: 'times',
}

function unitOf(figure: Figure | undefined): string {
  if (figure === undefined) return ''
  const { kind, name, per } = figure.unit
  const unit = name ?? UNITS[kind] ?? kind
  return readable(per === undefined ? unit : `${unit}, ${per}`)
}
