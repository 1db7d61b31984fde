/** Question → sentences, best first: the engine's passages, their sentences' features, the model's weights. */
import { analyze, type Token } from '../../index/analyzer.ts'
import type { Corpus } from '../../index/corpus.ts'
import type { Hit, QueryTerm } from '../../index/engines/passage-index.ts'
import type { Passage } from '../../index/passages.ts'
import { Slices } from '../../index/slices.ts'
import { type Candidate, candidates, FEATURES, type FoundPassage } from './features/features.ts'
import { type AnalyzedSentence, analyzePassage } from './analyzed.ts'
import { Copies, type ReadPassage } from './copies.ts'
import { AT, isOfQuestion } from './features/names.ts'
import { matcher } from './match.ts'
import type { Model } from './model.ts'
import type { Question } from './question.ts'
import { contributions, predict } from './trees.ts'

export interface Ranked extends Candidate {
  readonly score: number
  /** Passages of copies of its document that say the same. */
  readonly again?: readonly ReadPassage[]
}

export interface RankOptions {
  readonly allows?: ReadonlySet<string>
  /** Passages that may be quoted; others are looked into, and stand for none of a copy. */
  readonly quotable?: (passage: Passage) => boolean
}

/** So many passages are looked into. The model is trained at this depth. */
const DEPTH = 32
/** So many passages tell how much of what is found is in which document. */
const WIDER = 100
/** Where copies crowd the others out, so many at most are looked through. */
const WIDEST = 1600
/** The passages beside so many of the best are looked into too. */
const BESIDE = 3
/** What is held back stands this far behind the best. */
const BEHIND = 0.01
/** Passages whose analysis is remembered. */
const REMEMBERED = 4000

interface Analyzed {
  readonly passage: Passage
  readonly sentences: readonly AnalyzedSentence[]
  readonly headings: readonly Token[]
}

/** What is found of a question: passages to look into, and what only repeats them. */
interface Sight {
  readonly passages: FoundPassage[]
  readonly copies: Copies
}

export class Ranker {
  readonly #corpus: Corpus
  readonly #model: Model
  readonly #analyzed = new Map<number, Analyzed>()

  constructor(corpus: Corpus, model: Model) {
    this.#corpus = corpus
    this.#model = model
  }

  /** The likeliest sentences of the best passages, best first; ties stay in the order they were found. */
  async rank(question: Question, options: RankOptions = {}): Promise<Ranked[]> {
    const { passages, copies } = await this.#look(question, options)
    const ranked = inOrder(
      candidates(matcher(question), passages).map((candidate) => ({
        ...candidate,
        score: predict(this.#model.rank, candidate.features),
      })),
    )
    return this.#fold(ranked, copies, options.quotable)
  }

  /** Without the sentences that a better one of a copy says; they go with it. */
  #fold(ranked: readonly Ranked[], copies: Copies, quotable: RankOptions['quotable']): Ranked[] {
    if (!copies.any) return [...ranked]
    const again = new Map<Ranked, ReadPassage[]>()
    const leads: Ranked[] = []
    for (const one of ranked) {
      const isLead = quotable?.(one.passage) !== false
      const better = isLead ? leads.find((other) => copies.sayTheSame(other, one)) : undefined
      const others = copies.againOf(one.passage)
      if (better !== undefined) again.get(better)?.push(this.#analyze(one.passage), ...others)
      else again.set(one, [...others])
      if (isLead && better === undefined) leads.push(one)
    }
    return [...again].map(([one, others]) =>
      others.length === 0 ? one : { ...one, again: others },
    )
  }

  /** The best passages and those beside the very best, with their sentences. */
  async find(question: Question, options: RankOptions = {}): Promise<FoundPassage[]> {
    return (await this.#look(question, options)).passages
  }

  async #look(question: Question, { allows, quotable }: RankOptions): Promise<Sight> {
    const slices = new Slices()
    const query = queryOf(question)
    for (let limit = WIDER; ; limit *= 4) {
      const hits = await this.#corpus.search(query, {
        limit,
        ...(allows !== undefined && { allows }),
      })
      const { best, wider, copies } = await this.#apart(hits, slices, quotable)
      if (best.length >= DEPTH || hits.length < limit || limit >= WIDEST || wider.length >= WIDER)
        return { passages: this.#collect(best, wider), copies }
    }
  }

