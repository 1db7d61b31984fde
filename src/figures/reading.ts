/** A figure as the look-up sees it: the terms of its own parts, of its sentence, of what is around. */
import { analyze, indexTerms, type Token } from '../../index/analyzer.ts'
import { within } from '../../index/languages/combined.ts'
import { phrases } from '../../index/languages/phrases.ts'
import { sentences } from '../../index/sentences.ts'
import type { Language, Span } from '../../index/document.ts'
import { type Figure, sentenceOf, sliceOf, wholeOf } from '../../index/quantities/figure-index.ts'
import { leadsToPlace } from '../../index/quantities/context/place.ts'
import type { FieldWords } from '../ask/field-words.ts'
import { type CountedWords, readCounted, termsOf } from './counted.ts'

export interface FigureTerms {
  readonly figure: Figure
  readonly counted: CountedWords
  /** Terms of what is counted, what happened and the unit, those of what it is part of too. */
  readonly own: ReadonlySet<string>
  /** Those of its own terms that are written without a capital: things, not names. */
  readonly things: ReadonlySet<string>
  /** Terms of its place where its own sentence names one. */
  readonly place: ReadonlySet<string>
  readonly speakers: ReadonlySet<string>
  /** Terms of its sentence that no figure of the same kind has for its own. */
  readonly sentence: ReadonlySet<string>
  /** Names in its sentence. */
  readonly names: ReadonlySet<string>
  /** Names in its sentence that stand where places do: "from Gao". */
  readonly placed: ReadonlySet<string>
  /** Names in the sentences before it in the paragraph. */
  readonly before: ReadonlySet<string>
  /** Terms of the sentence before it, where it goes on with what that one speaks of. */
  readonly previous: ReadonlySet<string>
  /** Terms of the headings above it. */
  readonly headings: ReadonlySet<string>
  /** Terms of its document's title and publisher. */
  readonly document: ReadonlySet<string>
}

const GOES_ON = within(
  phrases('comparing', 'goesOn'),
  (words) => String.raw`^[\s“"(]{0,3}(?:${words})(?!\p{L})`,
  'iu',
)
/** Stems of what places are. */
const KINDS_OF_PLACES = within(
  phrases('lookUps', 'kindsOfPlaces'),
  (words) => String.raw`^(?:${words})$`,
)
/** Characters. */
const FIRST_WORDS = 30
const NONE: ReadonlySet<string> = new Set()

/** So much text before a sentence is looked through for names. */
const BEFORE = 2000
/** A sentence with more figures is a table; of so many is known what they count. */
const MOST_RIVALS = 50

/** Reads figures. What those of one sentence or one document share is read once. */
export class FigureReader {
  readonly #field: FieldWords
  readonly #readings = new Map<Figure, FigureTerms>()
  readonly #counted = new Map<Figure, CountedWords>()
  readonly #tokens = new Map<string, readonly Token[]>()
  readonly #terms = new Map<string, ReadonlySet<string>>()
  readonly #sentences = new Map<readonly Figure[], Map<number, Figure[]>>()

  readonly #names = new Map<readonly Token[], ReadonlySet<string>>()
  readonly #placed = new Map<readonly Token[], ReadonlySet<string>>()
  #reads = 0

  constructor(field: FieldWords) {
    this.#field = field
  }

  /** How often it was asked for a figure. */
  get reads(): number {
    return this.#reads
  }

  read(figure: Figure): FigureTerms {
    this.#reads++
    const known = this.#readings.get(figure) ?? this.#read(figure)
    this.#readings.set(figure, known)
    return known
  }

