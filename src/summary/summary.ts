/** What is new for a destination since it was last told: documents, quotes, figures, open questions. */
import type { Document } from '../../index/document.ts'
import { compareIssues } from '../../index/issue.ts'
import type { Change } from '../../index/library/manifest.ts'
import type { Passage } from '../../index/passages.ts'
import { Slices } from '../../index/slices.ts'
import { citeDocument, quoteSentence } from '../ask/quotes.ts'
import type { Pipeline } from '../pipeline.ts'
import type { Figure, Gap, Summary } from '../reply.ts'
import { plainWording } from '../ask/wording.ts'
import { type Chosen, choose, isTold, readOf, wordsOf } from './choose.ts'
import { knownFigures, movedFigures } from './figure-changes.ts'
import { MATTERS, matterOf } from './importance.ts'
import { onTopic } from './topic.ts'
import type { Matter } from '../wordings/importance.ts'
import { momentOf, wordingsIn } from '../wordings/in-language.ts'

export interface SummaryInput {
  /** Answers from what the destination may see, and nothing else. */
  readonly pipeline: Pipeline
  /** What came in or changed; documents that are gone or out of sight are left out. */
  readonly changes: readonly Pick<Change, 'id' | 'state'>[]
  /** Since when; without it, a topic's summary is of all there is. */
  readonly since?: Date
  readonly topic?: string
  readonly language: Summary['language']
  /** IANA name; dates are told in it. */
  readonly zone?: string
  /** Whether the destination has been shown these words of late. */
  readonly isQuoted?: (key: string) => boolean
  readonly gaps?: readonly Gap[]
  /** More than a screen. */
  readonly long?: boolean
}

/** One screen and 250 words with titles and sources, or all that is worth a page. */
const EXTENTS = {
  short: { lead: 4, leadWords: 110, quotes: 9, words: 160, ofOne: 2, figures: 4 },
  long: { lead: 6, leadWords: 200, quotes: 24, words: 900, ofOne: 4, figures: 12 },
} as const
const MOST_GAPS = 5
/** So many documents are listed; the rest are counted. */
const MOST_DOCUMENTS = 40
/** Of so many stories the copies are looked for; where more are new, they are counted as they are. */
const MOST_FOLDED = 2000
export const summarize = async (input: SummaryInput): Promise<Summary> =>
  (await brief(input)).summary

export interface Brief {
  readonly summary: Summary
  /** What it quotes and counts: what `isQuoted` is to know once it was shown. */
  readonly keys: readonly string[]
  /** Every document it tells of, those that are only counted too. */
  readonly documents: readonly string[]
}

