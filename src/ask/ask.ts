/** Answers a question in quotes, or says why it cannot. */
import type { Corpus } from '../../index/corpus.ts'
import type { Language } from '../../index/languages/packs.ts'
import type { Passage } from '../../index/passages.ts'
import type { Answer, Nothing, Quote } from '../reply.ts'
import type { CAUTION } from '../app/settings.ts'
import { shorterFirst } from './brevity.ts'
import { confidence } from './confidence.ts'
import { type FieldWords, fieldWords } from './field-words.ts'
import {
  allowedByBoth,
  documentFilter,
  type Filters,
  phraseFilter,
  readFilters,
  withoutFilter,
} from './filters.ts'
import { askedFirst, continueQuestion, type Turn } from './follow-up.ts'
import { howRead } from './how-read.ts'
import { matcher } from './match.ts'
import type { Model } from './model.ts'
import { nearestOf } from './nearest.ts'
import { withoutNoise } from './noise.ts'
import { type Question, readQuestion } from './question.ts'
import { quotedText, quoteSentence, toQuotes } from './quotes.ts'
import { explain, type Ranked, Ranker } from './rank.ts'
import { reasonFor } from './reason.ts'
import { readRows } from './rows.ts'
import { ofItsNations } from './elsewhere.ts'
import { findSpeaker } from './speaker.ts'
import { considerTime } from './time.ts'
import { wordingsIn } from '../wordings/in-language.ts'

/** How sure the bot must be before it answers. */
export type Caution = (typeof CAUTION)[number]

/** The least calibrated probability of a right first quote. */
export const THRESHOLDS: Readonly<Record<Caution, number>> = { low: 0.1, normal: 0.2, high: 0.4 }

export interface AskOptions {
  /** At most so many quotes; 3 unless told. */
  readonly quotes?: number
  /** Leaves out the best ones that were shown before. */
  readonly skip?: number
  /** Adds to every quote what its rank is made of. */
  readonly explain?: boolean
  /** Only these documents; applied before ranking. */
  readonly allows?: ReadonlySet<string>
  /** Earlier questions that this one goes on from, oldest first. */
  readonly context?: readonly string[]
  /** That of whoever reads what is said beside the quotes; the first unless told. */
  readonly language?: Language
}

export interface AskerOptions {
  readonly corpus: Corpus
  readonly model: Model
  /** Word or acronym → what it stands for. */
  readonly aliases: Readonly<Record<string, string>>
  /** Words that stand for one another; those of the field unless told. */
  readonly field?: FieldWords
  readonly caution: Caution
  readonly clock?: () => Date
}

export interface Considered {
  readonly question: Question
  readonly filters: Filters
  readonly ranked: readonly Ranked[]
  readonly answers: boolean
  readonly confidence: number
  readonly quotes: readonly { readonly quote: Quote; readonly from: Ranked }[]
  readonly notes: readonly string[]
}

const QUOTES = 3
/** Of so many quotes on a screen who says them is looked for. */
const MOST_SPEAKERS = 5
/** A further quote is shown only while its score is so close to the first's. */
const FAR_BEHIND = 4

export class Asker {
  readonly #options: AskerOptions
  readonly #ranker: Ranker

  constructor(options: AskerOptions) {
    this.#options = options
    this.#ranker = new Ranker(options.corpus, options.model)
  }

