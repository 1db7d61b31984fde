/** The numbers of lines at the side of a page, as transcripts and drafts have them: no part of the text. */
import type { Fragment } from './fragments.ts'

/** Fewer are a list. */
const LEAST = 8

export function lineNumbers(fragments: readonly Fragment[]): ReadonlySet<Fragment> {
  const numbers = fragments
    .filter(({ text }) => /^\d{1,3}$/u.test(text))
    .sort((a, b) => a.base - b.base)
  if (numbers.length < LEAST) return NONE
  const left = Math.min(...fragments.map((fragment) => fragment.left))
  const column = numbers.filter((number) => number.left - left < number.size * 2.5)
  const run: Fragment[] = []
  let step = 0
  for (const number of column) {
    const value = Number(number.text)
    const last = run.at(-1)
    const by = last === undefined ? 0 : value - Number(last.text)
    // Every line has one, or every fifth.
    if (last !== undefined && (by < 1 || by > 10 || (step !== 0 && by !== step))) return NONE
    if (last !== undefined) step = by
    run.push(number)
  }
  // In a table, the numbers of rows stand under a name and beside cells.
  const first = run[0]
  return run.length >= LEAST && (first?.text === '1' || first?.text === '5') ? new Set(run) : NONE
}

const NONE: ReadonlySet<Fragment> = new Set()
