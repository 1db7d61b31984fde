/** What a model reaches: right sentences, refusals, and whether its confidence is what it says. */
import { areaUnderCurve } from '../eval/measures.ts'
import type { Outcome } from './learn.ts'

export function report(title: string, outcomes: readonly Outcome[]): string[] {
  const lines = [title]
  for (const [set, its] of Map.groupBy(outcomes, (one) => one.set)) {
    const present = its.filter((one) => one.present && one.answerable)
    const unanswerable = its.filter((one) => !one.answerable)
    const absent = its.filter((one) => !one.present)
    const { threshold, refused } = refusal(present, absent)
    lines.push(
      `  ${set}: ${present.length} questions, first ${share(present, ({ first }) => first)}, ` +
        `within three ${share(present, ({ three }) => three)}; absent refused ${refused} ` +
        `where 90 % are answered (from ${threshold.toFixed(3)})` +
        (unanswerable.length === 0
          ? ''
          : `; unanswerable below answerable ${areaUnderCurve(sures(present), sures(unanswerable)).toFixed(3)}`),
    )
  }
  lines.push(
    `  calibration error ${calibrationError(outcomes).toFixed(3)}, of the answerable alone ` +
      calibrationError(outcomes.filter((one) => one.present && one.answerable)).toFixed(3),
  )
  return lines
}

/** Share of answerable questions answered and of absent ones refused, from a confidence on. */
export function atThreshold(outcomes: readonly Outcome[], threshold: number): string {
  const sure = (one: Outcome): boolean => one.sure >= threshold
  return [...Map.groupBy(outcomes, (one) => one.set)]
    .map(([set, its]) => {
      const answered = share(
        its.filter(({ present, answerable }) => present && answerable),
        sure,
      )
      const refused = share(
        its.filter(({ present }) => !present),
        (one) => !sure(one),
      )
      const unanswerable = its.filter(({ answerable }) => !answerable)
      return (
        `${set} answered ${answered}, absent refused ${refused}` +
        (unanswerable.length === 0
          ? ''
          : `, unanswerable refused ${share(unanswerable, (one) => !sure(one))}`)
      )
    })
    .join('; ')
}

const sures = (outcomes: readonly Outcome[]): number[] => outcomes.map(({ sure }) => sure)

function refusal(
  present: readonly Outcome[],
  absent: readonly Outcome[],
): { threshold: number; refused: string } {
  const sorted = present.map(({ sure }) => sure).sort((a, b) => a - b)
  const threshold = sorted[Math.floor(sorted.length * 0.1)] ?? 0
  return { threshold, refused: share(absent, ({ sure }) => sure < threshold) }
}

/** Mean distance of confidence and outcome over ten bins, each by its share of the questions. */
export function calibrationError(outcomes: readonly Outcome[]): number {
  let error = 0
  for (let bin = 0; bin < 10; bin++) {
    const inside = outcomes.filter(({ sure }) => Math.min(9, Math.floor(sure * 10)) === bin)
    const off = inside.reduce((sum, { sure, first }) => sum + sure - (first ? 1 : 0), 0)
    error += Math.abs(off) / (outcomes.length || 1)
  }
  return error
}

function share(outcomes: readonly Outcome[], test: (one: Outcome) => boolean): string {
  return (outcomes.filter(test).length / (outcomes.length || 1)).toFixed(3)
}