  /** @throws VerbatimError 'question' when a filter is malformed or fits no document */
  async ask(text: string, options: AskOptions = {}): Promise<Answer | Nothing> {
    const considered = await this.consider(text, options)
    const { question, filters, ranked, answers, quotes } = considered
    const common = {
      question: text,
      confidence: considered.confidence,
      notes: [...considered.notes],
    }
    const asShown = ({ quote, from }: Considered['quotes'][number]): Quote =>
      options.explain === true
        ? { ...quote, explanation: explain(this.#options.model, from) }
        : quote
    const shown = quotes.map(asShown)
    if (!answers || quotes.length === 0)
      return {
        kind: 'nothing',
        reason: reasonFor(question, ranked, filters, wordingsIn(options.language).answers),
        unknown: [...question.unknown],
        nearest: nearestOf(question, quotes).map(asShown),
        ...common,
      }
    const worst = (ranked[0]?.score ?? 0) - FAR_BEHIND
    const close = shown.filter((_, at) => (quotes[at]?.from.score ?? 0) >= worst)
    // Who asks for more has seen the close ones already.
    return { kind: 'answer', quotes: options.skip === undefined ? close : shown, ...common }
  }

  /** What `ask` decides on: the best quotes, how sure the first is, and whether that is enough. */
  async consider(text: string, options: AskOptions = {}): Promise<Considered> {
    const { corpus, model, caution, clock = () => new Date() } = this.#options
    const words = wordingsIn(options.language).answers
    const { text: asked, filters } = readFilters(text, clock(), words)
    const question = await corpus.informed(() => this.#read(asked, options.context ?? []))
    const within = documentFilter(filters, corpus.documents.values(), words)
    const allows = allowedByBoth(within.allows, options.allows)
    const has = phraseFilter(filters)
    const lacks = withoutFilter(filters)
    const found = await this.#ranker.rank(question, {
      ...(allows !== undefined && { allows }),
      ...((has !== undefined || lacks !== undefined) && {
        quotable: (passage) =>
          has?.(passage) !== false &&
          lacks?.(passageText(passage), passage.document.language) !== false,
      }),
    })
    const ranked = ofItsNations(question, found).filter(
      (one) =>
        (has === undefined || has(one.passage)) &&
        (lacks === undefined || lacks(quotedText(one), one.passage.document.language)),
    )
    const timed = considerTime(asked, ranked, corpus, words)
    const asMatched = matcher(question)
    const rows = readRows(asMatched, timed.ranked)
    const best = askedFirst(question, rows.ranked)
    const sure = confidence(model, question, best)
    const { skip = 0 } = options
    const quotes = await toQuotes(
      asMatched,
      // What the last question was about comes first, however long.
      question.asked === undefined ? shorterFirst(best) : best,
      skip + (options.quotes ?? QUOTES),
      (one, other) => corpus.areCopies(one, other),
    )
    return {
      question,
      filters,
      ranked: best,
      answers: !rows.absent && sure >= THRESHOLDS[caution],
      confidence: sure,
      quotes: quotes.slice(skip),
      notes: [...within.notes, ...howRead(question, words), ...timed.notes],
    }
  }

  /** A text as the search understands it, and what it narrows itself to. @throws VerbatimError 'question' */
  async read(text: string): Promise<{ readonly question: Question; readonly filters: Filters }> {
    const { corpus, clock = () => new Date() } = this.#options
    const { text: asked, filters } = readFilters(text, clock())
    return { question: await corpus.informed(() => this.#read(asked, [])), filters }
  }

  /** The sentences that share most with a statement, best first; nothing in it narrows the search. */
  async sentencesOn(statement: string, allows?: ReadonlySet<string>): Promise<Ranked[]> {
    const { corpus, aliases, field = fieldWords() } = this.#options
    const question = await corpus.informed(() => readQuestion(statement, corpus, aliases, field))
    return this.#ranker.rank(question, allows === undefined ? {} : { allows })
  }

  /** Who says what a conversation has on its screen; each sentence that names one once. */
  speaker({ quotes: shown }: Turn, text: string, language?: Language): Answer | undefined {
    const spoken = shown
      .slice(0, MOST_SPEAKERS)
      .flatMap((first) => findSpeaker(this.#options.corpus, first) ?? [])
    const named = spoken.filter(({ attributed }) => attributed)
    const told = named.length > 0 ? named : spoken.slice(0, 1)
    if (told.length === 0) return undefined
    const quotes = told.map(({ passage, at }) => quoteSentence(passage, at))
    const once = [
      ...new Map(quotes.map((one) => [`${one.citation.document}:${one.start}`, one])).values(),
    ]
    const notes = named.length > 0 ? [] : [wordingsIn(language).answers.notes.ownVoice]
    return { kind: 'answer', question: text, quotes: once, confidence: 1, notes }
  }

  #read(text: string, context: readonly string[]): Question {
    const { corpus, aliases, field = fieldWords() } = this.#options
    const read = (one: string): Question =>
      readQuestion(withoutNoise(one) || one, corpus, aliases, field)
    const [last, ...earlier] = [text, ...context.toReversed()].map((one) => read(one))
    if (last === undefined) return read(text)
    // The oldest first: each goes on from those before it.
    return earlier.toReversed().reduceRight((now, before) => continueQuestion(now, before), last)
  }
}

function passageText({ document, sentences }: Passage): string {
  return document.clean.slice(sentences[0]?.start ?? 0, sentences.at(-1)?.end ?? 0)
}