  /** The best hits without those that only repeat, in a copy, what better ones say. */
  async #apart(
    hits: readonly Hit[],
    slices: Slices,
    quotable?: RankOptions['quotable'],
  ): Promise<{ best: Hit[]; wider: Hit[]; copies: Copies }> {
    const copies = new Copies(this.#corpus)
    const best: Hit[] = []
    const wider: Hit[] = []
    for (const hit of hits) {
      if (wider.length >= WIDER) break
      if (slices.over) await slices.rest()
      const passage = this.#corpus.passages.get(hit.id)
      if (passage !== undefined && best.length < DEPTH) {
        if (quotable?.(passage) !== false && !copies.take(this.#analyze(passage))) continue
        best.push(hit)
      }
      wider.push(hit)
    }
    return { best, wider, copies }
  }

  #collect(best: readonly Hit[], wider: readonly Hit[]): FoundPassage[] {
    const shares = documentShares(wider, this.#corpus)
    const found = new Map<number, FoundPassage>()
    const take = (id: number, score: number): void => {
      const passage = this.#corpus.passages.get(id)
      if (passage === undefined || found.has(id)) return
      const documentShare = shares.get(passage.document.id) ?? 0
      found.set(id, { ...this.#analyze(passage), score, documentShare })
    }
    for (const { id, score } of best) take(id, score)
    for (const { id } of best.slice(0, BESIDE))
      for (const beside of [id - 1, id + 1])
        if (this.#corpus.passages.get(beside)?.document === this.#corpus.passages.get(id)?.document)
          take(beside, 0)
    return [...found.values()]
  }

  #analyze(passage: Passage): Analyzed {
    const known = this.#analyzed.get(passage.id)
    if (known?.passage === passage) return known
    const { title, language } = passage.document
    const analyzed = {
      passage,
      sentences: analyzePassage(passage),
      headings: analyze(`${title.value} . ${passage.heading}`, language),
    }
    if (this.#analyzed.size >= REMEMBERED) this.#analyzed.clear()
    this.#analyzed.set(passage.id, analyzed)
    return analyzed
  }
}

/**
 * Best first. A sentence that has nothing of the question, and leans on none that has, may follow the best
 * but is never the first: it answers only to who reads it beside another.
 */
export function inOrder<One extends { readonly features: Float64Array; readonly score: number }>(
  scored: readonly One[],
): One[] {
  const shares = ({ features }: One): boolean =>
    (features[AT['coverage']] ?? 0) > 0 || (features[AT['leans-before-adds']] ?? 0) > 0
  const best = scored.reduce(
    (most, one) => (shares(one) ? Math.max(most, one.score) : most),
    Number.NEGATIVE_INFINITY,
  )
  const most = best - BEHIND
  return scored
    .map((one) =>
      one.score <= most || shares(one) || best === -Infinity ? one : { ...one, score: most },
    )
    .sort((a, b) => b.score - a.score)
}

/** Of each document with hits, the sum of its best ones' scores beside the document with the most. */
function documentShares(hits: readonly Hit[], corpus: Corpus): Map<string, number> {
  const sums = new Map<string, number>()
  const counts = new Map<string, number>()
  for (const { id, score } of hits) {
    const document = corpus.passages.get(id)?.document.id ?? ''
    const count = (counts.get(document) ?? 0) + 1
    counts.set(document, count)
    sums.set(document, (sums.get(document) ?? 0) + score / count)
  }
  const most = Math.max(...sums.values())
  return new Map([...sums].map(([document, sum]) => [document, sum / most]))
}

/** The terms the engine looks for; those of an alternative share its weight. */
export function queryOf(question: Question): QueryTerm[] {
  return question.units.flatMap(({ alternatives }) =>
    alternatives.flatMap(({ terms, weight }) =>
      terms.map((term) => ({ term, weight: terms.length > 1 ? weight / 2 : weight })),
    ),
  )
}

/**
 * What each feature gave to a score, the largest first. "start" is what any sentence of the question
 * has, "adjusted" what was added or taken off afterwards; together they make the score.
 */
export function explain(
  model: Model,
  { features, score }: Pick<Ranked, 'features' | 'score'>,
): { feature: string; value: number; contribution: number }[] {
  const { base, given } = contributions(model.rank, features)
  const start = FEATURES.reduce(
    (sum, feature, at) => (isOfQuestion(feature) ? sum + (given[at] ?? 0) : sum),
    base,
  )
  return [
    { feature: 'start', value: 1, contribution: start },
    { feature: 'adjusted', value: 1, contribution: score - predict(model.rank, features) },
    ...FEATURES.map((feature, at) => ({
      feature,
      value: features[at] ?? 0,
      contribution: isOfQuestion(feature) ? 0 : (given[at] ?? 0),
    })),
  ]
    .filter(({ contribution }) => Math.abs(contribution) > 0.005)
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
}
