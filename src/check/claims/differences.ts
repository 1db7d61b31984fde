/** What of a claim cannot be true with a sentence of a document. */
import type { Corpus } from '../../../index/corpus.ts'
import type { Span } from '../../../index/document.ts'
import { asWords, exactly, within } from '../../../index/languages/combined.ts'
import { phrases } from '../../../index/languages/phrases.ts'
import { saysLittle } from '../../../index/languages/everyday.ts'
import { SAYS } from '../../ask/says.ts'
import type { Draft, DraftSentence } from '../draft.ts'
import type { Aligned } from '../judge/align.ts'
import type { AlignedTime } from '../judge/align-times.ts'
import { compareTimes } from '../judge/times.ts'
import type { Judged } from '../judge/judge.ts'
import type { Statement, Word } from '../judge/statement.ts'
import { otherSpeaker } from '../quotations/speaker.ts'
import { swappedNames } from './names.ts'
import { bearsOut, SURE as SAYS_SO } from './supports.ts'
import type { Weighed } from './weigh.ts'

/** A sentence says the rest of a claim where it has so much of it, by what its words say. */
const REST = 0.42
/** And so much where it is denied, or somebody else's. */
const DENIED = 0.56
/** The least probability of a contradiction by a number. */
const SURE = 0.45
/** Where a name or a date is another, so much of the claim's other words stands there. */
const ALL_BUT = 0.75
/** A number is another's counterpart where so much speaks for it. */
export const FITS = 2
/** And where both are of one measure and share a word. */
const ALIKE_FITS = 1.5
/** The least probability of a contradiction by a date, where all else is said. */
const TIME_SURE = 0.25

/** What of the claim cannot be true with a sentence, and the sentence's words in its place. */
export interface Difference {
  readonly claim: Span
  readonly wording?: string
}

/**
 * @param near sentences that are about as near: what one of them bears out is no difference
 * @param quotes whether the claim stands beside a quotation, whose denials are not the claim's
 */
export function differencesOf(
  one: Weighed,
  claim: Statement,
  near: readonly Weighed[],
  quotes: boolean,
): Difference[] {
  const { about, compared, evidence } = one
  const parts = claim.words.length + claim.numbers.length + claim.times.length
  if (about < REST || compared.covered < REST) return []
  const elsewhere = (test: (other: Judged['compared']) => boolean): boolean =>
    near.some((other) => test(other.compared))
  const instead = ({
    claim: own,
    evidence: there,
  }: {
    claim: Span
    evidence: Span
  }): Difference => ({
    claim: own,
    wording: evidence.statement.text.slice(there.start, there.end),
  })
  const found = [
    ...numbersApart(one, elsewhere),
    ...timesApart(one, claim, elsewhere),
    // "north" and "south" can stand in one true report, but not where all else is the same.
    ...compared.opposites.filter((pair) => pair.plain || saysRest(one, claim, [pair.claim])),
    ...namesApart(one, claim, elsewhere),
  ].map(instead)
  if (about >= DENIED && !quotes && oneDenies(one))
    found.push(
      ...compared.deniedOutright
        .filter((word) => !isDeniedWithin(word, evidence.statement))
        .slice(0, 1)
        .map((word) => ({ claim: word })),
    )
  return parts - found.length >= 2 ? found : []
}

const IN_TURN = within(phrases('checking', 'inTurn'), asWords, 'iu')
const PREFIXES = exactly(phrases('checking', 'denyingPrefixes'))

/** "has not changed" and "remained unchanged" deny the same. */
const isDeniedWithin = ({ folded }: Word, { tokens }: Statement): boolean =>
  tokens.some(
    (token) =>
      token.folded.length > folded.length &&
      token.folded.endsWith(folded) &&
      PREFIXES.test(token.folded.slice(0, -folded.length)),
  )

type Elsewhere = (test: (other: Judged['compared']) => boolean) => boolean

