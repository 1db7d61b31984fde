/** Places as columns: a table has hundreds of thousands, whose labels differ in a number at their end. */
import type { Locator } from '../document.ts'
import { type ColumnReader, type ColumnWriter, Cursor } from './columns.ts'
import { isStep, type Steps } from './steps.ts'

const KINDS = ['page', 'row'] as const
/** "Sheet1, row 12" → "Sheet1, row " and 12; what would not come back the same is all beginning. */
const NUMBERED = /^(?<beginning>.*?)(?<number>[1-9]\d{0,8})$/su
const NO_NUMBER = 0

export function writePlaces(to: ColumnWriter, lists: readonly (readonly Locator[])[]): void {
  const beginnings = new Map<string, number>()
  const numbers: number[] = []
  for (const places of lists)
    for (const { kind, label, start } of places) {
      const { beginning = label, number = '' } = NUMBERED.exec(label)?.groups ?? {}
      const at = beginnings.get(beginning) ?? beginnings.size
      beginnings.set(beginning, at)
      numbers.push(KINDS.indexOf(kind), at, Number(number) || NO_NUMBER, start)
    }
  to.numbers(lists.map(({ length }) => length))
  to.texts([...beginnings.keys()])
  to.numbers(numbers)
}

export function* readPlaces(from: ColumnReader): Steps<Locator[][]> {
  const counts = from.numbers()
  const beginnings = from.texts()
  const numbers = new Cursor(from.numbers())
  const lists: Locator[][] = []
  let done = 0
  for (const count of counts) {
    const places: Locator[] = []
    for (let left = count; left > 0; left--) {
      const kind = KINDS[numbers.next()] ?? 'page'
      const beginning = beginnings[numbers.next()] ?? ''
      const number = numbers.next()
      const label = number === NO_NUMBER ? beginning : `${beginning}${number}`
      places.push({ kind, label, start: numbers.next() })
      if (isStep(++done)) yield
    }
    lists.push(places)
  }
  return lists
}
