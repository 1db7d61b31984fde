/** A claim against its evidence: what the documents say to it, and to each of its numbers. */
import type { Corpus } from '../../index/corpus.ts'
import type { Language, Span } from '../../index/document.ts'
import { saysLittle } from '../../index/languages/everyday.ts'
import type { FieldWords } from '../ask/field-words.ts'
import { SAYS } from '../ask/says.ts'
import { makeQuote } from '../ask/quotes.ts'
import type { Finding, Quote, Verdict } from '../reply.ts'
import { aboutness } from './about.ts'
import type { Draft, DraftSentence } from './draft.ts'
import type { Evidence } from './evidence.ts'
import type { Aligned } from './judge/align.ts'
import { type Judged, judge, type JudgeModel } from './judge/judge.ts'
import { otherSpeaker } from './quotations/speaker.ts'
import { type Mention, readStatement, type Statement } from './judge/statement.ts'

/** A sentence is about the same where it has so much of the claim. */
const SAME = 0.5
/** And so much where a part of it is another. */
const AGAINST = 0.42
/** And so much where it is denied, or somebody else's. */
const DENIED = 0.56
/** What comes within this share of the best is looked at beside it. */
const CLOSE = 0.8
/** So much of the claim stands there where all of it is said. */
const ALL = 0.5
/** The least probability that a sentence supports the claim. */
const SURE = 0.3
/** A number is another's counterpart where so much speaks for it. */
const FITS = 2

export interface Judging {
  readonly corpus: Corpus
  readonly field: FieldWords
  readonly model: JudgeModel
  readonly draft: Draft
}

interface Weighed extends Judged {
  readonly evidence: Evidence
  readonly about: number
}

/** What of the claim cannot be true with a sentence, and the sentence's words in its place. */
interface Difference {
  readonly claim: Span
  readonly wording?: string
}

/** The claim's verdict and those of its numbers, in the order of the draft. */
export function judgeClaim(
  sentence: DraftSentence,
  evidence: readonly Evidence[],
  { corpus, field, model, draft }: Judging,
): Finding[] {
  const { language } = draft
  const claim = readStatement(sentence.own, language)
  const weighed = evidence
    .map((one): Weighed => ({
      evidence: one,
      about: aboutness(claim, one, corpus, field),
      ...judge(model, claim, one.statement, { context: one.context, field }),
    }))
    .sort((a, b) => b.about - a.about)
  const best = weighed[0]?.about ?? 0
  const near = weighed.filter(({ about }) => about >= CLOSE * best)
  const support = near
    .filter((one) => supports(one, claim) && !isOfPart(one, near))
    .reduce<Weighed | undefined>(
      (most, one) => (one.sure.supported > (most?.sure.supported ?? 0) ? one : most),
      undefined,
    )
  const against = near
    .map((one) => ({
      one,
      differences: [
        ...differencesOf(one, near),
        ...speakerDifference(one, draft, sentence, corpus),
      ],
    }))
    .find(
      ({ one, differences }) => differences.length > 0 && speaksAgainst(one, differences, claim),
    )
  const at = new Placed(sentence, language)
  const numbers = claim.numbers.filter(
    ({ measure }) => measure !== 'ordinal' && measure !== 'plain',
  )
  if (support !== undefined) return at.supported(support, against?.one, numbers)
  if (against !== undefined) return at.contradicted(against.one, against.differences, numbers)
  return at.open(weighed[0])
}

/** "fewer than 20": whatever is smaller lies within, a part of those that are meant too. */
const isCapped = ({ claim, relation }: Aligned): boolean =>
  relation === 'within' && '≤<'.includes(claim.relation)

const bearsOut = (pair: Aligned): boolean => pair.relation !== 'apart' && !isCapped(pair)

/** It bears out a cap that another sentence's number of the same thing is above. */
const isOfPart = ({ compared }: Weighed, near: readonly Weighed[]): boolean =>
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
function supports({ compared, sure, about, evidence }: Weighed, claim: Statement): boolean {
  const { numbers, times, missing, elsewhere, denied, opposites } = compared
  // A bound holds many a number of the sentence: only one of the same thing bears it out.
  const isBacked = ({ relation, alike }: Aligned): boolean =>
    relation !== 'apart' && relation !== 'overlap' && (alike || relation === 'same')
  return (
    about >= ALL &&
    sure.supported >= SURE &&
    numbers.length === claim.numbers.length &&
    numbers.every(isBacked) &&
    times.length === claim.times.length &&
    times.every(
      ({ relation }) =>
        relation === 'same' || relation === 'within' || evidence.statement.times.length === 0,
    ) &&
    !missing.some(({ name }) => name) &&
    elsewhere.length === 0 &&
    denied.length === 0 &&
    opposites.length === 0 &&
    // "denied nothing" is not said by "denied all of it".
    claim.negations <= evidence.statement.negations
  )
}