export async function brief(input: SummaryInput): Promise<Brief> {
  const { pipeline, since, language, zone, isQuoted = () => false, gaps = [], long = false } = input
  const topic = input.topic === undefined || input.topic === '' ? undefined : input.topic
  const words = wordingsIn(language).summaries
  const day = since === undefined ? undefined : momentOf(since, language, zone)
  const all = since === undefined && topic !== undefined
  const changes: SummaryInput['changes'] = all
    ? [...pipeline.corpus.documents.keys()].map((id) => ({ id, state: 'new' as const }))
    : input.changes
  const relevant =
    topic === undefined
      ? undefined
      : await onTopic(pipeline, topic, new Set(changes.map(({ id }) => id)))
  const stories = (await foldCopies(pipeline, changes)).filter(
    ({ id }) => relevant === undefined || relevant.documents.has(id),
  )
  const base = {
    kind: 'summary' as const,
    title: words.title(day, topic),
    ...(topic !== undefined && { topic }),
    ...(since !== undefined && { since: since.toISOString() }),
    ...(long && { long }),
    language,
    gaps: gaps.slice(0, MOST_GAPS),
  }
  if (stories.length === 0) {
    const notes = [words.nothing(day, topic)]
    return {
      summary: { ...base, documents: [], lead: [], sections: [], figures: [], notes },
      ...NOTHING,
    }
  }
  const came = new Set(changes.map(({ id }) => id))
  const documents = stories.flatMap(({ id, copies }) => [
    id,
    ...copies.filter((copy) => came.has(copy)),
  ])
  const old = await wordingsOf(
    pipeline,
    stories.flatMap(({ copies }) => copies.filter((copy) => !came.has(copy))),
  )
  const extent = EXTENTS[long ? 'long' : 'short']
  const chosen = within(
    await choose(
      pipeline.corpus,
      stories.map(({ id }) => id),
      {
        most: extent.quotes,
        mostOfOne: Math.max(extent.ofOne, Math.ceil(extent.quotes / stories.length)),
        weight: recency(pipeline, stories),
        isQuoted: (key) => isQuoted(key) || old.has(key),
        ...(relevant !== undefined && { fits: relevant.fits }),
      },
    ),
    extent.words,
  )
  const telling = chosen
    .filter((one) => isTelling(matterIn(one)))
    .toSorted((a, b) => leadRank(matterIn(a)) - leadRank(matterIn(b)))
  const lead = within(
    (telling.length > 0 ? telling : chosen).slice(0, extent.lead),
    extent.leadWords,
  )
  const further = chosen.filter((one) => !lead.includes(one))
  const shared = { corpus: pipeline.corpus, finder: pipeline.finder, most: extent.figures }
  const isShown = (figure: Figure): boolean =>
    isQuoted(figureKey(figure)) || isQuoted(plainWording(figure.quote.text))
  const found =
    all && topic !== undefined
      ? await knownFigures(topic, shared)
      : await movedFigures({
          ...shared,
          fresh: new Set(documents),
          isQuoted: isShown,
          ...(relevant !== undefined && { fits: relevant.hasFigure }),
        })
  const told = chosen.map(({ key }) => wordsOf(key))
  // What a quote says already is no row of its own, unless it moved.
  const figures = found.filter(
    ({ kind, now: { quote } }) =>
      kind === 'changed' ||
      kind === 'contradicted' ||
      (!isTold(wordsOf(quote.text), told) &&
        relevant?.isNamed(quote.text, pipeline.corpus.documents.get(quote.citation.document)) !==
          false),
  )
  const listed = stories.slice(0, MOST_DOCUMENTS)
  const left = stories.length - listed.length
  const read = readOf(stories.length)
  return {
    summary: {
      ...base,
      documents: byPublisher(pipeline, listed, words.unknownPublisher, since === undefined),
      lead: lead.map(({ passage, at }) => quoteSentence(passage, at)),
      sections: sectionsOf(further, words.matters),
      figures,
      notes: [
        ...(left > 0 ? [words.more(left)] : []),
        ...(read < stories.length ? [words.newest(read)] : []),
      ],
    },
    keys: [
      ...chosen.map(({ key }) => key),
      ...figures.flatMap(({ now }) => [figureKey(now), plainWording(now.quote.text)]),
    ],
    documents,
  }
}

/** What is older than the newest counts less: it may have been overtaken. */
function recency({ corpus }: Pipeline, stories: readonly Story[]): (id: string) => number {
  const dayIn = (id: string): number =>
    Date.parse(corpus.documents.get(id)?.date?.value ?? '') / 86_400_000
  const newest = Math.max(...stories.map(({ id }) => dayIn(id)).filter((day) => !Number.isNaN(day)))
  return (id) => {
    const age = newest - dayIn(id)
    return Number.isFinite(age) ? 0.6 + 0.4 * Math.exp(-age / MONTH) : UNDATED
  }
}

/** Days. */
const MONTH = 30
const UNDATED = 0.8

/** As many as have so many words together, one at least. */
function within(chosen: readonly Chosen[], words: number): Chosen[] {
  let length = 0
  return chosen.filter(({ key }, at) => {
    const own = key.split(' ').length
    if (at > 0 && length + own > words) return false
    length += own
    return true
  })
}

function matterIn({ passage, at }: Chosen): Matter | undefined {
  const { start = 0, end = 0 } = passage.sentences[at] ?? {}
  const { clean, language } = passage.document
  return matterOf(clean.slice(start, end), language)
}

