/** What of a check a chat shows: the worst first, in full while there is room; the rest is counted. */
import { clip } from './clip.ts'
import { type Entry, entriesOf, headline, leftLine, worstFirst } from '../../src/check/report.ts'
import type { Check } from '../../src/reply.ts'

export interface ShownCheck {
  readonly headline: string
  /** Those that do not hold or are open, the worst first. */
  readonly entries: readonly Entry[]
  /** What holds, what is left, what was not checked: a line each. */
  readonly below: readonly string[]
}

/** More would push the first ones off the screen. */
const MOST = 6
const LONGEST = 160

export function shownCheck(check: Check): ShownCheck {
  const all = worstFirst(entriesOf(check))
  const doubtful = all.filter(({ level }) => level !== 'holds')
  const held = all.filter(({ level }) => level === 'holds')
  const left = doubtful.length - MOST
  const [first] = held
  return {
    headline: headline(all),
    entries: doubtful.slice(0, MOST),
    below: [
      ...(left > 0
        ? [
            `${left} more ${left === 1 ? 'is' : 'are'} open or wrong; check a shorter text to see all.`,
          ]
        : []),
      ...(first === undefined ? [] : [heldLine(first, held.length)]),
      ...(leftLine(check) === undefined ? [] : [leftLine(check) ?? '']),
      ...check.notes,
    ],
  }
}

function heldLine({ finding, text }: Entry, count: number): string {
  const rest = count === 1 ? '' : ` and ${count - 1} more`
  return `Holds (${finding.verdict}): “${clip(text, LONGEST)}”${rest}.`
}

/** "contradicted: “Fewer than 100 people were killed.”" */
export const entryHead = ({ finding, text }: Entry): string =>
  `${finding.verdict}: “${clip(text, LONGEST * 2)}”`

/** Said before a quote that is no evidence. */
export const NEAREST = 'Nearest, no evidence:'
