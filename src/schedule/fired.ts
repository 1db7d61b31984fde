/** What new documents have for what a watch looks for: which of them, in which words, by which figures. */
import type { Document } from '../../index/document.ts'
import type { Passage } from '../../index/passages.ts'
import { FIRST } from '../../index/languages/packs.ts'
import { Slices } from '../../index/slices.ts'
import { type AnalyzedSentence, analyzePassage } from '../ask/analyzed.ts'
import { THRESHOLDS } from '../ask/ask.ts'
import { documentFilter, phraseFilter, withoutFilter } from '../ask/filters.ts'
import { match, type Matcher, matcher } from '../ask/match.ts'
import { makeQuote, quoteSentence } from '../ask/quotes.ts'
import { plainWording } from '../ask/wording.ts'
import { analyze } from '../../index/analyzer.ts'
import { detectLanguage } from '../../index/languages/language.ts'
import { VerbatimError } from '../errors.ts'
import type { Pipeline } from '../pipeline.ts'
import type { Quote, Summary } from '../reply.ts'
import { choose } from '../summary/choose.ts'
import { judge } from '../summary/figure-changes.ts'
import { passes, readSearch, type Search } from './search.ts'

export interface Fired {
  /** Ids of the documents that have it. */
  readonly documents: readonly string[]
  /** As the documents write them. */
  readonly words: readonly string[]
  readonly quotes: readonly Quote[]
  readonly figures: Summary['figures']
}

/** Of one watch in one post. */
const MOST_QUOTES = 4
const MOST_FIGURES = 6
const MOST_WORDS = 6

export interface Looking {
  readonly pipeline: Pipeline
  /** Ids of the documents that are new. */
  readonly fresh: ReadonlySet<string>
  /** Whether words were shown before. */
  readonly isQuoted: (key: string) => boolean
}

/**
 * Nothing where no new document has it.
 * @param typed as `readSearch` takes it
 */
export async function fire(
  typed: string,
  { today, ...looking }: Looking & { readonly today: Date },
): Promise<Fired | undefined> {
  try {
    const search = readSearch(typed, today)
    const fired = await (search.kind === 'figures'
      ? figuresFor(search, looking)
      : (search.kind === 'question' ? answersTo : wordsOf)(search.text, looking))
    // What says only what was shown before is no news.
    return fired === undefined || fired.quotes.length + fired.figures.length === 0
      ? undefined
      : fired
  } catch (error) {
    // No document passes the filters: there may be one tomorrow.
    if (error instanceof VerbatimError) return undefined
    throw error
  }
}

async function figuresFor(
  { text, bound }: Extract<Search, { kind: 'figures' }>,
  { pipeline, fresh, isQuoted }: Looking,
): Promise<Fired | undefined> {
  const { finder } = pipeline
  // Most new documents have none: what older ones say of it is looked up only where one has.
  const own = await finder.find(text, { allows: (id) => fresh.has(id) })
  if (own.kind !== 'figures' || own.among === true) return undefined
  if (
    !own.groups.some(({ lines }) =>
      lines.some((line) => line.figures.some((one) => passes(one, bound))),
    )
  )
    return undefined
  const all = await finder.find(text)
  if (all.kind !== 'figures') return undefined
  const figures = all.groups
    .filter(({ related }) => !related)
    .flatMap((group) => group.lines.flatMap((line) => judge(line, group, fresh, true) ?? []))
    .filter(({ now }) => passes(now, bound))
  if (figures.length === 0) return undefined
  const shown = figures.slice(0, MOST_FIGURES)
  return {
    documents: documentsOf(figures.map(({ now }) => now.quote)),
    words: distinct(
      shown.map(({ now: { wording, counted, event } }) =>
        [wording, counted ?? event?.wording ?? ''].join(' ').trim(),
      ),
    ),
    quotes: shown
      .map(({ now }) => now.quote)
      .filter(({ text: words }) => !isQuoted(plainWording(words)))
      .slice(0, MOST_QUOTES),
    figures: shown,
  }
}

async function answersTo(
  text: string,
  { pipeline, fresh, isQuoted }: Looking,
): Promise<Fired | undefined> {
  const reply = await pipeline.asker.ask(text, {
    allows: (id) => fresh.has(id),
    quotes: MOST_QUOTES,
  })
  // What nobody has asked for just now is told only where it is surer.
  if (reply.kind !== 'answer' || reply.confidence < THRESHOLDS.high) return undefined
  const matching = matcher(pipeline.asker.read(text).question)
  const { question, total } = matching
  const answering = reply.quotes.filter(({ text: words, citation }) => {
    const language = pipeline.corpus.documents.get(citation.document)?.language
    const told = `${words} ${citation.section ?? ''} ${citation.title.value}`
    const { weights } = match(matching, analyze(told, language ?? FIRST))
    const has = question.units.filter((_, at) => (weights[at] ?? 0) > 0)
    return has.reduce((sum, { idf }) => sum + idf, 0) >= COVERED * total
  })
  const quotes = answering.filter(({ text: words }) => !isQuoted(plainWording(words)))
  return {
    documents: documentsOf(answering),
    words: markedWords(answering),
    quotes,
    figures: [],
  }
}

/** What an answer has of what the question's words say: “the session was opened” is not who presided. */
const COVERED = 0.6

