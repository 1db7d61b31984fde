/** How the figures of a group stand to one another, once a group, in words of people. */
import type { FigureGroup, FigureLine } from '../reply.ts'
import { wordingsIn } from '../wordings/in-language.ts'
import type { Wordings } from '../wordings/wordings.ts'
import { publishedOn, whoSays } from './who.ts'

type Kind = FigureLine['labels'][number]['kind']

export interface Standing {
  readonly kind: Kind
  readonly text: string
  /** The number of the last line it speaks of: what has been read by then is put side by side. */
  readonly line: number
}

/** Disagreements first, then what was counted again, then what adds up. */
export function standingsOf(
  { lines }: FigureGroup,
  words: Wordings['figures'] = wordingsIn().figures,
): Standing[] {
  return [...disagreements(lines, words), ...series(lines, words), ...sums(lines, words)]
}

/** Those to be read right below a line. */
export const standingsAt = (
  group: FigureGroup,
  { line }: FigureLine,
  words?: Wordings['figures'],
): Standing[] => standingsOf(group, words).filter((one) => one.line === line)

/** "They disagree: 203 (the ministry) and more than 300 (the league)". */
function disagreements(lines: readonly FigureLine[], words: Wordings['figures']): Standing[] {
  let open = edges(lines, ({ kind }) => kind === 'contradiction')
  const found: Standing[] = []
  while (open.length > 0) {
    const count = (line: FigureLine): number => open.filter((edge) => edge.includes(line)).length
    // Who stands alone against the others is named first.
    const [one] = lines.toSorted((a, b) => count(b) - count(a))
    if (one === undefined) break
    const others = open
      .filter((edge) => edge.includes(one))
      .flatMap((edge) => edge.filter((line) => line !== one))
    open = open.filter((edge) => !edge.includes(one))
    const text =
      others.length === 1
        ? words.disagree([one, ...others].toSorted(inOrder).map((line) => told(line, words)))
        : words.against(
            told(one, words),
            others.map((line) => told(line, words)),
          )
    found.push({ kind: 'contradiction', text, line: lastOf([one, ...others]) })
  }
  return found
}

/** "Counted again by the agency: 112,000 (2024-03-03) → 150,000 (2024-04-01)". */
const series = (lines: readonly FigureLine[], words: Wordings['figures']): Standing[] =>
  countedAgain(lines).map((steps) => {
    const [first] = steps.at(-1)?.figures ?? []
    const who = first === undefined ? undefined : whoSays(first, words)
    const text = steps.map((one) => `${wordingOf(one)}${inBrackets(dayOf(one))}`).join(' → ')
    return { kind: 'update', text: words.again(who, text), line: lastOf(steps) }
  })

/** Lines that count the same, one after another in time; each such row of them once, the oldest first. */
export function countedAgain(lines: readonly FigureLine[]): (readonly FigureLine[])[] {
  const links = edges(lines, ({ kind }) => kind === 'update')
  const found: (readonly FigureLine[])[] = []
  const left = new Set(links.flat())
  for (const line of lines) {
    if (!left.has(line)) continue
    const chain = [line]
    // Grows while it is walked.
    for (const one of chain)
      for (const link of links)
        if (link.includes(one)) chain.push(...link.filter((other) => !chain.includes(other)))
    for (const one of chain) left.delete(one)
    found.push(chain.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1)))
  }
  return found
}

/** "146 million is the sum of 74 million and 72 million". */
const sums = (lines: readonly FigureLine[], words: Wordings['figures']): Standing[] =>
  lines.flatMap((total) => {
    const parts = lines.filter(({ line }) =>
      total.labels.some((label) => label.wording === 'the sum of' && label.line === line),
    )
    return parts.length === 0
      ? []
      : [
          {
            kind: 'scope' as const,
            text: words.sum(wordingOf(total), parts.map(wordingOf)),
            line: lastOf([total, ...parts]),
          },
        ]
  })

type Edge = readonly [FigureLine, FigureLine]

/** Each pair once. */
const edges = (
  lines: readonly FigureLine[],
  is: (label: FigureLine['labels'][number]) => boolean,
): Edge[] =>
  lines.flatMap((one) =>
    lines.flatMap((other): Edge[] =>
      other.line > one.line && one.labels.some((label) => label.line === other.line && is(label))
        ? [[one, other]]
        : [],
    ),
  )

const inOrder = (a: FigureLine, b: FigureLine): number => a.line - b.line
const lastOf = (lines: readonly FigureLine[]): number => Math.max(...lines.map(({ line }) => line))
const wordingOf = ({ figures }: FigureLine): string => figures[0]?.wording ?? ''

/** More speakers than these are counted. */
const MOST = 2

function told(line: FigureLine, words: Wordings['figures']): string {
  const speakers = [...new Set(line.figures.map((figure) => whoSays(figure, words)))].map(
    unbracketed,
  )
  const more = speakers.length > MOST ? `, ${words.more(speakers.length - MOST)}` : ''
  return `${wordingOf(line)} (${speakers.slice(0, MOST).join(', ')}${more})`
}

/** "the council claims": brackets stand around it already. */
const unbracketed = (speaker: string): string => speaker.replace(/ \((\p{L}{5,8})\)/gu, ' $1')

/** The last day it counts, else when it was published. */
export const dayOf = ({ figures: [first] }: FigureLine): string =>
  first === undefined ? '' : publishedOn(first) || (first.period?.to ?? '')

const inBrackets = (day: string): string => (day === '' ? '' : ` (${day})`)
