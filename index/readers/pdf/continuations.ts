/** Paragraphs that go on in the next column, beside a panel, or on the next page become one again. */
import { endsSentence, startsLowerCase } from '../../clean/lines.ts'
import { endsBroken } from '../../clean/hyphens.ts'
import { OPEN_END } from './open-end.ts'
import type { Draft } from './paragraphs.ts'

/** Drafts looked at for the rest of a sentence. */
const FURTHEST = 40
/**
 * Joins drafts in place; what a draft took over is left out of the result. `drafts` are in reading order,
 * and stay so: what goes on over a page's end becomes the last of its page.
 */
export function joinContinued(drafts: readonly Draft[]): Draft[] {
  const kept: { readonly draft: Draft; at: number }[] = []
  const taken = new Set<Draft>()
  for (const [at, draft] of drafts.entries()) {
    if (taken.has(draft)) continue
    const entry = { draft, at }
    kept.push(entry)
    if (draft.closed || draft.kind === 'heading' || draft.kind === 'note') continue
    for (let from = at; ;) {
      const rest = restOf(draft, drafts, from, taken)
      if (rest === undefined) break
      from = drafts.indexOf(rest, from)
      if (entry.at === at && rest.page !== draft.page) entry.at = from - 0.5
      draft.lines.push(...rest.lines)
      taken.add(rest)
    }
  }
  return kept.sort((a, b) => a.at - b.at).map(({ draft }) => draft)
}

function restOf(
  draft: Draft,
  drafts: readonly Draft[],
  at: number,
  taken: ReadonlySet<Draft>,
): Draft | undefined {
  const last = draft.lines.at(-1)
  if (last === undefined || endsSentence(last.text) || /[:;]$/u.test(last.text)) return undefined
  let skipped = false
  for (let next = at + 1; next < Math.min(drafts.length, at + FURTHEST); next++) {
    const other = drafts[next]
    const first = other?.lines[0]
    if (other === undefined || first === undefined || taken.has(other)) continue
    const turned = first.page !== last.page
    if (first.page > last.page + 1) return undefined
    const beside = !turned && other.panel !== draft.panel
    const under = first.top >= last.top && first.top - last.bottom < last.size
    const small = first.size < last.size * 0.93 && other.kind !== 'heading' && !under
    if (beside || small || other.kind === 'note') {
      skipped = true
      continue
    }
    // The next of the same text decides.
    const alike =
      other.kind === 'text' &&
      !other.closed &&
      Math.abs(first.size - last.size) <= last.size * 0.06 &&
      (first.lead.bold === last.bold || first.bold === last.bold)
    const moved = turned || skipped || first.top < last.top || first.left > last.right
    return alike && goesOn(last.text, first.text, moved && isFull(draft)) ? other : undefined
  }
  return undefined
}

function goesOn(end: string, start: string, full: boolean): boolean {
  if (/^[•●]/u.test(start)) return false
  if (endsBroken(end)) return true
  if (startsLowerCase(start)) return true
  if (OPEN_END.test(end)) return /^[\p{L}\p{N}"“(]/u.test(start)
  return full && /^[\p{L}\p{N}"“(]/u.test(start) && end.length >= 40
}

/** Whether the last line reaches as far to the right as the others. */
function isFull({ lines }: Draft): boolean {
  const last = lines.at(-1)
  if (last === undefined || lines.length < 2) return false
  const right = Math.max(...lines.slice(-6).map((line) => line.right))
  return last.right >= right - last.size * 3
}
