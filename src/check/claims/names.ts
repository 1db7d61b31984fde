/** Names of a claim in whose place, in a sentence that says the rest of it, another name stands. */
import { within } from '../../../index/languages/combined.ts'
import { phrases } from '../../../index/languages/phrases.ts'
import type { Span } from '../../../index/document.ts'
import type { Statement, Word } from '../judge/statement.ts'

/** Names that stand side by side: "River Fund", "Sir Percival David". */
interface Run extends Span {
  readonly words: readonly Word[]
}

/** What stands about a name: the function word right before it, and the nearest words that carry meaning. */
interface Slot {
  readonly lead: string | undefined
  readonly before: string | undefined
  readonly after: string | undefined
}

export interface NameSwap {
  readonly claim: Span
  readonly evidence: Span
}

/** @param missing words of the claim that neither the evidence nor what it stands under has */
export function swappedNames(
  claim: Statement,
  evidence: Statement,
  missing: readonly Word[],
): NameSwap[] {
  const own = new Set(claim.words.map(({ term }) => term))
  const there = runsOf(evidence).filter(({ words }) => words.every(({ term }) => !own.has(term)))
  return runsOf(claim)
    .filter(({ words }) => words.every((word) => missing.includes(word)))
    .filter((run) => !isListed(run, claim))
    .flatMap((run) => {
      const slot = slotOf(run, claim)
      const other = there.find(
        (one) => !isListed(one, evidence) && isSame(slot, slotOf(one, evidence)),
      )
      return other === undefined ? [] : [{ claim: run, evidence: other }]
    })
}

function runsOf({ words }: Statement): Run[] {
  const runs: Word[][] = []
  for (const word of words) {
    if (!word.name) continue
    const last = runs.at(-1)
    if (last?.at(-1)?.at === word.at - 1) last.push(word)
    else runs.push([word])
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)]
    return first === undefined || last === undefined
      ? []
      : [{ words: run, start: first.start, end: last.end }]
  })
}

/** One of several may be named where another is: neither rules the other out. */
const isListed = ({ start, end }: Run, { text }: Statement): boolean =>
  LISTED_BEHIND.test(text.slice(0, start)) || LISTED_BEFORE.test(text.slice(end))

const LISTED_BEHIND = within(
  phrases('checking', 'listed'),
  (words) => String.raw`(?:[,;/&]|\b(?:${words}))\s*$`,
  'iu',
)
const LISTED_BEFORE = within(
  phrases('checking', 'listed'),
  (words) => String.raw`^\s*(?:[/&]|(?:,\s*)?(?:${words})\b|,\s*\p{Lu})`,
)

/** Within its clause. */
function slotOf({ words, start, end }: Run, { text, tokens, words: all }: Statement): Slot {
  const [first, last] = [words[0], words.at(-1)]
  const token = first === undefined ? undefined : tokens[first.at - 1]
  const isNear = (one: Span): boolean =>
    !/[,;:.()!?–—]/u.test(
      one.end <= start ? text.slice(one.end, start) : text.slice(end, one.start),
    )
  const before = all.findLast((one) => one.end <= start && isNear(one))
  const after = all.find((one) => one.start >= (last?.end ?? end) && isNear(one))
  return {
    lead: token?.stop === true && isNear(token) ? token.folded : undefined,
    before: before?.term,
    after: after?.term,
  }
}

/** The same on both sides; a clause's own end is like another's. */
const isSame = (one: Slot, other: Slot): boolean =>
  (one.before !== undefined || one.after !== undefined) &&
  one.lead === other.lead &&
  one.before === other.before &&
  one.after === other.after
