/** CSV and its kin → rows: the delimiter is told from the text, ragged rows and loose quotes are taken as they are. */
import { CsvError, parse } from 'csv-parse/sync'
import { decode } from '../decode.ts'
import { type Reader, single } from '../reading.ts'
import { textReading } from '../text.ts'
import { EMPTY_EXPORT, isEmptyExport, type Row, tableReading } from './tables.ts'

/** Commas also part words and decimals: they are the last guess. */
const DELIMITERS = ['\t', ';', '|', ','] as const
type Delimiter = (typeof DELIMITERS)[number]

const SAMPLE = 64_000
const SAMPLE_ROWS = 100
/** Text without delimiters is a list of one column while its lines are no paragraphs. */
const LONGEST_LINE = 200

export const readCsvFile: Reader = ({ bytes }) => {
  const decoded = decode(bytes)
  if (decoded === undefined)
    return Promise.resolve({ reason: 'a binary file, not a table; save it as CSV or .xlsx' })
  const notes = decoded.note === undefined ? [] : [decoded.note]
  const { text, stated } = withoutHead(decoded.text)
  const delimiter = stated ?? delimiterOf(text)
  if (delimiter === undefined) {
    const { reading, problems } = textReading(decoded.text)
    return Promise.resolve(
      single(reading, [
        ...notes,
        ...problems,
        'named as a table, but has no columns; read as text',
      ]),
    )
  }
  const { rows, note } = readRows(text, delimiter, stated === undefined ? 1 : 2)
  if (isEmptyExport([{ rows }])) return Promise.resolve({ reason: EMPTY_EXPORT })
  return Promise.resolve(
    single(tableReading([{ rows }], {}), note === undefined ? notes : [...notes, note]),
  )
}

/** The byte-order mark, and `sep=;`, by which a spreadsheet is told the delimiter. */
function withoutHead(text: string): { text: string; stated?: string } {
  const [head = '', stated] = /^\uFEFF?(?:sep=(.)(?:\r\n|\r|\n))?/iu.exec(text) ?? []
  return { text: text.slice(head.length), ...(stated !== undefined && { stated }) }
}

/** The first that cuts nearly every row into as many cells; `undefined` when the text is prose. */
function delimiterOf(text: string): Delimiter | undefined {
  const sample = text.slice(0, SAMPLE)
  const cut = sample.length < text.length ? sample.slice(0, sample.lastIndexOf('\n') + 1) : sample
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(cut, delimiter) }))
  const even = scores.find(({ score }) => score >= 0.9)
  if (even !== undefined) return even.delimiter
  const lines = cut.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== '')
  const ended = lines.filter((line) => /[.!?]["”]?$/u.test(line.trim())).length
  if (ended > lines.length / 2 || lines.some((line) => line.length > LONGEST_LINE)) return undefined
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score > 0 ? best.delimiter : ','
}

/** Share of the rows that have the commonest number of cells, where that is more than one. */
function evenness(sample: string, delimiter: Delimiter): number {
  const rows =
    records(sample, delimiter, SAMPLE_ROWS) ?? records(sample, delimiter, SAMPLE_ROWS, false)
  const counts = new Map<number, number>()
  let total = 0
  for (const { length, 0: first = '' } of rows ?? []) {
    if (length === 1 && first.trim() === '') continue
    total++
    if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  }
  return total === 0 ? 0 : Math.max(0, ...counts.values()) / total
}

function readRows(
  text: string,
  delimiter: string,
  firstRow: number,
): { rows: Row[]; note?: string } {
  const quoted = records(text, delimiter)
  const rows = (quoted ?? records(text, delimiter, undefined, false) ?? []).map((cells, at) => ({
    number: at + firstRow,
    cells,
  }))
  if (quoted !== undefined) return { rows }
  return {
    rows,
    note: 'a quotation mark in it is never closed, so quotes were read as text; close it and add the file again',
  }
}

/** `undefined` when a quotation mark is never closed. */
function records(
  text: string,
  delimiter: string,
  to?: number,
  quotes = true,
): string[][] | undefined {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      quote: quotes ? '"' : false,
      ...(to !== undefined && { to }),
    })
  } catch (error) {
    if (quotes && error instanceof CsvError) return undefined
    throw error
  }
}
