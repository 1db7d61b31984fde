/** Cells that hold a value, told from those that hold a name. */

/** Names of columns are words; years are names as well. */
const YEAR = /^(?:19|20)\d{2}$/u
/** "1,200", "-3.5 %", "$ 12", "2024-05-01", "3/4/2024", "5 (12%)". */
const VALUE = /^[^\p{L}\d]{0,3}\d[\d\s.,:/’'()%*-]*\s?[%€$£]?\)?\*?$/u

/** "21/09/2025", "2025-09-21", "21.9.". */
const DAY = /^(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})?|\d{4}-\d{2}-\d{2})$/u

export const isDay = (text: string): boolean => DAY.test(text.trim())

export const isYear = (text: string): boolean => YEAR.test(text.trim())

export const isValue = (text: string): boolean => {
  const cell = text.trim()
  return cell.length <= 40 && VALUE.test(cell) && !YEAR.test(cell)
}
