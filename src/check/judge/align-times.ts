/** Which date of the evidence a date of the claim is held against, and how far apart the two are. */
import { compareTimes, type Time, type TimeRelation } from './times.ts'

export interface AlignedTime {
  readonly claim: Time
  readonly evidence: Time
  readonly relation: TimeRelation
}

interface AlignedTimes {
  readonly aligned: readonly AlignedTime[]
  readonly alone: readonly Time[]
}

const BEST: readonly TimeRelation[] = ['same', 'within', 'overlap', 'apart']

export function alignTimes(claim: readonly Time[], evidence: readonly Time[]): AlignedTimes {
  if (evidence.length === 0) return { aligned: [], alone: claim }
  const aligned = claim.flatMap((one) => {
    const compared = evidence.map((other) => ({
      claim: one,
      evidence: other,
      relation: compareTimes(one, other),
    }))
    compared.sort((a, b) => BEST.indexOf(a.relation) - BEST.indexOf(b.relation))
    return compared.slice(0, 1)
  })
  return { aligned, alone: [] }
}

export const isLater = (claim: Time, evidence: Time): boolean =>
  claim.bound === 'after' || claim.bound === 'since'
    ? claim.to >= evidence.from
    : claim.bound === 'before'
      ? false
      : claim.from > evidence.to

/** Whether the claim's last day is after that of the nearest date of the evidence: 1, before it: -1. */
export function nearestEnd(claim: Time, evidence: readonly Time[]): number[] {
  const days = evidence
    .filter((one) => one.yearless === claim.yearless || one.to.slice(4) !== '-12-31')
    .map((one) => {
      const cut = (time: Time): string =>
        one.yearless !== claim.yearless ? time.to.slice(-5) : time.to
      return cut(claim) > cut(one) ? 1 : cut(claim) < cut(one) ? -1 : 0
    })
  return days.length === 0 ? [] : [days.includes(0) ? 0 : (days[0] ?? 0)]
}

/** Years between, at most 5. */
export function gapOf({ claim, evidence, relation }: AlignedTime): number {
  if (relation === 'same' || claim.yearless || evidence.yearless) return 0
  const days = Math.abs(Date.parse(claim.from) - Date.parse(evidence.from)) / 86_400_000
  return Math.min(5, days / 365)
}
