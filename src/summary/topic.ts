/** What is about a topic: whole reports, sections of them, or sentences where no report is about it. */
import { analyze } from '../../index/analyzer.ts'
import type { Document, Span } from '../../index/document.ts'
import { asWords, within } from '../../index/languages/combined.ts'
import { phrases } from '../../index/languages/phrases.ts'
import type { Passage } from '../../index/passages.ts'
import type { Figure } from '../../index/quantities/figure-index.ts'
import { Slices } from '../../index/slices.ts'
import { match, type Matcher, matcher } from '../ask/match.ts'
import { queryOf } from '../ask/rank.ts'
import type { Pipeline } from '../pipeline.ts'

export interface Topic {
  /** Ids of the documents that are about it. */
  readonly documents: ReadonlySet<string>
  /** How well a sentence fits: 0 for one that is not on the topic. */
  readonly fits: (passage: Passage, at: number) => number
  readonly hasFigure: (figure: Figure) => boolean
  /** Whether a stretch of a document names it. */
  readonly isNamed: (text: string, document: Document | undefined) => boolean
}

/** So many passages that have its words are looked into. */
const DEPTH = 600
/** What a title, a heading or a sentence must share of what the topic's words say. */
const COVERED = 0.6
/** A report in which so many of the passages have the topic is about it, whatever its title, if not in every sentence. */
const DENSE = 0.4
/** So many sentences, or passages, in a report that is about something else are more than a mention. */
const MORE_THAN_A_MENTION = 3
/** A sentence that names the topic, one under a heading that does, one of a report that is about it. */
const FITS = { named: 1, headed: 0.8, about: 0.65 } as const

interface Place {
  /** The report is about the topic as a whole. */
  readonly whole: boolean
  /** Its title says so: what it tells without naming the topic is on it, too. */
  readonly titled: boolean
  /** Headings that name it. */
  readonly headings: ReadonlySet<string>
  /** Those of them that name nothing beside it. */
  readonly own: ReadonlySet<string>
  /** Sentences that name it, by where they begin. */
  readonly named: ReadonlyMap<number, Span>
}

export async function onTopic(
  { asker, corpus }: Pipeline,
  topic: string,
  among: ReadonlySet<string>,
): Promise<Topic> {
  const { question } = await asker.consider(topic, { allows: among, quotes: 1 })
  const has = coverage(matcher(question))
  const hits = await corpus.search(queryOf(question), { limit: DEPTH, allows: among })
  const found = Map.groupBy(
    hits.flatMap(({ id }) => corpus.passages.get(id) ?? []),
    ({ document }) => document,
  )
  const slices = new Slices()
  const places = new Map<string, Place>()
  for (const [document, passages] of found) {
    if (slices.over) await slices.rest()
    places.set(document.id, placeOf(document, passages, corpus.passagesOf(document.id), has))
  }
  const chosen = aboutIt(places)
  const fits = (passage: Passage, at: number): number => {
    const place = chosen.get(passage.document.id)
    const start = passage.sentences[at]?.start
    if (place === undefined || start === undefined) return 0
    // Of a report on many things, the sections on this one; what others say of it is a mention.
    const inPlace = place.whole || place.headings.has(passage.heading) || place.headings.size === 0
    if (inPlace && place.named.has(start)) return FITS.named
    if (place.own.has(passage.heading)) return FITS.headed
    return place.titled ? FITS.about : 0
  }
  return {
    documents: new Set(chosen.keys()),
    fits,
    isNamed: (text, document) => document !== undefined && has(text, document.language),
    hasFigure: ({ document, paragraph, quantity }) => {
      const place = chosen.get(document.id)
      const number = paragraph.start + quantity.number.start
      return (
        place !== undefined &&
        (place.titled ||
          [...place.named.values()].some(({ start, end }) => start <= number && number < end))
      )
    },
  }
}

/** Where reports or sections are about the topic, those that only mention it are left out. */
function aboutIt(places: ReadonlyMap<string, Place>): Map<string, Place> {
  const isAbout = ({ whole, headings }: Place): boolean => whole || headings.size > 0
  const some = [...places.values()].some(isAbout)
  return new Map(
    [...places].filter(([, place]) =>
      some ? isAbout(place) || place.named.size >= MORE_THAN_A_MENTION : place.named.size > 0,
    ),
  )
}

/** "Earlier accusations and the Oss report": what stands under it may be of either. */
const JOINED = within(phrases('speaking', 'and'), asWords, 'iu')

type Has = (text: string, language: Document['language']) => boolean

function coverage(matching: Matcher): Has {
  const { question, total } = matching
  return (text, language) => {
    const { weights } = match(matching, analyze(text, language))
    const shared = question.units.reduce(
      (sum, { idf }, at) => sum + ((weights[at] ?? 0) > 0 ? idf : 0),
      0,
    )
    return shared >= COVERED * total && shared > 0
  }
}

function placeOf(
  { title, clean, language }: Document,
  passages: readonly Passage[],
  all: readonly Passage[],
  has: Has,
): Place {
  const named = new Map<number, Span>()
  const naming = new Set<number>()
  for (const { id, sentences } of passages)
    for (const sentence of sentences)
      if (has(clean.slice(sentence.start, sentence.end), language)) {
        named.set(sentence.start, sentence)
        naming.add(id)
      }
  const headings = new Set(
    [...new Set(all.map(({ heading }) => heading))].filter((heading) => has(heading, language)),
  )
  const isOwn = (heading: string): boolean => {
    const parts = heading.split(' › ').filter((part) => has(part, language))
    return parts.length === 0 || parts.some((part) => !JOINED.test(part))
  }
  const dense = naming.size >= Math.max(MORE_THAN_A_MENTION, DENSE * all.length)
  const titled = has(title.value, language)
  const own = new Set([...headings].filter(isOwn))
  return { whole: titled || dense, titled, headings, own, named }
}
