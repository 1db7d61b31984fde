/**
 * When: the dates and spans of time of a text, absolute ones with their days, relative ones resolved
 * against the publication date when that is known and otherwise left as they are worded.
 */
import { exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import type { Span } from '../../document.ts'
import { type Read, absolute, daysOf } from './calendar.ts'
import { RELATIVE, relative } from './relative-period.ts'
import type { Token } from '../numbers/tokens.ts'
import { wordList } from '../../word-map.ts'
import { MONTHS, WEEKDAYS } from '../../languages/months.ts'

const TO_END = exactly(phrases('context', 'toEnd'))
const ARTICLE = exactly(phrases('context', 'article'))

export interface When extends Span {
  /** Token it begins at. */
  readonly at: number
  readonly from?: string
  readonly to?: string
}

export function periods(tokens: readonly Token[], published: string | undefined): When[] {
  const found: When[] = []
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]
    if (token?.kind === 'mark' || (token?.kind === 'word' && !BEGINNINGS.has(token.lower))) {
      at++
      continue
    }
    const read =
      between(tokens, at, published) ??
      absolute(tokens, at, published) ??
      relative(tokens, at, published)
    if (read === undefined) {
      at++
      continue
    }
    const last = tokens[read.to - 1]
    found.push({ start: tokens[at]?.start ?? 0, end: last?.end ?? 0, at, ...read.days })
    at = read.to
  }
  return found
}

const BETWEEN = wordList('between from entre de du')

/** Every word that a period can begin with. */
const BEGINNINGS = wordList(
  [
    'since depuis',
    ...[BETWEEN, MONTHS, WEEKDAYS, RELATIVE].flatMap((words) => [...words.keys()]),
  ].join(' '),
)

/** "between 2001 and 2019", "from March to May 2020", "2013-2018", "since 2014". */
function between(
  tokens: readonly Token[],
  at: number,
  published: string | undefined,
): Read | undefined {
  const word = tokens[at]?.lower ?? ''
  if (word === 'since' || word === 'depuis') {
    const start = absolute(tokens, at + 1, published)
    if (start === undefined) return undefined
    const until = published === undefined ? undefined : daysOf(published)?.to
    return start.days === undefined || until === undefined || until < start.days.from
      ? { to: start.to }
      : { to: start.to, days: { from: start.days.from, to: until } }
  }
  const opened = BETWEEN.has(word)
  const from = opened ? skip(tokens, at + 1) : at
  const low = absolute(tokens, from, published) ?? bareDay(tokens, from)
  if (low === undefined) return undefined
  const joint = tokens[low.to]?.lower ?? ''
  const dash = /^[-–—]$/u.test(joint)
  if (!(dash || (opened && TO_END.test(joint)))) return undefined
  const high = absolute(tokens, skip(tokens, low.to + 1), published)
  if (high === undefined) return undefined
  if (high.days === undefined) return { to: high.to }
  // "March to May 2020": the first has the year of the second.
  const start = withYear(tokens, from, low, high.days.to)
  return start === undefined || start > high.days.to
    ? { to: high.to }
    : { to: high.to, days: { from: start, to: high.days.to } }
}

const skip = (tokens: readonly Token[], at: number): number =>
  ARTICLE.test(tokens[at]?.lower ?? '') ? at + 1 : at

/** "4" of "4–10 February". */
function bareDay(tokens: readonly Token[], at: number): Read | undefined {
  const token = tokens[at]
  return token?.kind === 'number' && /^[1-9]\d?$/u.test(token.text) && Number(token.text) <= 31
    ? { to: at + 1 }
    : undefined
}

function withYear(
  tokens: readonly Token[],
  from: number,
  low: Read,
  end: string,
): string | undefined {
  const only = tokens[from]
  if (low.to === from + 1 && only?.kind === 'number' && only.text.length <= 2)
    return `${end.slice(0, 8)}${only.text.padStart(2, '0')}`
  if (low.days === undefined || low.days.from.slice(0, 4) === end.slice(0, 4)) return low.days?.from
  const hasYear = /(?:19|20)\d\d/u.test(
    tokens
      .slice(from, low.to)
      .map((token) => token.text)
      .join(' '),
  )
  return hasYear ? low.days.from : `${end.slice(0, 4)}${low.days.from.slice(4)}`
}
