/**
 * Rows of tables as answers. A row answers only for what stands in it: every name and number of the
 * question must be in the row, its heads, the headings above it or the document's title. Another row of
 * the same table says nothing of them, however much of the rest it has.
 */
import { analyze, fold } from '../../index/analyzer.ts'
import { cellsOf } from '../../index/clean/rows.ts'
import type { Span } from '../../index/document.ts'
import { within } from '../../index/languages/combined.ts'
import { phrases } from '../../index/languages/phrases.ts'
import { match, type Matcher } from './match.ts'
import { datesIn, type FoundDate } from './dates-in.ts'
import type { Ranked } from './rank.ts'

export interface RowsRead {
  /** Best first. */
  readonly ranked: readonly Ranked[]
  /** A table has all that is asked but for a name or a number, and nothing else has that: the answer is none. */
  readonly absent: boolean
}

/** A row has so much of what is asked, names and numbers aside, or it is of something else. */
const ENOUGH = 0.6
/** So many of the best are looked into. */
const LOOKED_AT = 60

export function readRows(matcher: Matcher, ranked: readonly Ranked[]): RowsRead {
  if (!asksForValue(matcher) || !ranked.some(isRow)) return { ranked, absent: false }
  const { text, language } = matcher.question
  const dates = datesIn(text, language)
  const seen = ranked.slice(0, LOOKED_AT).map((one) => ({ one, ...look(matcher, one, dates) }))
  const fits = seen.filter(({ one, names, content }) => !isRow(one) || (names && content >= ENOUGH))
  const rows = fits.filter(({ one }) => isRow(one))
  const lacking = seen.some(({ one, names, content }) => isRow(one) && !names && content >= ENOUGH)
  const answers = fits.some(
    ({ one, names, content }) => names && content >= ENOUGH && mayAnswer(matcher, one),
  )
  const firstIsOther = seen[0] !== undefined && isRow(seen[0].one) && !fits.includes(seen[0])
  if (!answers && (lacking || firstIsOther)) return { ranked, absent: true }
  const [best] = rows.toSorted((a, b) =>
    nearly(a.content, b.content) ? b.exact - a.exact : b.content - a.content,
  )
  const first = fits[0]
  const kept = fits.map(({ one }) => one)
  const rest = ranked.slice(LOOKED_AT).filter((one) => !isRow(one))
  if (best === undefined || first === undefined || !leads(matcher, best, first, rows))
    return { ranked: [...kept, ...rest], absent: false }
  const raised = { ...best.one, score: first.one.score + RAISED }
  return { ranked: [raised, ...kept.filter((one) => one !== best.one), ...rest], absent: false }
}

/** Whether a row answers better than what is ranked first. */
function leads(matcher: Matcher, best: Seen, first: Seen, rows: readonly Seen[]): boolean {
  if (best.one === first.one) return false
  // Where many rows have as much, none of them is what was asked for.
  const alike = rows.filter(
    ({ content, exact }) => nearly(content, best.content) && exact === best.exact,
  )
  if (alike.length > MOST_ALIKE) return false
  if (!first.names || first.content < best.content - EPSILON) return true
  if (isRow(first.one)) return best.exact > first.exact
  return !hasValue(matcher, first.one) && best.one.score > first.one.score - CLOSE
}

const nearly = (a: number, b: number): boolean => Math.abs(a - b) <= EPSILON
/** What is put first stands so far before what was. */
const RAISED = 0.01
const EPSILON = 0.02
/** A row that has as much as a sentence is the plainer answer to “how many”, when it is nearly as good. */
const CLOSE = 2.5
const MOST_ALIKE = 3

interface Look {
  /** Whether it has every name and number of the question. */
  readonly names: boolean
  /** How much it has of the rest, by what that says. */
  readonly content: number
  /** How many of the names and numbers are a whole cell of a row. */
  readonly exact: number
}
interface Seen extends Look {
  readonly one: Ranked
}

/** Where heads are not sure, a row is as good as a sentence. */
const isRow = ({ sentence: { sentence }, passage }: Ranked): boolean =>
  sentence.row === true && passage.document.map.pieces(sentence).some(({ head }) => head)

const hasValue = ({ question: { kind } }: Matcher, { sentence }: Ranked): boolean =>
  (sentence.forms(kind)?.length ?? 0) > 0

