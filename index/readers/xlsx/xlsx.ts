/** XLSX → tables whose rows can be quoted, sheet by sheet. */
import { type Reader, single, Unreadable } from '../reading.ts'
import { EMPTY_EXPORT, isEmptyExport, type Sheet, tableReading } from '../table/tables.ts'
import { coreOf } from '../zip/core.ts'
import { Zip } from '../zip/zip.ts'
import { readRows } from './sheet.ts'
import { readWorkbook } from './workbook.ts'

/** Sheets hold a word once and use it a million times; no sheet for people shows as much as this. */
const MOST_CHARACTERS = 30e6

export const readXlsxFile: Reader = ({ bytes }) => {
  const zip = new Zip(bytes)
  const workbook = readWorkbook(zip)
  if (workbook === undefined)
    throw new Unreadable('has no sheets that can be read; save it again as .xlsx or as CSV')
  const notes: string[] = []
  const sheets: Sheet[] = []
  const budget = { left: MOST_CHARACTERS }
  for (const { name, hidden, path } of workbook.sheets) {
    if (hidden) {
      notes.push(`sheet “${name}” is hidden and was left out; show it and save to have it read`)
      continue
    }
    const part = zip.read(path)
    if (part === undefined) {
      notes.push(`sheet “${name}” is missing from the file; save it again`)
      continue
    }
    sheets.push({ name, ...readRows(part, path, workbook, budget) })
  }
  if (sheets.length > 0 && isEmptyExport(sheets))
    return Promise.resolve({ reason: [EMPTY_EXPORT, ...notes].join('; ') })
  const core = coreOf(zip)
  return Promise.resolve(single({ ...tableReading(sheets, core.stated), ...core }, notes))
}
