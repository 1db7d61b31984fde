/** "203 dead, including 18 women and 6 children", "6,019 children (2,432 boys, 2,727 girls)": part and whole. */
import { exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import type { Known } from './elision.ts'
import { AUXILIARY } from '../numbers/lexicon.ts'
import type { Token } from '../numbers/tokens.ts'
import { has } from '../numbers/word-shapes.ts'

const PART_JOINERS = exactly(phrases('counting', 'partJoiners'))

const OF = exactly(phrases('counting', 'partOf'))
const THESE = exactly(phrases('counting', 'these'))
const BASES = exactly(phrases('counting', 'bases'))
const PART = exactly(phrases('counting', 'part'))
/** A whole is looked for among this many figures before the part. */
const FIGURES = 12

/** For each figure the position of the one that it is part of. */
export function partsOf(tokens: readonly Token[], known: readonly Known[]): (number | undefined)[] {
  const parts: (number | undefined)[] = []
  for (const [at, one] of known.entries()) {
    const listed = continues(tokens, known, parts, at)
    parts.push(listed ?? (isPart(tokens, one) ? wholeOf(tokens, known, parts, at) : undefined))
  }
  return parts
}

function isPart(tokens: readonly Token[], one: Known): boolean {
  if (!countable(one)) return false
  if (isOfThem(tokens, one.found.to)) return true
  if (isBase(tokens, one.found.from)) return false
  for (let at = one.found.from - 1; at >= 0 && one.found.from - at <= 5; at--) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'number') return false
    if (PART.test(token.lower)) return true
    if (token.text === '(') return tokens[at - 1]?.kind === 'word' || tokens[at - 1]?.text === ')'
    if (token.kind === 'mark' && token.text !== ',') return false
  }
  return false
}

/** "10 members (of 288)": those of whom the others are a part. */
const isBase = (tokens: readonly Token[], at: number): boolean =>
  BASES.test(tokens[at - 1]?.lower ?? '') && tokens[at - 2]?.text === '('

/** "40 to 70 of them". */
const isOfThem = (tokens: readonly Token[], at: number): boolean =>
  OF.test(tokens[at]?.lower ?? '') && THESE.test(tokens[at + 1]?.lower ?? '')

const countable = ({ unit, found }: Known): boolean =>
  (unit.kind === 'count' || unit.kind === 'currency') && found.ratio === undefined

const topOf = ({ found: { amount } }: Known): number =>
  amount.kind === 'range' ? amount.high : amount.value

/** The nearest figure before it that is larger and no part itself. */
function wholeOf(
  tokens: readonly Token[],
  known: readonly Known[],
  parts: readonly (number | undefined)[],
  at: number,
): number | undefined {
  const one = known[at]
  if (one === undefined) return undefined
  for (let back = at - 1; back >= 0 && at - back <= FIGURES; back--) {
    const other = known[back]
    if (other === undefined || one.found.from - other.found.to > 80) return undefined
    if (!countable(other) || other.unit.kind !== one.unit.kind) continue
    if (isClosed(tokens, other, one)) continue
    const isWhole = parts[back] === undefined || topOf(other) > topOf(one) * 1.5
    if (isWhole && topOf(other) >= topOf(one)) return back
  }
  return undefined
}

/** "Gao (26) and Mopti (5)": beside one another, each in a bracket of its own. */
function isClosed(tokens: readonly Token[], other: Known, one: Known): boolean {
  if (tokens[one.found.from - 1]?.text !== '(' || tokens[other.found.from - 1]?.text !== '(')
    return false
  return tokens.slice(other.found.to, one.found.from).some(({ text }) => text === ')')
}

/** "… 18 women and 6 children": a part that follows a part. */
function continues(
  tokens: readonly Token[],
  known: readonly Known[],
  parts: readonly (number | undefined)[],
  at: number,
): number | undefined {
  const whole = parts[at - 1]
  const [one, before] = [known[at], known[at - 1]]
  if (whole === undefined || one === undefined || before === undefined || !countable(one))
    return undefined
  const total = known[whole]
  if (total === undefined || topOf(total) < topOf(one)) return undefined
  if (one.found.from - before.found.to > 12) return undefined
  for (let index = before.found.to; index < one.found.from; index++) {
    const token = tokens[index]
    if (token === undefined || token.sentence !== tokens[one.found.from]?.sentence) return undefined
    if (token.text === ')' || token.text === '(' || token.text === ';' || has(token, AUXILIARY))
      return undefined
  }
  const joint = tokens[one.found.from - 1]
  const earlier = tokens[one.found.from - 2]
  const joins = (token: Token | undefined): boolean => PART_JOINERS.test(token?.lower ?? '')
  return joins(joint) || joins(earlier) ? whole : undefined
}
