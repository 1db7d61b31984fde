/** What a document may be called, whose it may be, when it may have come out: each with why, the surest first. */
import type { Evidence } from './evidence.ts'
import { squeezed } from './organisations.ts'

export interface Candidate {
  readonly value: string
  /** Of how sure a sign it is, 0 to 100. */
  readonly score: number
  /** For a person: where it stands. */
  readonly reason: string
  /** It is the document's own word, not told from how its text reads. */
  readonly stated?: true
}

/** What two signs say is surer than what one says: so much for each further one. */
const AGREED = 4
const MOST_AGREED = 12
const SUREST = 100

/** The surest first, each value once with all that speaks for it; of equals the one that was found first. */
export function ranked(candidates: Iterable<Candidate>): Candidate[] {
  const byValue = Map.groupBy(candidates, ({ value }) => squeezed(value))
  return [...byValue.values()].map(together).sort((a, b) => b.score - a.score)
}

function together(found: readonly Candidate[]): Candidate {
  const best = found.reduce((a, b) => (b.score > a.score ? b : a))
  const reasons = new Set([best.reason, ...found.map(({ reason }) => reason)])
  const agreed = Math.min(MOST_AGREED, (reasons.size - 1) * AGREED)
  return {
    value: best.value,
    score: Math.min(Math.max(SUREST, best.score), best.score + agreed),
    reason: [...reasons].join('; '),
    ...(found.some(({ stated }) => stated === true) && { stated: true as const }),
  }
}

/** So many of each field are kept for whoever asks why. */
const MOST_KEPT = 3
const LONGEST = 160

export const evidenceOf = (
  field: Evidence['field'],
  candidates: readonly Candidate[],
): Evidence[] =>
  candidates.slice(0, MOST_KEPT).map(({ value, score, reason }) => ({
    field,
    value: value.slice(0, LONGEST),
    score,
    reason: reason.slice(0, LONGEST),
  }))
