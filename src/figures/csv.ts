/** Figures as a table for spreadsheets: RFC 4180, one row a figure, no cell that is run as a formula. */
import { stringify } from 'csv-stringify/sync'
import { inertText } from '../inert.ts'
import type { Figure, FigureGroup, FigureLine, Figures } from '../reply.ts'
import { labelWordings } from './describe.ts'

interface Row {
  readonly group: FigureGroup
  readonly line: FigureLine
  readonly figure: Figure
}

type Value = string | number | undefined

/** Header → cell. */
const COLUMNS: Readonly<Record<string, (row: Row) => Value>> = {
  line: ({ line }) => line.line,
  group: ({ group }) => group.label,
  related: ({ group }) => (group.related ? 'yes' : 'no'),
  value: ({ figure: { amount } }) => (amount.kind === 'range' ? undefined : amount.value),
  low: ({ figure: { amount } }) => (amount.kind === 'range' ? amount.low : undefined),
  high: ({ figure: { amount } }) => (amount.kind === 'range' ? amount.high : undefined),
  vague: ({ figure: { amount } }) => (amount.kind === 'vague' ? 'yes' : 'no'),
  relation: ({ figure }) => figure.qualifier?.relation,
  qualifier: ({ figure }) => figure.qualifier?.wording,
  wording: ({ figure }) => figure.wording,
  unit: ({ figure }) => figure.unit.name ?? figure.unit.kind,
  per: ({ figure }) => figure.unit.per,
  counted: ({ figure }) => figure.counted,
  event: ({ figure }) => figure.event?.kind,
  event_wording: ({ figure }) => figure.event?.wording,
  period: ({ figure }) => figure.period?.wording,
  from: ({ figure }) => figure.period?.from,
  to: ({ figure }) => figure.period?.to,
  place: ({ figure }) => figure.place?.wording,
  says: ({ figure }) => figure.attribution.map(({ speaker }) => speaker).join('; '),
  stance: ({ figure }) => figure.attribution.map(({ stance }) => stance).join('; '),
  part_of: ({ line }) => line.partOf,
  labels: ({ line }) =>
    labelWordings(line)
      .map(({ kind, text }) => `${kind}: ${text}`)
      .join('; '),
  source: ({ figure }) => figure.source,
  quote: ({ figure }) => figure.quote.text,
  document: ({ figure }) => figure.quote.citation.document,
  kind: ({ figure }) => figure.quote.citation.kind,
  retells: ({ figure }) => figure.quote.citation.source?.title,
  title: ({ figure }) => figure.quote.citation.title.value,
  publisher: ({ figure }) => figure.quote.citation.publisher?.value,
  published: ({ figure }) => figure.quote.citation.date?.value,
  section: ({ figure }) => figure.quote.citation.section,
  url: ({ figure }) => figure.quote.citation.url,
}

export function toCsv({ groups }: Figures): string {
  const rows = groups.flatMap((group) =>
    group.lines.flatMap((line) => line.figures.map((figure): Row => ({ group, line, figure }))),
  )
  return stringify(
    rows.map((row) => Object.values(COLUMNS).map((cell) => cellOf(cell(row)))),
    {
      header: true,
      columns: Object.keys(COLUMNS),
      bom: true,
      record_delimiter: 'windows',
    },
  )
}

/** A spreadsheet takes these at the start of a cell for a formula, white space before them or not. */
const FORMULA = /^[\s\u{feff}]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]/u

/** Numbers stay numbers, a negative one too; text is made inert and cannot begin a formula. */
function cellOf(value: Value): string | number {
  if (typeof value === 'number') return value
  const text = inertText(value ?? '')
  return FORMULA.test(text) ? `'${text}` : text
}
