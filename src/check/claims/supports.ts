/** When a sentence of a document bears a claim out. */
import { type Aligned, isNear } from '../judge/align.ts'
import type { AlignedTime } from '../judge/align-times.ts'
import type { Span } from '../../../index/document.ts'
import { within } from '../../../index/languages/combined.ts'
import { saysLittle } from '../../../index/languages/everyday.ts'
import { phrases } from '../../../index/languages/phrases.ts'
import type { Compared } from '../judge/features.ts'
import type { Statement, Word } from '../judge/statement.ts'
import type { Weighed } from './weigh.ts'

/** So much of the claim stands there where all of it is said. */
const ALL = 0.5
/** The least probability that a sentence supports the claim. */
export const SURE = 0.3

/** "fewer than 20": whatever is smaller lies within, a part of those that are meant too. */
const isCapped = ({ claim, relation }: Aligned): boolean =>
  relation === 'within' && '≤<'.includes(claim.relation)

/** One word in so many may be the writer's own: of a shorter claim none, which would be what it claims. */
const WORDS_FOR_ONE = 3

/** "praised", "welcomed": what somebody is said to have done is what is claimed. */
const DONE = within(phrases('checking', 'done'), (words) => String.raw`^(?:${words})$`, 'u')

export const isDone = (text: string, { start, end }: Span): boolean =>
  DONE.test(text.slice(start, end).toLowerCase())

/** Fewer parts of a claim than this, found in a sentence, are no statement of it. */
export const LEAST = 2

/** What a word counts that only the heading or the sentences before have. */
const ABOVE = 0.5

/** What is claimed, without who says so: a speaker bears nothing out. */
export function claimed({ words, language }: Statement, speakers: readonly Span[]): Word[] {
  return words.filter(
    (word) =>
      !saysLittle(word.term, language) &&
      !speakers.some(({ start, end }) => start <= word.start && word.end <= end),
  )
}

/** What stands above a sentence says of whom and where, not what. */
export const isSaid = ({ missing, above }: Compared, word: Word): boolean =>
  !missing.includes(word) && (word.name || !above.includes(word))

export const bearsOut = (pair: Aligned): boolean => pair.relation !== 'apart' && !isCapped(pair)

/** A bound holds many a number of the sentence: only one of the same thing bears it out. */
export const isBacked = ({ relation, alike, claim, evidence }: Aligned): boolean =>
  relation === 'same' ||
  (alike && (relation === 'rounded' || (relation === 'within' && isNear(claim, evidence))))

/** "by April" is not said by "by March": who plans for the one does not plan for the other. */
export const isTimed = ({ claim, evidence, relation }: AlignedTime): boolean =>
  relation === 'same' ||
  (relation === 'within' && !(claim.bound === 'until' && evidence.bound === 'until'))

/** It bears out a cap that another sentence's number of the same thing is above. */
export const isOfPart = ({ compared }: Weighed, near: readonly Weighed[]): boolean =>
  compared.numbers
    .filter(isCapped)
    .some(({ claim }) =>
      near.some((other) =>
        other.compared.numbers.some(
          (pair) => pair.claim === claim && pair.alike && pair.relation === 'apart',
        ),
      ),
    )

/** Nothing of it is missing but words that a writer may choose, and nothing is another. */
export function supports(
  { compared, sure, alone, evidence }: Weighed,
  claim: Statement,
  speakers: readonly Span[],
): boolean {
  const words = claimed(claim, speakers)
  const said = words.filter((word) => isSaid(compared, word))
  const unsaid = words.filter((word) => compared.missing.includes(word)).length
  const onlyAbove = words.length - said.length - unsaid
  const { numbers, times, missing, elsewhere, denied, opposites } = compared
  return (
    alone >= ALL &&
    sure.supported >= SURE &&
    numbers.length === claim.numbers.length &&
    numbers.every(isBacked) &&
    times.length === claim.times.length &&
    times.every(isTimed) &&
    !missing.some(({ name }) => name) &&
    (unsaid + onlyAbove * ABOVE) * WORDS_FOR_ONE <= words.length &&
    said.length + numbers.length + times.length >= LEAST &&
    !missing.some((word) => isDone(claim.text, word)) &&
    elsewhere.length === 0 &&
    denied.length === 0 &&
    opposites.length === 0 &&
    // "denied nothing" is not said by "denied all of it".
    claim.negations <= evidence.statement.negations
  )
}