  #read(figure: Figure): FigureTerms {
    const { document, quantity, heading } = figure
    const { language } = document
    const { place, attribution } = quantity
    const sentence = sentenceOf(figure)
    const whole = wholeOf(figure)
    const before = { start: Math.max(0, sentence.start - BEFORE), end: sentence.start }
    const own = ownSpans(figure).flatMap((span) => this.#tokensOf(figure, span))
    const namesIn = (span: Span): ReadonlySet<string> => this.#namesIn(figure, span)
    let known: ReadonlySet<string> | undefined
    const previous = (): ReadonlySet<string> => this.#previousTerms(figure)
    const termsIn = (text: string): ReadonlySet<string> => this.#termsIn(text, language)
    return {
      figure,
      counted: this.#countedOf(figure),
      own: new Set([...contentOf(own), ...(whole === undefined ? [] : this.#ownTerms(whole))]),
      things: new Set(own.flatMap(({ capital, terms }) => (capital ? [] : terms))),
      place: new Set(place?.origin === 'sentence' ? placeTerms(place.wording, language) : []),
      speakers: new Set(
        attribution.flatMap(({ speaker }) => contentOf(this.#tokensOf(figure, speaker))),
      ),
      sentence: this.#sentenceTerms(figure),
      names: this.#namesIn(figure, sentence),
      placed: this.#placedIn(figure, sentence),
      // Most figures are left aside for their own words: what is around them is read on demand.
      get before() {
        return namesIn(before)
      },
      get previous() {
        known ??= previous()
        return known
      },
      get headings() {
        return termsIn(heading)
      },
      get document() {
        return termsIn(`${document.title.value} . ${document.publisher?.value ?? ''}`)
      },
    }
  }

  /** The words of its sentence, rivals' too, with offsets that count from the sentence's start. */
  wordsAround(figure: Figure): readonly Token[] {
    return this.#tokensOf(figure, sentenceOf(figure))
  }

  #countedOf(figure: Figure): CountedWords {
    const known = this.#counted.get(figure) ?? readCounted(figure, this.#field)
    this.#counted.set(figure, known)
    return known
  }

  #ownTerms(figure: Figure): string[] {
    return ownSpans(figure).flatMap((span) => contentOf(this.#tokensOf(figure, span)))
  }

  #namesIn(figure: Figure, span: Span): ReadonlySet<string> {
    const tokens = this.#tokensOf(figure, span)
    const known = this.#names.get(tokens) ?? namesOf(tokens)
    this.#names.set(tokens, known)
    return known
  }

  #previousTerms(figure: Figure): ReadonlySet<string> {
    const { document, paragraph } = figure
    const { start } = sentenceOf(figure)
    const text = document.clean.slice(paragraph.start, paragraph.end)
    if (start === 0 || !GOES_ON.test(text.slice(start, start + FIRST_WORDS))) return NONE
    const from = Math.max(0, start - BEFORE)
    const last = sentences(text.slice(from, start), document.language).at(-1)
    if (last === undefined) return NONE
    const span = { start: from + last.start, end: from + last.end }
    return new Set(contentOf(this.#tokensOf(figure, span)))
  }

  #placedIn(figure: Figure, span: Span): ReadonlySet<string> {
    const tokens = this.#tokensOf(figure, span)
    const known = this.#placed.get(tokens) ?? placedOf(tokens, figure.document.language)
    this.#placed.set(tokens, known)
    return known
  }

  /** Offsets count from the start of the span. */
  #tokensOf(figure: Figure, span: Span): readonly Token[] {
    const { document, paragraph } = figure
    const key = `${document.id} ${paragraph.start + span.start} ${paragraph.start + span.end}`
    const known = this.#tokens.get(key) ?? analyze(sliceOf(figure, span), document.language)
    this.#tokens.set(key, known)
    return known
  }

  #termsIn(text: string, language: Language): ReadonlySet<string> {
    const known = this.#terms.get(text) ?? new Set(indexTerms(text, language))
    this.#terms.set(text, known)
    return known
  }

  /** What a rival counts says nothing of this figure: "203 dead and 51 arrested". */
  #sentenceTerms(figure: Figure): Set<string> {
    const sentence = sentenceOf(figure)
    const own = figure.row ? cellSpans(figure) : ownSpans(figure)
    const foreign = this.#sameSentence(figure)
      .filter((other) => wholeOf(figure) !== other && (figure.row || this.#rivals(other, figure)))
      .flatMap(figure.row ? cellSpans : ownSpans)
      .filter((span) => !own.some(({ start, end }) => span.start >= start && span.end <= end))
    const inside = (at: number): boolean =>
      foreign.some(({ start, end }) => at >= start && at < end)
    const tokens = this.#tokensOf(figure, sentence)
    return new Set(contentOf(tokens.filter(({ start }) => !inside(start + sentence.start))))
  }

  #sameSentence(figure: Figure): Figure[] {
    const { siblings, quantity } = figure
    let own = this.#sentences.get(siblings)
    if (own === undefined) {
      own = Map.groupBy(siblings, (one) => one.quantity.sentence.start)
      this.#sentences.set(siblings, own)
    }
    const others = own.get(quantity.sentence.start) ?? []
    return others.slice(0, MOST_RIVALS).filter((other) => other !== figure)
  }

  /** Two amounts of money, two counts of persons, two counts under one noun. */
  #rivals(one: Figure, other: Figure): boolean {
    if (one.quantity.unit.kind !== other.quantity.unit.kind) return false
    if (one.quantity.unit.kind !== 'count') return true
    const [a, b] = [this.#countedOf(one), this.#countedOf(other)]
    return (a.people !== undefined && b.people !== undefined) || a.head === b.head
  }
}

/** Of a cell of a table also where and when: the heads of another column say nothing of it. */
function cellSpans(figure: Figure): Span[] {
  const { place, period } = figure.quantity
  return [
    ...ownSpans(figure),
    ...[place, period].filter((part) => part?.origin === 'sentence'),
  ].filter((span) => span !== undefined)
}

function ownSpans({ quantity }: Figure): Span[] {
  const { counted, event, unit } = quantity
  return [counted, event, unit.span, unit.per].filter((span) => span !== undefined)
}

/** "El Carmen Municipality": much is called "El", and there are many municipalities. Alone, it is the place. */
function placeTerms(wording: string, language: Language): string[] {
  const terms = termsOf(wording, language)
  const names = terms.filter((term) => term.length > 2 && !KINDS_OF_PLACES.test(term))
  return names.length > 0 ? names : terms
}

const contentOf = (tokens: readonly Token[]): string[] =>
  tokens.flatMap(({ stop, terms }) => (stop ? [] : terms))

/** Words with a capital. */
const namesOf = (tokens: readonly Token[]): Set<string> =>
  new Set(tokens.flatMap(({ capital, stop, terms }) => (capital && !stop ? terms : [])))

/** Words with a capital after "in", "from"; acronyms are bodies as often as not. */
const placedOf = (tokens: readonly Token[], language: Language): Set<string> =>
  new Set(
    tokens.flatMap(({ capital, stop, terms, number }, at) => {
      const before = [tokens[at - 1], tokens[at - 2]].map((one) => one?.folded ?? '')
      const led =
        leadsToPlace(before[0] ?? '', language) ||
        (tokens[at - 1]?.stop === true && leadsToPlace(before[1] ?? '', language))
      return capital && !stop && !number && led ? terms : []
    }),
  )
