/** Paragraphs of new documents that have all the words of a watch and pass its filters. */
import { analyze } from '../../index/analyzer.ts'
import type { Document } from '../../index/document.ts'
import type { Passage } from '../../index/passages.ts'
import { Slices } from '../../index/slices.ts'
import { type AnalyzedSentence, analyzePassage } from '../ask/analyzed.ts'
import { documentFilter, phraseFilter, withoutFilter } from '../ask/filters.ts'
import { match, type Matcher, matcher } from '../ask/match.ts'
import { makeQuote, quoteSentence } from '../ask/quotes.ts'
import { plainWording } from '../ask/wording.ts'
import type { Quote } from '../reply.ts'
import { choose } from '../summary/choose.ts'
import { distinct, type Fired, type Looking, MOST_QUOTES } from './looking.ts'

/** @throws VerbatimError 'question' where no new document passes the filters */
export async function wordsFired(text: string, looking: Looking): Promise<Fired | undefined> {
  const { pipeline, fresh, isQuoted } = looking
  const { asker, corpus } = pipeline
  const { question, filters } = await asker.read(text)
  const documents = [...fresh].flatMap((id) => corpus.documents.get(id) ?? [])
  const within = documentFilter(filters, documents)
  const has = phraseFilter(filters)
  const lacks = withoutFilter(filters)
  const matching = literally(matcher(question))
  const slices = new Slices()
  const hits = new Map<Passage, readonly AnalyzedSentence[]>()
  for (const document of documents.filter(({ id }) => within.allows?.has(id) !== false))
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