/** Numbers of the same thing that cannot both be; those of another day can. */
function numbersApart({ compared, sure, evidence }: Weighed, elsewhere: Elsewhere): Aligned[] {
  if (IN_TURN.test(evidence.statement.text)) return []
  if (compared.times.some(({ relation }) => relation === 'apart')) return []
  return compared.numbers.filter(
    (pair) =>
      pair.relation === 'apart' &&
      !pair.others.includes('same') &&
      ((sure.contradicted >= SURE &&
        (pair.fit >= FITS || (pair.alike && pair.fit >= ALIKE_FITS))) ||
        isLastLeft(pair, compared.numbers, evidence.statement)) &&
      !elsewhere((other) => other.numbers.some((one) => one.claim === pair.claim && bearsOut(one))),
  )
}

/** All the other numbers of the claim stand there, and one of its kind is left over: the two are of one thing. */
function isLastLeft(pair: Aligned, pairs: readonly Aligned[], { numbers }: Statement): boolean {
  const others = pairs.filter((one) => one !== pair)
  if (others.length === 0 || !others.every(({ relation }) => relation === 'same')) return false
  const { measure, unit } = pair.claim
  const left = numbers.filter(
    (one) =>
      one.measure === measure &&
      one.unit === unit &&
      !others.some(({ evidence }) => evidence === one),
  )
  return left.length === 1 && left[0] === pair.evidence
}

/** All else is said there, and of other days. */
function timesApart(one: Weighed, claim: Statement, elsewhere: Elsewhere): AlignedTime[] {
  const { compared, sure, evidence } = one
  if (claim.times.length > 1 || sure.contradicted < TIME_SURE || !saysRest(one, claim, []))
    return []
  return compared.times.filter(
    ({ relation, claim: time }) =>
      relation === 'apart' &&
      evidence.statement.times.every((other) => compareTimes(time, other) === 'apart') &&
      !elsewhere((other) =>
        other.times.some((pair) => pair.claim === time && pair.relation !== 'apart'),
      ),
  )
}

function namesApart(
  one: Weighed,
  claim: Statement,
  elsewhere: Elsewhere,
): { claim: Span; evidence: Span }[] {
  const { compared, evidence } = one
  return swappedNames(claim, evidence.statement, compared.missing).filter(
    ({ claim: span }) =>
      saysRest(one, claim, [span]) &&
      !elsewhere((other) =>
        claim.words.some((word) => isWithin(word, span) && !other.missing.includes(word)),
      ),
  )
}

const isWithin = (inner: Span, outer: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

/** All names, and most of the other words that say something, stand there. */
function saysRest({ compared }: Weighed, claim: Statement, but: readonly Span[]): boolean {
  const rest = claim.words.filter(
    (word) =>
      !but.some((span) => isWithin(word, span)) &&
      (word.name || !saysLittle(word.term, claim.language)),
  )
  const missing = rest.filter((word) => compared.missing.includes(word))
  return !missing.some(({ name }) => name) && missing.length <= (1 - ALL_BUT) * rest.length
}

/** The document says it, but it is not who the draft says. */
export function speakerDifference(
  { evidence: { passage, at }, alone, sure }: Weighed,
  draft: Draft,
  sentence: DraftSentence,
  corpus: Corpus,
): Difference[] {
  const span = passage.sentences[at]
  if (span === undefined || !SAYS.test(sentence.own)) return []
  if (alone < DENIED || sure.supported < SAYS_SO) return []
  const own = { text: sentence.own, language: draft.language }
  const other = otherSpeaker(
    own,
    { start: 0, end: sentence.own.length },
    passage.document,
    span,
    corpus,
  )
  return other === undefined ? [] : [{ claim: other.at, wording: other.document }]
}

/** Only one of the two has a negation at all: where both have, each may deny what it likes. */
const oneDenies = ({ compared, evidence }: Weighed): boolean =>
  (compared.negations === 0) !== (evidence.statement.negations === 0)