/** Without what differs, the sentence is about the same. */
function speaksAgainst(
  { about, compared }: Weighed,
  differences: readonly Difference[],
  claim: Statement,
): boolean {
  const parts = claim.words.length + claim.numbers.length + claim.times.length
  const others = parts - differences.length
  return others >= 2 && about >= AGAINST && compared.covered >= AGAINST
}

function differencesOf(
  { compared, evidence, about }: Weighed,
  near: readonly Weighed[],
): Difference[] {
  const { numbers, times, opposites, deniedOutright, swaps } = compared
  const elsewhere = (test: (other: Judged['compared']) => boolean): boolean =>
    near.some((other) => test(other.compared))
  const instead = (claim: Span, there: Span): Difference => ({
    claim,
    wording: evidence.statement.text.slice(there.start, there.end),
  })
  return [
    ...numbers
      .filter(({ relation, fit }) => relation === 'apart' && fit >= FITS)
      .filter(
        ({ claim }) =>
          !elsewhere((other) =>
            other.numbers.some((pair) => pair.claim === claim && bearsOut(pair)),
          ),
      )
      .map(({ claim, evidence: there }) => instead(claim, there)),
    ...times
      .filter(({ relation }) => relation === 'apart')
      .filter(
        ({ claim }) =>
          !elsewhere((other) =>
            other.times.some((pair) => pair.claim === claim && pair.relation !== 'apart'),
          ),
      )
      .map(({ claim, evidence: there }) => instead(claim, there)),
    ...opposites
      .filter(({ plain }) => plain)
      .map(({ claim, evidence: there }) => instead(claim, there)),
    ...swaps
      .filter(({ claim }) => claim.name)
      .filter(({ claim }) => !elsewhere((other) => !other.missing.includes(claim)))
      .map(({ claim, evidence: there }) => instead(claim, there)),
    ...(about >= DENIED && oneDenies({ compared, evidence })
      ? deniedOutright.slice(0, 1).map((claim) => ({ claim }))
      : []),
  ]
}

