/** A sentence read for comparison: its words, numbers and times, and what is denied in it. */
import { within } from '../../../index/languages/combined.ts'
import { perLanguage } from '../../../index/languages/packs.ts'
import { isHalf, isNegation } from '../../../index/negations.ts'
import { phrases } from '../../../index/languages/phrases.ts'
import { analyze, fold, type Token } from '../../../index/analyzer.ts'
import type { Language, Span } from '../../../index/document.ts'
import { modifierBefore } from '../../../index/quantities/numbers/modifiers.ts'
import { tokenize } from '../../../index/quantities/numbers/tokens.ts'
import { extractQuantities } from '../../../index/quantities/extract.ts'
import type { Quantity } from '../../../index/quantities/quantity.ts'
import { type Interval, intervalOf } from '../../figures/interval.ts'
import { type Time, timesIn } from './times.ts'

/** A word that carries meaning: no function word, no number, no part of a date. */
export interface Word extends Span {
  readonly folded: string
  readonly term: string
  /** Written with a capital, not only because its sentence begins. */
  readonly name: boolean
  /** Which of the sentence's tokens. */
  readonly at: number
}

type Measure = Quantity['unit']['kind'] | 'ordinal' | 'plain'

export interface Mention extends Span {
  readonly measure: Measure
  /** Name of the unit, where there are several of its kind: `USD`, `year`. */
  readonly unit?: string
  readonly interval: Interval
  readonly relation: '≥' | '>' | '~' | '≤' | '<' | '='
  /** Terms of what is counted. */
  readonly counted: ReadonlySet<string>
  /** Terms that stand near it, by how many tokens away. */
  readonly near: ReadonlyMap<string, number>
}

export interface Statement {
  readonly text: string
  readonly language: Language
  readonly tokens: readonly Token[]
  readonly words: readonly Word[]
  readonly numbers: readonly Mention[]
  readonly times: readonly Time[]
  /** Terms of the words within reach of a negation. */
  readonly denied: ReadonlySet<string>
  /** Those right behind one. */
  readonly deniedOutright: ReadonlySet<string>
  readonly negations: number
}

/** So many tokens on either side of a number say what it is of. */
const NEAR = 6
/** A negation reaches so many tokens. */
const REACH = 4
const OUTRIGHT = 3

export function readStatement(text: string, language: Language): Statement {
  const tokens = analyze(text, language)
  const times = timesIn(text, language)
  const inTime = ({ start, end }: Span): boolean =>
    times.some((time) => time.start < end && start < time.end)
  // "March 27-31", "du 3 mars au 5": the second day is no number of anything.
  const endsTime = ({ start, measure }: Bare): boolean =>
    measure === 'plain' && times.some((time) => BETWEEN_DAYS.test(text.slice(time.end, start)))
  const mentions = numbersIn(text, language).filter((one) => !inTime(one) && !endsTime(one))
  const inNumber = ({ start, end }: Span): boolean =>
    mentions.some((one) => one.start < end && start < Math.max(one.number.end, one.number.start))
  const words = tokens.flatMap((token, at): Word[] => {
    if (token.stop || token.number || inTime(token) || inNumber(token)) return []
    const { start, end, folded, terms } = token
    return [{ start, end, folded, term: terms[0] ?? folded, name: isName(tokens, at, text), at }]
  })
  const numbers = mentions.map((one) => withSurroundings(one, tokens, language, text))
  return { text, language, tokens, words, numbers, times, ...deniedIn(tokens) }
}

