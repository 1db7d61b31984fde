/** "rose from 12 to 90", "up 30%", "a 5% drop": which way, and from which figure. */
import { exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import { directionOf } from '../../languages/changes.ts'
import type { Change } from '../quantity.ts'
import type { Found } from '../numbers/read-one.ts'
import { changeBefore } from './subject.ts'
import { AUXILIARY, DETERMINER } from '../numbers/lexicon.ts'
import type { Token } from '../numbers/tokens.ts'
import { has, isParticiple } from '../numbers/word-shapes.ts'

const CHANGE_TO = exactly(phrases('counting', 'changeTo'))
const CHANGE_FROM = exactly(phrases('counting', 'changeFrom'))
const REACHING = exactly(phrases('counting', 'reaching'))

/** `before` is the figure that stands before this one, if any; `index` the position of this one. */
export function changeOf(
  tokens: readonly Token[],
  found: Found,
  before: readonly { readonly found: Found }[],
  index: number,
): Change | undefined {
  const ahead = changeAfter(tokens, found)
  const at =
    changeBefore(tokens, found.from) ?? earlier(tokens, found, before.at(-1)?.found) ?? ahead
  if (at === undefined) return undefined
  const token = tokens[at]
  const direction = directionOf(token?.lower ?? '')
  if (token === undefined || direction === undefined) return undefined
  const from = fromFigure(tokens, found, at, before.at(-1)?.found) ? index - 1 : undefined
  return {
    start: token.start,
    end: token.end,
    direction: from === undefined ? direction : between(before.at(-1)?.found, found, direction),
    ...(from === undefined ? {} : { from }),
  }
}

/** "est passé de 320 à 31": which way is told by the figures, where the verb does not. */
function between(from: Found | undefined, to: Found, said: 'up' | 'down'): Change['direction'] {
  if (from?.amount.kind !== 'exact' || to.amount.kind !== 'exact') return said
  if (from.amount.value === to.amount.value) return 'same'
  return from.amount.value < to.amount.value ? 'up' : 'down'
}

/** "rose from 12 in spring to 90": the verb stands before the figure it goes from. */
function earlier(
  tokens: readonly Token[],
  found: Found,
  last: Found | undefined,
): number | undefined {
  if (last === undefined || found.from - last.to > FAR) return undefined
  if (tokens[last.from]?.sentence !== tokens[found.from]?.sentence) return undefined
  if (!CHANGE_TO.test(tokens[found.from - 1]?.lower ?? '')) return undefined
  if (!CHANGE_FROM.test(tokens[last.from - 1]?.lower ?? '')) return undefined
  return changeBefore(tokens, last.from)
}

const FAR = 16

/** "a 30 percent increase": only shares change that way. */
function changeAfter(tokens: readonly Token[], found: Found): number | undefined {
  if (found.percent === undefined) return undefined
  for (let at = found.to; at < found.to + 4; at++) {
    const token = tokens[at]
    if (token === undefined || (token.kind === 'mark' && token.text !== '-')) return undefined
    // "54 percent reduced their meals", "84% reported a drop": what they did, or say.
    if (isParticiple(token) || has(token, DETERMINER | AUXILIARY)) return undefined
    if (directionOf(token.lower) !== undefined) return at
  }
  return undefined
}

/** Whether the figure before it stands after "from", and this one after "to", in the same clause. */
function fromFigure(
  tokens: readonly Token[],
  found: Found,
  verb: number,
  last: Found | undefined,
): boolean {
  const to = tokens[found.from - 1]?.lower ?? ''
  if (last === undefined || last.from < verb || !REACHING.test(to)) return false
  return CHANGE_FROM.test(tokens[last.from - 1]?.lower ?? '')
}