/** The document says it, but it is not who the draft says. */
function speakerDifference(
  { evidence: { passage, at }, about }: Weighed,
  draft: Draft,
  sentence: DraftSentence,
  corpus: Corpus,
): Difference[] {
  const span = passage.sentences[at]
  if (span === undefined || about < DENIED || !SAYS.test(sentence.own)) return []
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
const oneDenies = ({ compared, evidence }: Pick<Weighed, 'compared' | 'evidence'>): boolean =>
  (compared.negations === 0) !== (evidence.statement.negations === 0)

/** Findings of a sentence, at their places in the draft. */
class Placed {
  readonly #sentence: DraftSentence
  readonly #language: Language

  constructor(sentence: DraftSentence, language: Language) {
    this.#sentence = sentence
    this.#language = language
  }

  supported(
    support: Weighed,
    against: Weighed | undefined,
    numbers: readonly Mention[],
  ): Finding[] {
    return [
      this.#claim('supported', support.sure.supported, 'The documents say so.', [], [support]),
      ...numbers.flatMap((number) => this.#number(number, support, against)),
    ]
  }

  contradicted(
    against: Weighed,
    differences: readonly Difference[],
    numbers: readonly Mention[],
  ): Finding[] {
    const [first] = differences
    const reason =
      first?.wording === undefined
        ? 'One of the two denies it.'
        : `“${this.#text(first.claim)}” here, “${first.wording}” in the document.`
    const marks = differences.map(({ claim, wording }) => ({
      ...this.#at(claim),
      ...(wording !== undefined && { wording }),
      harmless: false,
    }))
    return [
      this.#claim('contradicted', against.about, reason, marks, [against]),
      ...numbers.flatMap((number) => this.#number(number, undefined, against)),
    ]
  }

  /** @param nearest what comes nearest, if anything does */
  open(nearest: Weighed | undefined): Finding[] {
    if (nearest === undefined || nearest.about < SAME)
      return [
        this.#claim(
          'not stated',
          1 - (nearest?.about ?? 0),
          'No document says this.',
          [],
          nearest === undefined || nearest.about < SAME / 2 ? [] : [nearest],
        ),
      ]
    const { numbers } = nearest.compared
    const missing = nearest.compared.missing.filter(
      ({ term, name }) => name || !saysLittle(term, this.#language),
    )
    const unbacked = numbers.filter(
      ({ relation }) => relation === 'overlap' || relation === 'apart',
    )
    const without = [...missing, ...unbacked.map(({ claim }) => claim)]
    if (without.length === 0)
      return [
        this.#claim(
          'not stated',
          1 - nearest.about,
          'Its words stand there, but nothing shows that the same is said.',
          [],
          [nearest],
        ),
      ]
    return [
      this.#claim(
        'partly',
        nearest.about,
        `There is no evidence for ${listed(without.map((span) => this.#text(span)))}.`,
        without.map((span) => ({ ...this.#at(span), harmless: false })),
        [nearest],
      ),
    ]
  }

  #claim(
    verdict: Verdict,
    confidence: number,
    reason: string,
    differences: Finding['differences'],
    evidence: readonly Weighed[],
  ): Finding {
    const { start, end } = this.#sentence
    return {
      kind: 'claim',
      start,
      end,
      verdict,
      confidence,
      reason,
      differences,
      quotes: evidence.map(quoteOf),
    }
  }

  #number(number: Mention, support: Weighed | undefined, against: Weighed | undefined): Finding[] {
    const [pro, contra] = [support, against].map((one) =>
      one?.compared.numbers.find(({ claim }) => claim === number),
    )
    const agrees =
      pro !== undefined && pro.relation !== 'apart' && pro.relation !== 'overlap' ? pro : undefined
    const differs = contra?.relation === 'apart' && contra.fit >= FITS ? contra : undefined
    const [found, from] = differs === undefined ? [agrees, support] : [differs, against]
    if (found === undefined || from === undefined) return []
    const verdict = verdictOf(agrees, differs, support, against)
    const at = this.#at(number)
    const wording = from.evidence.statement.text.slice(found.evidence.start, found.evidence.end)
    return [
      {
        kind: 'number',
        ...at,
        verdict,
        confidence: from.about,
        reason: NUMBER_REASONS[verdict](wording),
        differences:
          verdict === 'agrees'
            ? []
            : [{ ...at, wording, harmless: verdict === 'within' || verdict === 'rounded' }],
        quotes: [support, differs === undefined ? undefined : against].flatMap((one) =>
          one === undefined ? [] : [quoteOf(one)],
        ),
      },
    ]
  }

  #at({ start, end }: Span): Span {
    return { start: this.#sentence.start + start, end: this.#sentence.start + end }
  }

  #text({ start, end }: Span): string {
    return this.#sentence.own.slice(start, end)
  }
}

type NumberVerdict = Extract<
  Verdict,
  'agrees' | 'within' | 'rounded' | 'differs' | 'outdated' | 'disputed'
>

const NUMBER_REASONS: Readonly<Record<NumberVerdict, (wording: string) => string>> = {
  agrees: () => 'The same number stands there.',
  within: (wording) => `“${wording}” there lies within it.`,
  rounded: (wording) => `It rounds “${wording}”.`,
  differs: (wording) => `The document says “${wording}”.`,
  outdated: (wording) => `A later document of the same publisher says “${wording}”.`,
  disputed: (wording) => `Another document says “${wording}”.`,
}

function verdictOf(
  agrees: Aligned | undefined,
  differs: Aligned | undefined,
  support: Weighed | undefined,
  against: Weighed | undefined,
): NumberVerdict {
  if (agrees === undefined) return 'differs'
  if (differs === undefined || support === undefined || against === undefined)
    return agrees.relation === 'within' || agrees.relation === 'rounded'
      ? agrees.relation
      : 'agrees'
  return isLater(against.evidence, support.evidence) ? 'outdated' : 'disputed'
}

/** Of the same publisher, and newer. */
function isLater(
  { passage: { document: a } }: Evidence,
  { passage: { document: b } }: Evidence,
): boolean {
  return (
    a.publisher !== undefined &&
    a.publisher.value === b.publisher?.value &&
    a.date !== undefined &&
    b.date !== undefined &&
    a.date.value > b.date.value
  )
}

function quoteOf({ evidence: { passage, at }, compared }: Weighed): Quote {
  const sentence = passage.sentences[at]
  if (sentence === undefined) throw new RangeError(`passage ${passage.id} has no sentence ${at}`)
  const marks = [
    ...compared.numbers.map(({ evidence }) => evidence),
    ...compared.times
      .filter(({ relation }) => relation !== 'overlap')
      .map(({ evidence }) => evidence),
    ...compared.opposites.map(({ evidence }) => evidence),
  ]
  return makeQuote(passage, sentence, apart(marks))
}

/** In order, none within another. */
function apart(spans: readonly Span[]): Span[] {
  const found: Span[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end))
    if (start >= (found.at(-1)?.end ?? 0)) found.push({ start, end })
  return found
}

const MOST_LISTED = 4

function listed(words: readonly string[]): string {
  const different = [...new Set(words)]
  const shown = different.slice(0, MOST_LISTED).map((word) => `“${word}”`)
  return different.length > shown.length ? `${shown.join(', ')} and more` : shown.join(', ')
}