async function wordsOf(text: string, looking: Looking): Promise<Fired | undefined> {
  const { pipeline, fresh, isQuoted } = looking
  const { asker, corpus } = pipeline
  const { question, filters } = asker.read(text)
  const documents = [...fresh].flatMap((id) => corpus.documents.get(id) ?? [])
  const within = documentFilter(filters, documents)
  const has = phraseFilter(filters)
  const lacks = withoutFilter(filters)
  const matching = literally(matcher(question))
  const slices = new Slices()
  const hits = new Map<Passage, readonly AnalyzedSentence[]>()
  for (const document of documents.filter(({ id }) => within.allows?.(id) !== false))
    for (const passage of corpus.passagesOf(document.id)) {
      if (slices.over) await slices.rest()
      const sentences = analyzePassage(passage)
      const own = sentences.map((one) => one.text).join(' ')
      if (has?.(passage) === false || lacks?.(own, document.language) === false) continue
      if (hasAll(matching, passage, sentences)) hits.set(passage, sentences)
    }
  if (hits.size === 0) return undefined
  const fits = (passage: Passage, at: number): number => {
    const sentence = hits.get(passage)?.[at]
    if (sentence === undefined) return 0
    return question.units.length === 0 || isNamed(matching, sentence) ? 1 : 0
  }
  const ids = [...new Set([...hits.keys()].map(({ document }) => document.id))]
  const chosen = await choose(corpus, ids, { most: MOST_QUOTES, isQuoted, fits })
  const [first] = hits
  const places = chosen.length > 0 || first === undefined ? chosen : [firstNaming(first, matching)]
  const quotes = places
    .map(({ passage, at }) => marked(matching, passage, at))
    .filter(({ text: words }) => !isQuoted(plainWording(words)))
  const told = [...hits].flatMap(([passage, sentences]) => writtenIn(matching, passage, sentences))
  return {
    documents: ids,
    words: distinct([
      ...told,
      ...(filters.by.length > 0 ? publishersOf(ids, looking) : []),
      ...filters.phrases,
    ]),
    quotes,
    figures: [],
  }
}

/** What is not there yet is spelt as it was typed. */
function literally({ question, ...rest }: Matcher): Matcher {
  const units = question.units.map((unit) => ({
    ...unit,
    alternatives: unit.alternatives.filter(({ via }) => via !== 'spelling'),
  }))
  return { ...rest, ...matcher({ ...question, units }) }
}

/** All of the words stand in the paragraph, the headings above it, or the title. */
function hasAll(
  matching: Matcher,
  { document, heading }: Passage,
  sentences: readonly AnalyzedSentence[],
): boolean {
  const above = analyze(`${heading} ${document.title.value}`, document.language)
  const tokens = [...above, ...sentences.flatMap((one) => one.tokens)]
  const own = match(
    matching,
    sentences.flatMap((one) => one.tokens),
  ).weights
  const all = match(matching, tokens).weights
  // A title stands above every paragraph: one word at least is the paragraph's own.
  return all.every((weight) => weight > 0) && (all.length === 0 || own.some((weight) => weight > 0))
}

const isNamed = (matching: Matcher, { tokens }: AnalyzedSentence): boolean =>
  match(matching, tokens).hits.length > 0

function firstNaming(
  [passage, sentences]: readonly [Passage, readonly AnalyzedSentence[]],
  matching: Matcher,
): { passage: Passage; at: number } {
  const at = sentences.findIndex((sentence) => isNamed(matching, sentence))
  return { passage, at: Math.max(0, at) }
}

function marked(matching: Matcher, passage: Passage, at: number): Quote {
  const sentence = analyzePassage(passage)[at]
  if (sentence === undefined) return quoteSentence(passage, at)
  const hits = new Set(match(matching, sentence.tokens).hits.map(({ token }) => token))
  const marks = sentence.tokens
    .filter((_, index) => hits.has(index))
    .map(({ start, end }) => ({ start, end }))
  return makeQuote(passage, sentence.sentence, marks)
}

function writtenIn(
  matching: Matcher,
  { document, heading }: Passage,
  sentences: readonly AnalyzedSentence[],
): string[] {
  const texts = [
    ...sentences.map(({ text, tokens }) => ({ text, tokens })),
    ...[heading, document.title.value].map((text) => ({
      text,
      tokens: analyze(text, document.language),
    })),
  ]
  return texts.flatMap(({ text, tokens }) =>
    match(matching, tokens).hits.map(({ token }) => {
      const { start = 0, end = 0 } = tokens[token] ?? {}
      return text.slice(start, end)
    }),
  )
}

const publishersOf = (ids: readonly string[], { pipeline }: Looking): string[] =>
  ids.flatMap((id) => publisherOf(pipeline.corpus.documents.get(id)))

const publisherOf = (document: Document | undefined): string[] => {
  const publisher = document?.publisher?.value ?? document?.source?.publisher
  return publisher === undefined ? [] : [publisher]
}

const documentsOf = (quotes: readonly Quote[]): string[] => [
  ...new Set(
    quotes.flatMap(({ citation, also }) => [citation, ...also].map(({ document }) => document)),
  ),
]

const markedWords = (quotes: readonly Quote[]): string[] =>
  distinct(
    quotes.flatMap(({ text, marks }) => marks.map(({ start, end }) => text.slice(start, end))),
  )

/** Each once, in whichever form comes first: "alert", not "alerts", too. */
function distinct(words: readonly string[]): string[] {
  const known = new Map<string, string>()
  for (const word of words) {
    const key = analyze(word, detectLanguage(word))
      .map(({ terms, folded }) => terms[0] ?? folded)
      .join(' ')
    if (!known.has(key)) known.set(key, word)
  }
  return [...known.values()].slice(0, MOST_WORDS)
}
