/** A claim's verdict and those of its numbers, at their places in the draft. */
import type { Span } from '../../../index/document.ts'
import { makeQuote } from '../../ask/quotes.ts'
import type { Finding, Quote, Verdict } from '../../reply.ts'
import type { Wordings } from '../../wordings/wordings.ts'
import type { DraftSentence } from '../draft.ts'
import type { Evidence } from '../evidence.ts'
import type { Aligned } from '../judge/align.ts'
import type { Mention } from '../judge/statement.ts'
import { type Difference, FITS } from './differences.ts'
import { isBacked } from './supports.ts'
import type { Together } from './together.ts'
import type { Weighed } from './weigh.ts'

/** A sentence has a part of the claim where it has so much of what the claim is about. */
const NEAR = 0.35
/** And is worth a look where it has so much. */
const SHOWN = 0.25

/** Findings of a sentence, at their places in the draft. */
export class Placed {
  readonly #sentence: DraftSentence
  readonly #words: Wordings['checks']

  constructor(sentence: DraftSentence, words: Wordings['checks']) {
    this.#sentence = sentence
    this.#words = words
  }

  supported(
    support: readonly Weighed[],
    against: Weighed | undefined,
    numbers: readonly Mention[],
  ): Finding[] {
    const confidence = Math.min(...support.map(({ sure }) => sure.supported))
    const reason = this.#words.claims.supported(support.length)
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
        ? this.#words.claims.denied
        : this.#words.claims.otherwise(this.#text(first.claim), first.wording)
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
          this.#words.claims.notStated,
          [],
          nearest === undefined || about < SHOWN ? [] : [nearest],
        ),
      ]
    const { left, sentences } = some
    if (left.length === 0)
      return [this.#claim('partly', about, this.#words.claims.unshown, [], sentences)]
    return [
      this.#claim(
        'partly',
        about,
        this.#words.claims.noEvidence(
          [...new Set(left.map((span) => this.#text(span)))],
          [...new Set(left.flatMap(({ wording }) => wording ?? []))],
        ),
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
        reason: this.#words.numbers[verdict](wording),
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
