/** A check put in the order in which it is read: what is wrong first, then what is open, then what holds. */
import type { Language } from '../../index/languages/packs.ts'
import type { Check, Finding, Verdict } from '../reply.ts'
import { VERDICTS } from '../reply.ts'
import { wordingsIn } from '../wordings/in-language.ts'
import type { Wordings } from '../wordings/wordings.ts'

export type Level = keyof typeof VERDICTS

/** The worst first. */
const LEVELS = ['wrong', 'open', 'holds'] as const satisfies readonly Level[]

const levels: ReadonlyMap<Verdict, Level> = new Map(
  LEVELS.flatMap((level) => VERDICTS[level].map((verdict): [Verdict, Level] => [verdict, level])),
)

const levelOf = ({ verdict }: Pick<Finding, 'verdict'>): Level => levels.get(verdict) ?? 'open'

/** Whether the draft may stand as it is. */
export const holds = ({ findings }: Check): boolean =>
  findings.every((finding) => levelOf(finding) === 'holds')

/** A finding with what is shown of it. */
export interface Entry {
  /** From 1, in the order of the draft: its mark there. */
  readonly number: number
  readonly finding: Finding
  readonly level: Level
  /** As the draft has it, its white space evened. */
  readonly text: string
  /** Whether what is shown is only near. */
  readonly nearest: boolean
}

/**
 * One entry a finding; a number that says no more than its claim is folded into it.
 */
export function entriesOf(check: Check): Entry[] {
  return check.findings
    .filter((finding) => !isSaidByClaim(finding, check.findings))
    .map((finding, at) => ({
      number: at + 1,
      finding,
      level: levelOf(finding),
      text: check.draft.slice(finding.start, finding.end).replace(/\s+/gu, ' ').trim(),
      nearest: levelOf(finding) === 'open' || finding.verdict === 'not found',
    }))
}

/** The worst first, each level in the order of the draft. */
export const worstFirst = (entries: readonly Entry[]): Entry[] =>
  [...entries].sort(
    (a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || a.number - b.number,
  )

/** A number whose claim holds as a whole, or is wrong for the number's sake. */
function isSaidByClaim(finding: Finding, all: readonly Finding[]): boolean {
  if (finding.kind !== 'number') return false
  const claim = all.find(
    ({ kind, start, end }) => kind === 'claim' && start <= finding.start && finding.end <= end,
  )
  return (
    claim !== undefined &&
    (finding.verdict === 'agrees' || finding.verdict === 'differs') &&
    levelOf(claim) === levelOf(finding)
  )
}

/** "Of 12 checked, 2 do not hold (altered 1, contradicted 1), 3 are open (partly 3) and 7 hold." */
export function headline(entries: readonly Entry[], language?: Language): string {
  const words = wordingsIn(language).checks
  const of = (level: Level): Entry[] => entries.filter((one) => one.level === level)
  const [wrong, open, held] = [of('wrong'), of('open'), of('holds')]
  const parts = [
    ...(wrong.length === 0 ? [] : [words.wrong(wrong.length, verdictsOf(wrong, words))]),
    ...(open.length === 0 ? [] : [words.open(open.length, verdictsOf(open, words))]),
    ...(held.length === 0 ? [] : [words.held(held.length)]),
  ]
  return words.headline(entries.length, parts)
}

function verdictsOf(entries: readonly Entry[], { verdicts }: Wordings['checks']): string {
  const counts = Map.groupBy(entries, ({ finding }) => finding.verdict)
  return [...counts].map(([verdict, some]) => `${verdicts[verdict]} ${some.length}`).join(', ')
}

/** What was left out, a line each kind: "Not checked: 2 questions". */
export function leftLine({ left, language }: Check): string | undefined {
  const words = wordingsIn(language).checks
  const counts = [...Map.groupBy(left, ({ why }) => why)].map(([why, some]) =>
    some.length === 1 ? words.left[why] : words.leftTimes(words.left[why], some.length),
  )
  return counts.length === 0 ? undefined : words.notChecked(counts.join(', '))
}

/** A stretch of the draft between two marks. */
export interface Stretch {
  readonly text: string
  /** The entries that end here, as numbers. */
  readonly ends: readonly number[]
  /** The worst of what it is part of; none where nothing was checked. */
  readonly level?: Level
}

/** The draft cut where an entry begins or ends. */
export function stretchesOf({ draft }: Check, entries: readonly Entry[]): Stretch[] {
  const cuts = new Set([0, draft.length])
  for (const { finding } of entries) {
    cuts.add(finding.start)
    cuts.add(finding.end)
  }
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(1).map((end, at) => {
    const start = places[at] ?? 0
    const around = entries.filter(({ finding }) => finding.start <= start && end <= finding.end)
    const level = LEVELS.find((one) => around.some((entry) => entry.level === one))
    return {
      text: draft.slice(start, end),
      ends: entries.filter(({ finding }) => finding.end === end).map(({ number }) => number),
      ...(level !== undefined && { level }),
    }
  })
}
