/** A claim's verdict and those of its numbers, at their places in the draft. */
import type { Span } from '../../../index/document.ts'
import { makeQuote } from '../../ask/quotes.ts'
import type { Finding, Quote, Verdict } from '../../reply.ts'
import type { DraftSentence } from '../draft.ts'
import type { Evidence } from '../evidence.ts'
import type { Aligned } from '../judge/align.ts'
import type { Mention } from '../judge/statement.ts'
import { type Difference, FITS } from './differences.ts'
import { isBacked } from './supports.ts'
import type { Left, Together } from './together.ts'
import type { Weighed } from './weigh.ts'

/** A sentence has a part of the claim where it has so much of what the claim is about. */
const NEAR = 0.35
/** And is worth a look where it has so much. */
const SHOWN = 0.25

/** Findings of a sentence, at their places in the draft. */
export class Placed {
  readonly #sentence: DraftSentence

  constructor(sentence: DraftSentence) {
    this.#sentence = sentence
  }

  supported(
    support: readonly Weighed[],
    against: Weighed | undefined,
    numbers: readonly Mention[],
  ): Finding[] {
    const confidence = Math.min(...support.map(({ sure }) => sure.supported))
    const reason =
      support.length === 1
        ? 'The documents say so.'
        : `${support.length} sentences of one document say it together.`
    const saying = (number: Mention): Weighed | undefined =>
      support.find(({ compared }) =>
        compared.numbers.some((pair) => pair.claim === number && isBacked(pair)),
      )
    return [
      this.#claim('supported', confidence, reason, [], support),
      ...numbers.flatMap((number) => this.#number(number, saying(number), against)),
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

  /** @param some what comes nearest, if anything does */
  open(some: Together | undefined): Finding[] {
    const nearest = some?.sentences[0]
    const about = nearest?.about ?? 0
    if (some === undefined || nearest === undefined || about < NEAR)
      return [
        this.#claim(
          'not stated',
          1 - about,
          'No document says this.',
          [],
          nearest === undefined || about < SHOWN ? [] : [nearest],
        ),
      ]
    const { left, sentences } = some
    if (left.length === 0)
      return [
        this.#claim(
          'partly',
          about,
          'Its words stand there, but nothing shows that the same is said.',
          [],
          sentences,
        ),
      ]
    return [
      this.#claim(
        'partly',
        about,
        `There is no evidence for ${listed(left.map((span) => this.#text(span)))}.${instead(left)}`,
        left.map(({ wording, ...span }) => ({
          ...this.#at(span),
          ...(wording !== undefined && { wording }),
          harmless: false,
        })),
        sentences,
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

/** What the sentence has where the claim has another number or date. */
const instead = (left: readonly Left[]): string => {
  const wordings = left.flatMap(({ wording }) => wording ?? [])
  return wordings.length === 0 ? '' : ` The document has ${listed(wordings)} there.`
}

const MOST_LISTED = 4

function listed(words: readonly string[]): string {
  const different = [...new Set(words)]
  const shown = different.slice(0, MOST_LISTED).map((word) => `“${word}”`)
  return different.length > shown.length ? `${shown.join(', ')} and more` : shown.join(', ')
}