function isName(tokens: readonly Token[], at: number, text: string): boolean {
  const token = tokens[at]
  if (token?.capital !== true) return false
  if (at > 0 && !/[.!?:“"«]\s*$/u.test(text.slice(0, token.start))) return true
  // The first word of a sentence: a name where the next has a capital too, or it is all capitals.
  return tokens[at + 1]?.capital === true || /^\p{Lu}{2,}/u.test(text.slice(token.start, token.end))
}

type Bare = Omit<Mention, 'near' | 'counted'> & {
  readonly number: Span
  readonly countedSpan?: Span
}

const ORDINALS = perLanguage(
  ({ ordinals }): ReadonlyMap<string, number> =>
    new Map(
      ordinals?.flatMap((words, at) =>
        words.split(' ').map((word): [string, number] => [word, at + 1]),
      ),
    ),
)

const BETWEEN_DAYS = within(
  phrases('checking', 'lastDay'),
  (words) => String.raw`^\s?(?:[-–—]|${words})\s?$`,
  'iu',
)

const DIGITS = within(
  phrases('checking', 'ordinalEndings'),
  (words) => String.raw`(?<![\p{L}\d.,]|\p{L}[-–])\d+(?:[.,]\d+)*(${words})?(?![\p{L}\d])`,
  'giu',
)

function numbersIn(text: string, language: Language): Bare[] {
  const found: Bare[] = extractQuantities(text, { language }).map((quantity) => ({
    start: Math.min(quantity.start, quantity.modifier?.start ?? quantity.start),
    end: quantity.end,
    number: quantity.number,
    measure: quantity.unit.kind,
    ...unitOf(quantity),
    interval: intervalOf(quantity),
    relation: quantity.modifier?.relation ?? '=',
    ...(quantity.counted !== undefined && { countedSpan: quantity.counted }),
  }))
  const isTaken = (span: Span): boolean =>
    found.some(
      ({ number, start, end }) =>
        Math.min(start, number.start) < span.end && span.start < Math.max(end, number.end),
    )
  const read = tokenize(text, language)
  const plain = (span: Span, value: number, measure: Measure): Bare => {
    const at = read.findIndex(({ start }) => start === span.start)
    const modifier = at < 0 ? undefined : modifierBefore(read, at, language)
    const amount = { kind: 'exact', value } as const
    return {
      start: modifier?.start ?? span.start,
      end: span.end,
      number: span,
      measure,
      interval: intervalOf({
        amount,
        ...(modifier !== undefined && { modifier: { ...modifier, wording: '' } }),
      }),
      relation: modifier?.relation ?? '=',
    }
  }
  for (const match of text.matchAll(DIGITS)) {
    const span = { start: match.index, end: match.index + match[0].length }
    if (isTaken(span)) continue
    const value = Number(
      match[0]
        .replace(/[^\d.,]/gu, '')
        .replace(/[.,](?=\d{3}(?:\D|$))/gu, '')
        .replace(',', '.'),
    )
    if (!Number.isNaN(value))
      found.push(plain(span, value, match[1] === undefined ? 'plain' : 'ordinal'))
  }
  for (const match of text.matchAll(/\p{L}+/gu)) {
    const value = ORDINALS[language].get(fold(match[0]))
    const span = { start: match.index, end: match.index + match[0].length }
    if (value !== undefined && !isTaken(span)) found.push(plain(span, value, 'ordinal'))
  }
  return found.sort((a, b) => a.start - b.start)
}

function unitOf({ unit }: Quantity): { unit?: string } {
  if (unit.kind === 'currency') return { unit: unit.code }
  if ('name' in unit) return { unit: unit.name }
  return {}
}

function withSurroundings(
  { number, countedSpan, ...one }: Bare,
  tokens: readonly Token[],
  language: Language,
  text: string,
): Mention {
  const near = new Map<string, number>()
  const first = tokens.findIndex(({ end }) => end > number.start)
  const at = first < 0 ? tokens.length : first
  for (const step of [-1, 1]) {
    // A comma or another number begins what is said of something else.
    let apart = 0
    let last: { readonly end: number; readonly start: number } = number
    for (let far = 1; far <= NEAR; far++) {
      const token = tokens[at + far * step]
      if (token === undefined) break
      const between =
        step > 0 ? text.slice(last.end, token.start) : text.slice(token.end, last.start)
      if (/[,;:()]/u.test(between) || token.number) apart += 3
      last = token
      if (token.stop || token.number) continue
      const term = token.terms[0] ?? token.folded
      near.set(term, Math.min(near.get(term) ?? 99, far + apart))
    }
  }
  const counted =
    countedSpan === undefined
      ? []
      : analyze(text.slice(countedSpan.start, countedSpan.end), language).flatMap((token) =>
          token.stop ? [] : token.terms,
        )
  return { ...one, near, counted: new Set(counted) }
}

function deniedIn(
  tokens: readonly Token[],
): Pick<Statement, 'denied' | 'deniedOutright' | 'negations'> {
  const denied = new Set<string>()
  const deniedOutright = new Set<string>()
  let negations = 0
  for (const [at, word] of tokens.entries()) {
    if (!isNegation(tokens, at)) continue
    if (!isHalf(word)) negations++
    for (let step = 1; step <= REACH; step++) {
      const token = tokens[at + step]
      if (token === undefined || token.stop) continue
      const term = token.terms[0] ?? token.folded
      denied.add(term)
      if (step <= OUTRIGHT) deniedOutright.add(term)
    }
  }
  return { denied, deniedOutright, negations }
}
