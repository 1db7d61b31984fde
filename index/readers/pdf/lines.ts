/** Fragments → lines. */
import { type Fragment, joinFragments } from './fragments.ts'
import { beside } from './matrix.ts'

/** Fragments on one height are one line. */
export function toLines(fragments: readonly Fragment[]): Fragment[] {
  const lines: Fragment[][] = []
  for (const fragment of [...fragments].sort((a, b) => a.base - b.base)) {
    const line = lines.findLast((other) => other.some((each) => beside(each, fragment) >= 0.5))
    if (line === undefined) lines.push([fragment])
    else line.push(fragment)
  }
  return lines
    .map((line) =>
      joinFragments(
        line.sort((a, b) => a.left - b.left),
        ' ',
      ),
    )
    .sort((a, b) => a.base - b.base)
}
