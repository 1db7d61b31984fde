/** The sentences of one document that say together what no sentence of it says alone. */
import type { Corpus } from '../../../index/corpus.ts'
import type { Span } from '../../../index/document.ts'
import { saysLittle } from '../../../index/languages/everyday.ts'
import { numberWeight, weightOf } from '../about.ts'
import type { Statement } from '../judge/statement.ts'
import { claimed, isBacked, isDone, isSaid, isTimed, LEAST, SURE } from './supports.ts'
import type { Weighed } from './weigh.ts'

/** So many sentences a reader holds side by side. */
const MOST = 3
/** So much of the claim, by what its words say, they have together where they bear it out. */
const ALL = 0.8

/** Apart, words come together by chance: hardly any of the claim may be missing. */
const WORDS_TOGETHER = 6

/** A word, a number or a date of the claim, and what it says. */
interface Part {
  readonly span: Span
  readonly weight: number
  /** Without it the claim says something else. */
  readonly decisive: boolean
  readonly little: boolean
  readonly isIn: (one: Weighed) => boolean
}

/** A part of the claim that is not there, and what of its kind stands in the first sentence. */
interface Left extends Span {
  readonly wording?: string
}

export interface Together {
  /** What is most about the claim, and what adds to it, the most first. */
  readonly sentences: readonly Weighed[]
  /** Parts of the claim that none of them has; words that say little are not among them. */
  readonly left: readonly Left[]
  /** All that decides stands there, and nothing speaks against it. */
  readonly bearsOut: boolean
}

export function together(
  claim: Statement,
  weighed: readonly Weighed[],
  corpus: Corpus,
  speakers: readonly Span[],
): Together | undefined {
  const best = weighed.reduce<Weighed | undefined>(
    (most, one) => (most === undefined || worth(one) > worth(most) ? one : most),
    undefined,
  )
  if (best === undefined) return undefined
  const { document } = best.evidence.passage
  const others = weighed.filter(({ evidence }) => evidence.passage.document === document)
  const parts = partsOf(claim, corpus)
  const all = weightAll(parts)
  const sentences: Weighed[] = [best]
  let left = parts.filter(({ isIn }) => !isIn(best))
  while (sentences.length < MOST && left.length > 0) {
    const gain = (one: Weighed): number => weightAll(left.filter(({ isIn }) => isIn(one)))
    const next = others.reduce((most, one) => (gain(one) > gain(most) ? one : most), best)
    if (gain(next) === 0) break
    sentences.push(next)
    left = left.filter(({ isIn }) => !isIn(next))
  }
  const words = claimed(claim, speakers)
  const unsaid = words.filter((word) => !sentences.some(({ compared }) => isSaid(compared, word)))
  return {
    sentences,
    left: left.filter(({ little }) => !little).map(({ span }) => withCounterpart(span, best)),
    bearsOut:
      best.sure.supported >= SURE &&
      weightAll(left) <= (1 - ALL) * all &&
      words.length - unsaid.length + claim.numbers.length + claim.times.length >= LEAST &&
      unsaid.length * WORDS_TOGETHER <= words.length &&
      !left.some(({ decisive }) => decisive) &&
      sentences.every(isUnopposed) &&
      claim.negations <= Math.max(...sentences.map(({ evidence }) => evidence.statement.negations)),
  }
}

/** What the sentence says itself counts beside what it stands under. */
const worth = ({ about, alone }: Weighed): number => about + alone

function partsOf(claim: Statement, corpus: Corpus): Part[] {
  const number = numberWeight(corpus)
  return [
    ...claim.words.map((word): Part => ({
      span: word,
      weight: weightOf(word, claim, corpus),
      decisive: word.name || isDone(claim.text, word),
      little: !word.name && saysLittle(word.term, claim.language),
      isIn: ({ compared }) => !compared.missing.includes(word),
    })),
    ...claim.numbers.map((one): Part => ({
      span: one,
      weight: number,
      decisive: true,
      little: false,
      isIn: ({ compared }) => compared.numbers.some((pair) => pair.claim === one && isBacked(pair)),
    })),
    ...claim.times.map((time): Part => ({
      span: time,
      weight: number,
      decisive: true,
      little: false,
      isIn: ({ compared }) => compared.times.some((pair) => pair.claim === time && isTimed(pair)),
    })),
  ]
}

/** Another number of the same thing, or the one date there is. */
function withCounterpart({ start, end }: Span, { compared, evidence }: Weighed): Left {
  const { text, times } = evidence.statement
  const isOf = (pair: { readonly claim: Span }): boolean => pair.claim.start === start
  const there =
    compared.numbers.find((pair) => isOf(pair) && pair.alike)?.evidence ??
    (times.length === 1 ? compared.times.find(isOf)?.evidence : undefined)
  return {
    start,
    end,
    ...(there !== undefined && { wording: text.slice(there.start, there.end) }),
  }
}

const weightAll = (parts: readonly Part[]): number =>
  parts.reduce((sum, { weight }) => sum + weight, 0)

const isUnopposed = ({ compared }: Weighed): boolean =>
  compared.opposites.length === 0 && compared.denied.length === 0 && compared.elsewhere.length === 0
