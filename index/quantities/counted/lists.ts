/** "3 700 and 2 275 SYP per kg", "43% and 27% of the communities": what stands once at the end of a list. */
import { isCountOf } from './named-before.ts'
import { exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import type { Known } from './elision.ts'
import type { Token } from '../numbers/tokens.ts'

const OF_THESE = exactly(phrases('counting', 'ofThese'))

const JOINTS = exactly(phrases('counting', 'joints'))

const AGAINST = exactly(phrases('counting', 'against'))
const AND = exactly(phrases('counting', 'and'))

/** Gives each number of a list the unit and the noun of the last, where it has none of its own. */
export function shareForward(tokens: readonly Token[], known: Known[]): void {
  for (let at = known.length - 2; at >= 0; at--) {
    const one = known[at]
    const next = known[at + 1]
    if (one === undefined || next === undefined || one.own) continue
    // "the number of dead is 40, with 51 injured"
    if (one.phrase !== undefined && isCountOf(tokens, one.phrase)) continue
    if (one.unit.kind === 'count' && next.own && isOutOf(tokens, one, next)) {
      known[at] = { ...one, phrase: next.phrase, own: true }
      continue
    }
    if (!adjacent(tokens, one, next)) continue
    if (one.unit.kind === 'percent' && next.unit.kind === 'percent' && next.own)
      known[at] = { ...one, phrase: next.phrase, own: true }
    if (one.unit.kind !== 'count' || one.found.amount.kind !== 'exact') continue
    const { kind, span } = next.unit
    const follows = span !== undefined && span.start >= next.found.number.end
    const measured = kind === 'measure' || kind === 'currency' || kind === 'duration'
    if (measured && follows) known[at] = { ...one, unit: next.unit, phrase: next.phrase, own: true }
    else if (
      kind === 'count' &&
      next.own &&
      next.found.figure.form === one.found.figure.form &&
      !isTally(tokens, one, next)
    )
      known[at] = { ...one, phrase: next.phrase, own: true }
  }
}

/** "(438 against 86 and 42 abstentions)": those for and those against did not abstain. */
function isTally(tokens: readonly Token[], one: Known, next: Known): boolean {
  const joint = tokens[next.found.from - 1]?.lower ?? ''
  return AGAINST.test(tokens[one.found.from - 1]?.lower ?? '') && AND.test(joint)
}

/** "eight of the 28 million inhabitants", "huit des 28 millions d'habitants": some of those. */
function isOutOf(tokens: readonly Token[], one: Known, next: Known): boolean {
  const between = tokens.slice(one.found.to, next.found.from).map(({ lower }) => lower)
  return OF_THESE.test(between.join(' '))
}

/** Only words that join a list stand between two numbers. */
function adjacent(tokens: readonly Token[], one: Known, next: Known): boolean {
  const from = one.found.to
  const to = next.found.from
  if (to <= from || to - from > 3) return false
  // "1,606 with 41 deaths" are two things.
  if (to - from === 1 && tokens[from]?.lower === 'with') return false
  if (tokens[from]?.line === true && tokens[from]?.kind !== 'word') return false
  for (let at = from; at < to; at++) if (!JOINTS.test(tokens[at]?.lower ?? '')) return false
  return true
}
