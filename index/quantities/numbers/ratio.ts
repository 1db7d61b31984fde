/** Two numbers of which one is a part of the other. */
import type { TokenizedText } from './numeral.ts'
import { type Found, readOne } from './read-one.ts'
import type { Token } from './tokens.ts'
import { perLanguage } from '../../languages/packs.ts'

/** Wordings between the two numbers, the longest first: word by word. */
const JOINTS = perLanguage(({ phrases }) => ({
  any: wordings(phrases?.numbers?.outOf),
  small: wordings(phrases?.numbers?.in),
}))

function wordings(phrases = ''): readonly (readonly string[])[] {
  return phrases
    .split('|')
    .filter((phrase) => phrase !== '')
    .map((phrase) => phrase.split(' '))
    .sort((one, other) => other.length - one.length)
}

/** How many tokens from one on are one of the wordings. */
const lengthOf = (
  list: readonly (readonly string[])[],
  tokens: readonly Token[],
  from: number,
): number =>
  list.find((words) => words.every((word, at) => tokens[from + at]?.lower === word))?.length ?? 0

/** "three out of four", "one in five", "263 out of 460", "un sur cinq", "7/10", "1:74". */
export function ratio(reading: TokenizedText, part: Found): Found | undefined {
  const { tokens, language } = reading
  if (part.percent !== undefined || part.currency !== undefined || part.amount.kind !== 'exact')
    return undefined
  const joint = tokens[part.to]
  const next = tokens[part.to + 1]
  if (joint === undefined || next === undefined) return undefined
  let at = part.to + 1
  let kind: 'free' | 'small' | 'sign' | undefined
  const { any, small } = JOINTS[language]
  const free = lengthOf(any, tokens, part.to)
  const few = free === 0 ? lengthOf(small, tokens, part.to) : 0
  if (free > 0) {
    kind = 'free'
    at = part.to + free
  } else if (few > 0) {
    kind = 'small'
    at = part.to + few
  } else if ((joint.text === '/' || joint.text === ':') && !joint.spaced && !next.spaced)
    kind = 'sign'
  if (kind === undefined) return undefined
  const whole = readOne(reading, at)
  if (whole === undefined || whole.amount.kind !== 'exact' || whole.percent !== undefined)
    return undefined
  if (whole.currency !== undefined || whole.ratio !== undefined) return undefined
  const [a, b] = [part.amount.value, whole.amount.value]
  if (!(a > 0 && a < b)) return undefined
  if (kind === 'small') {
    const plausible =
      b <= 10 || (a === 1 && (b <= 25 || [30, 50, 100, 1000, 10_000, 100_000].includes(b)))
    if (!plausible || !Number.isInteger(a) || (a > 1 && part.figure.form !== whole.figure.form))
      return undefined
    // "two in three months" counts the months.
    if (a > 1 && b <= 3 && tokens[whole.to]?.lower.startsWith('month') === true) return undefined
  }
  if (kind === 'sign' && !isSignRatio(tokens, part, whole, joint.text)) return undefined
  return {
    start: part.start,
    end: whole.number.end,
    from: part.from,
    to: whole.last,
    number: { start: part.number.start, end: whole.number.end },
    first: part.first,
    last: whole.last,
    figure: { ...part.figure, form: 'fraction', plain: false },
    amount: { kind: 'exact', value: a / b },
    ratio: { part: a, whole: b },
    sides: [part.number, whole.number],
  }
}

function isSignRatio(tokens: readonly Token[], part: Found, whole: Found, sign: string): boolean {
  const [a, b] = [part.figure.written, whole.figure.written]
  if (!Number.isInteger(a) || !Number.isInteger(b)) return false
  if (tokens[whole.to]?.text === '/' || tokens[part.from - 1]?.text === '/') return false
  // 10:30 is a time; 9/11 and 12/13 are days.
  if (sign === ':') return b > 59 || tokens[whole.to - 1]?.text.length === 1
  return b <= 10 && a < b && tokens[part.from - 1]?.text !== '-'
}
