/** One post of what several watches of a place have found, each with the words that fired. */
import { plainWording } from '../ask/wording.ts'
import type { Language } from '../../index/languages/packs.ts'
import type { Change } from '../../index/library/manifest.ts'
import type { Pipeline } from '../pipeline.ts'
import type { Quote, Summary } from '../reply.ts'
import { byPublisher, figureKey, foldCopies } from '../summary/summary.ts'
import { wordingsIn } from '../wordings/in-language.ts'
import type { Fired } from './looking.ts'

export interface FiredWatch extends Fired {
  /** As it was typed. */
  readonly search: string
}

const MOST_QUOTES = 8
const MOST_FIGURES = 8

/** @returns the post, and what it shows: keys that are not to be shown again for a while */
export async function alertOf(
  found: readonly FiredWatch[],
  changes: readonly Pick<Change, 'id' | 'state'>[],
  pipeline: Pipeline,
  language: Language,
): Promise<{ reply: Summary; keys: string[] }> {
  const words = wordingsIn(language).summaries
  const fired = new Set(found.flatMap(({ documents }) => documents))
  const stories = await foldCopies(
    pipeline,
    changes.filter(({ id }) => fired.has(id)),
  )
  const lead = once(found.flatMap(({ quotes }) => quotes)).slice(0, MOST_QUOTES)
  const told = new Set(lead.map(({ text }) => plainWording(text)))
  // What a quote says already is no row of its own, unless it moved.
  const figures = found
    .flatMap((one) => one.figures)
    .filter(({ kind, now }) => kind !== 'new' || !told.has(plainWording(now.quote.text)))
    .slice(0, MOST_FIGURES)
  const searches = [...new Set(found.map(({ search }) => search))]
  return {
    reply: {
      kind: 'summary',
      title: words.watch(searches),
      language,
      documents: byPublisher(pipeline, stories, words.unknownPublisher, false),
      lead,
      sections: [],
      figures,
      gaps: [],
      notes: found.map((one) => words.fired(one.search, one.words)),
    },
    keys: [
      ...lead.map(({ text }) => plainWording(text)),
      ...figures.flatMap(({ now }) => [figureKey(now), plainWording(now.quote.text)]),
    ],
  }
}

const once = (quotes: readonly Quote[]): Quote[] => [
  ...new Map(quotes.map((quote) => [plainWording(quote.text), quote])).values(),
]