/** How those at work went about it is no news to lead with. */
const isTelling = (matter: Matter | undefined): boolean => matter !== undefined && matter !== 'work'

/** What happened to people leads, then what was decided and is asked for, then what is to come. */
const leadRank = (matter: Matter | undefined): number =>
  matter === 'harm' || matter === 'people' ? 0 : matter === 'warning' ? 2 : 1

/** By what they tell of, what bears most on people first; each as its documents have it. */
function sectionsOf(
  chosen: readonly Chosen[],
  headings: Readonly<Record<Matter, string>>,
): Summary['sections'] {
  const groups = Map.groupBy(chosen, (one) => matterIn(one) ?? 'work')
  return MATTERS.flatMap((matter) => {
    const own = groups.get(matter) ?? []
    if (own.length === 0) return []
    const quotes = own
      .toSorted((a, b) => order(a.passage, b.passage) || a.at - b.at)
      .map(({ passage, at }) => quoteSentence(passage, at))
    return [{ heading: headings[matter], quotes }]
  })
}

const NOTHING = { keys: [], documents: [] } as const

/** What copies that were there before say is not new. */
async function wordingsOf(
  { corpus }: Pipeline,
  documents: readonly string[],
): Promise<Set<string>> {
  const passages = documents.flatMap((id) => corpus.passagesOf(id))
  const wordings = await new Slices().map(passages, ({ document, sentences }) =>
    sentences.map(({ start, end }) => plainWording(document.clean.slice(start, end))),
  )
  return new Set(wordings.flat())
}

/** What a figure has been shown by. */
export const figureKey = ({ wording, quote }: Figure): string =>
  `figure:${quote.citation.document}:${quote.start}:${wording}`

interface Story {
  readonly id: string
  readonly state: Change['state']
  /** Documents of the same text, new or not. */
  readonly copies: readonly string[]
}

/** Each story once, by its newest document; the last change of a document counts. */
export async function foldCopies(
  { corpus }: Pipeline,
  changes: SummaryInput['changes'],
): Promise<Story[]> {
  const slices = new Slices()
  const states = new Map<string, Change['state']>()
  for (const { id, state } of changes)
    if (corpus.documents.has(id)) states.set(id, states.get(id) === 'new' ? 'new' : state)
  const newestFirst = (one: string, other: string): number => {
    const [a, b] = [corpus.documents.get(one), corpus.documents.get(other)]
    return a === undefined || b === undefined ? 0 : compareIssues(b, a)
  }
  const told = new Set<string>()
  const stories: Story[] = []
  for (const [id, state] of [...states].sort((a, b) => newestFirst(a[0], b[0]))) {
    if (told.has(id)) continue
    if (slices.over) await slices.rest()
    const all = stories.length < MOST_FOLDED ? await corpus.findCopies(id, slices) : []
    const copies = all.filter((copy) => copy !== id)
    for (const copy of copies) told.add(copy)
    stories.push({ id, state, copies })
  }
  return stories
}

export function byPublisher(
  { corpus }: Pipeline,
  stories: readonly Story[],
  unknown: string,
  known: boolean,
): Summary['documents'] {
  const groups = new Map<string, Summary['documents'][number]['documents']>()
  const cite = (id: string) => {
    const document = corpus.documents.get(id)
    return document === undefined ? [] : [citeDocument(document)]
  }
  for (const { id, state, copies } of stories) {
    const publisher = corpus.documents.get(id)?.publisher?.value ?? unknown
    const own = groups.get(publisher) ?? []
    groups.set(publisher, own)
    for (const citation of cite(id))
      own.push({
        state: known ? 'known' : state,
        citation,
        copies: copies.flatMap((copy) => cite(copy)),
      })
  }
  return [...groups]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([publisher, documents]) => ({ publisher, documents }))
}

/** Newest document first, then as it reads. */
function order(one: Passage, other: Passage): number {
  if (one.document === other.document) return one.id - other.id
  const date = ({ date: own }: Document): string => own?.value ?? ''
  if (date(one.document) !== date(other.document))
    return date(one.document) < date(other.document) ? 1 : -1
  return one.document.id < other.document.id ? -1 : 1
}