/** A sentence without any number says nothing of how many, where a table counts just that. */
const mayAnswer = (matcher: Matcher, one: Ranked): boolean =>
  matcher.question.kind !== 'number' || isRow(one) || hasValue(matcher, one)

const asksForValue = ({ question: { kind } }: Matcher): boolean =>
  ['number', 'share', 'money', 'age', 'duration', 'other'].includes(kind)

function look(matcher: Matcher, one: Ranked, dates: readonly FoundDate[]): Look {
  const { units, text: asked } = matcher.question
  const { text, tokens } = one.sentence
  const { document, heading } = one.passage
  const ownDates = datesIn(text, one.passage.document.language)
  // The "25" of "2026-05-25" is no number by itself.
  const isOfDate = ({ start }: { start: number }): boolean =>
    ownDates.some((date) => date.start <= start && start < date.end)
  const whole = match(
    matcher,
    tokens.filter((token) => !token.number || !isOfDate(token)),
  )
  const above = match(matcher, analyze(`${document.title.value} . ${heading}`, document.language))
  const weights = Float64Array.from(one.match.weights, (weight, at) =>
    Math.max(weight, above.weights[at] ?? 0),
  )
  const names = units.every((unit, at) => {
    if (!unit.name || dates.some((date) => isPart(asked, date, unit.written))) return true
    if ((above.weights[at] ?? 0) > 0) return true
    const own = unit.number ? (whole.weights[at] ?? 0) : (one.match.weights[at] ?? 0)
    if (own > 0) return true
    return isYear(unit.written) && saysYear(one, unit.written)
  })
  const days = new Set(ownDates.map(({ iso }) => iso))
  const sameDay = days.size === 0 || dates.length === 0 || dates.some(({ iso }) => days.has(iso))
  const aside = [...dates, ...besideNames(asked)]
  let total = 0
  let own = 0
  let rarest = { idf: 0, has: true }
  for (const [at, unit] of units.entries()) {
    if (unit.name || aside.some((span) => isPart(asked, span, unit.written))) continue
    const weight = weights[at] ?? 0
    total += unit.idf
    if (weight > 0) own += unit.idf
    if (unit.idf > rarest.idf) rarest = { idf: unit.idf, has: weight > 0 }
  }
  const content = total === 0 ? 1 : own / total
  return {
    names: names && sameDay,
    content: rarest.has ? content : Math.min(content, ENOUGH - EPSILON),
    exact: isRow(one) ? wholeCells(matcher, one) : 0,
  }
}

/** Words of the question that are all of a cell, or whose cell is said in the question word by word. */
function wholeCells({ question: { units, text } }: Matcher, { passage, sentence }: Ranked): number {
  const { document } = passage
  const asked = ` ${plain(text)} `
  const cells = cellsOf(document, sentence.sentence).map(({ value: { start, end } }) =>
    plain(document.clean.slice(start, end)),
  )
  const words = cells
    .filter((cell) => cell.length >= 3 && /\p{L}/u.test(cell) && asked.includes(` ${cell} `))
    .reduce((sum, cell) => sum + cell.split(' ').length, 0)
  const numbers = units.filter(({ number, folded }) => number && cells.includes(folded)).length
  return words + numbers
}

const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What a question says of its names rather than of what it asks: "the health zone of", the words of "(GAM)". */
const BESIDE_NAMES = within(
  phrases('answers', 'besideNames'),
  (words) => String.raw`(?<!\p{L})(?:${words})(?!\p{L})`,
  'giu',
)

function besideNames(text: string): Span[] {
  const found: Span[] = [...text.matchAll(BESIDE_NAMES)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }))
  for (const { index, groups } of text.matchAll(/\((?<letters>\p{Lu}{2,8})\)/gu)) {
    const letters = (groups?.['letters'] ?? '').toLowerCase()
    const before = text.slice(0, index).trimEnd()
    const words = [...before.matchAll(/[\p{L}\p{N}]+/gu)].slice(-letters.length)
    const initials = words.map(([word]) => word.charAt(0).toLowerCase()).join('')
    if (initials === letters) found.push({ start: words[0]?.index ?? index, end: index })
  }
  return found
}

const isPart = (text: string, { start, end }: Span, word: string): boolean =>
  text.slice(start, end).includes(word)

const isYear = (word: string): boolean => /^(?:19|20)\d{2}$/u.test(word)

const saysYear = ({ passage: { document } }: Ranked, year: string): boolean =>
  document.date?.value.startsWith(year) === true || document.clean.includes(year)
