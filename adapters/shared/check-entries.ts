/** What of a check a chat shows: the worst first, in full while there is room; the rest is counted. */
import { clip } from './clip.ts'
import { type Entry, entriesOf, headline, leftLine, worstFirst } from '../../src/check/report.ts'
import type { Check } from '../../src/reply.ts'
import { type Language, wordingsIn } from '../../src/wordings/in-language.ts'
import type { Wordings } from '../../src/wordings/wordings.ts'

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
  const words = wordingsIn(check.language).checks
  const all = worstFirst(entriesOf(check))
  const doubtful = all.filter(({ level }) => level !== 'holds')
  const held = all.filter(({ level }) => level === 'holds')
  const left = doubtful.length - MOST
  const [first] = held
  const notChecked = leftLine(check)
  return {
    headline: headline(all, check.language),
    entries: doubtful.slice(0, MOST),
    below: [
      ...(left > 0 ? [words.more(left)] : []),
      ...(first === undefined ? [] : [heldLine(first, held.length, words)]),
      ...(notChecked === undefined ? [] : [notChecked]),
      ...check.notes,
    ],
  }
}

const heldLine = ({ finding, text }: Entry, count: number, words: Wordings['checks']): string =>
  words.holds(words.verdicts[finding.verdict], clip(text, LONGEST), count - 1)

/** "contradicted: “Fewer than 100 people were killed.”" */
export function entryHead({ finding, text }: Entry, language?: Language): string {
  const { head, verdicts } = wordingsIn(language).checks
  return head(verdicts[finding.verdict], clip(text, LONGEST * 2))
}
