/** Groups → reply: lines and quotes numbered, groups named, all of it told once more in sentences. */
import { within } from '../../index/languages/combined.ts'
import { phrases } from '../../index/languages/phrases.ts'
import { sentenceOf, sliceOf } from '../../index/quantities/figure-index.ts'
import type { FigureGroup, FigureLine, Figures } from '../reply.ts'
import type { Wordings } from '../wordings/wordings.ts'
import { citeFigure } from './cite.ts'
import { describe } from './describe.ts'
import { isOverPlaces } from './level.ts'
import type { Group, Line } from './line.ts'
import { countedOf, evened, happeningOf, type Member } from './member.ts'

/** More lines are left out, and the reply says so. */
const MOST_LINES = 60

export function toReply(
  question: string,
  groups: readonly Group[],
  written: (terms: ReadonlySet<string>) => readonly string[],
  { notes, words }: { readonly notes: readonly string[]; readonly words: Wordings['figures'] },
): Figures {
  const numbers = numberLines(groups)
  const source = sources()
  const shown = groups.flatMap((group): FigureGroup[] => {
    const lines = group.lines
      .flatMap((line) => [line, ...line.parts])
      .flatMap((line) => lineOf(line, group, numbers, source))
    return lines.length === 0
      ? []
      : [{ label: labelOf(group, written), related: group.related, lines }]
  })
  const left = groups.flatMap(({ lines }) => lines.flatMap(all)).length - numbers.size
  return {
    kind: 'figures',
    question,
    groups: shown,
    description: describe(question, shown, words),
    notes: [...notes, ...(left > 0 ? [words.notes.moreLines(left)] : [])],
  }
}

const all = (line: Line): Line[] => [line, ...line.parts]

function numberLines(groups: readonly Group[]): Map<Line, number> {
  const lines = groups.flatMap((group) => group.lines.flatMap(all)).slice(0, MOST_LINES)
  return new Map(lines.map((line, at) => [line, at + 1]))
}

/** Figures of one sentence have one number. */
function sources(): (member: Member) => number {
  const numbers = new Map<string, number>()
  return ({ figure }) => {
    const { document, paragraph } = figure
    const key = `${document.id} ${paragraph.start + sentenceOf(figure).start}`
    const number = numbers.get(key) ?? numbers.size + 1
    numbers.set(key, number)
    return number
  }
}

function lineOf(
  line: Line,
  group: Group,
  numbers: ReadonlyMap<Line, number>,
  source: (member: Member) => number,
): FigureLine[] {
  const number = numbers.get(line)
  if (number === undefined) return []
  const whole = group.lines.find(({ parts }) => parts.includes(line))
  const partOf = whole === undefined ? undefined : numbers.get(whole)
  return [
    {
      line: number,
      figures: line.members.map((member) =>
        citeFigure(member.figure, source(member), happeningOf(member), member.again),
      ),
      ...(partOf !== undefined && { partOf }),
      labels: line.labels.flatMap(({ kind, wording, line: other }) => {
        const at = numbers.get(other)
        return at === undefined ? [] : [{ kind, wording, line: at }]
      }),
    },
  ]
}

/** What happened or what is counted, where, when; each in the documents' words. */
function labelOf(
  { lines }: Group,
  written: (terms: ReadonlySet<string>) => readonly string[],
): string {
  const members = lines.flatMap(({ members: own }) => own)
  const widest = members.toSorted(
    (a, b) => countedOf(a).narrowing.size - countedOf(b).narrowing.size,
  )
  const [first] = members
  if (first === undefined) return ''
  const people = countedOf(first).people !== undefined
  const happened = mostOften(members.flatMap((member) => eventOf(member) ?? []))
  const what = widest.flatMap(({ figure }) => {
    const { counted } = figure.quantity
    return counted === undefined ? [] : [evened(sliceOf(figure, counted))]
  })[0]
  // "the raid on Morra is part of 512 killings": they were not all there.
  const named = isOverPlaces(first.figure) ? [] : written(first.match.anchors)
  const anchors = isOnlyPassed(first, named) ? [] : named
  const told = happened === undefined || what?.includes(happened) === true
  return [
    told ? undefined : happened,
    people && !told ? undefined : what,
    anchors.length > 0 ? anchors.join(' ') : samePlace(members),
    samePeriod(members),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ')
}

const PASSING = within(
  phrases('context', 'passing'),
  (words) => String.raw`(?<!\p{L})(?:${words})\s$`,
  'iu',
)
/** Who moves is counted where they come from and where they go. */
const MOVES: ReadonlySet<string> = new Set([
  'displaced',
  'returned',
  'evacuated',
  'resettled',
  'deployed',
])

/** "executed after being sent back from Rivania": not there. */
function isOnlyPassed({ figure, reading, match }: Member, names: readonly string[]): boolean {
  if (MOVES.has(figure.quantity.event?.kind ?? '')) return false
  if ([...match.anchors].some((term) => reading.place.has(term))) return false
  const { start, end } = sentenceOf(figure)
  const text = sliceOf(figure, { start, end })
  const places = names.flatMap((name) => mentionsOf(name, text))
  return places.length > 0 && places.every((at) => PASSING.test(text.slice(0, at)))
}

function mentionsOf(name: string, text: string): number[] {
  const found: number[] = []
  const [haystack, wanted] = [text.toLowerCase(), name.toLowerCase()]
  for (let at = haystack.indexOf(wanted); at >= 0; at = haystack.indexOf(wanted, at + 1))
    found.push(at)
  return found
}

/** The first of those that are there most often. */
function mostOften(words: readonly string[]): string | undefined {
  const count = (word: string): number => words.filter((other) => other === word).length
  return words.toSorted((a, b) => count(b) - count(a))[0]
}

function eventOf(member: Member): string | undefined {
  const { figure } = member
  const { event } = figure.quantity
  return event === undefined ? happeningOf(member) : evened(sliceOf(figure, event))
}

/** The place when all name one, and the same. */
function samePlace([first, ...others]: readonly Member[]): string | undefined {
  const shared =
    first !== undefined &&
    others.every(({ reading }) => [...first.reading.place].some((term) => reading.place.has(term)))
  return shared ? first.figure.quantity.place?.wording : undefined
}

/** The period when all give one, and the same. */
function samePeriod(members: readonly Member[]): string | undefined {
  const periods = members.flatMap(({ figure }) => figure.quantity.period ?? [])
  const [first] = periods
  return periods.length === members.length &&
    periods.every(
      (one) =>
        one.from === first?.from &&
        one.to === first?.to &&
        (one.from !== undefined || one.wording === first?.wording),
    )
    ? first?.wording
    : undefined
}
