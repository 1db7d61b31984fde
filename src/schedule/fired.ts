/** What new documents have for what a watch looks for: which of them, in which words, by which figures. */
import { analyze } from '../../index/analyzer.ts'
import { FIRST } from '../../index/languages/packs.ts'
import { THRESHOLDS } from '../ask/ask.ts'
import { match, matcher } from '../ask/match.ts'
import { plainWording } from '../ask/wording.ts'
import { VerbatimError } from '../errors.ts'
import type { Quote } from '../reply.ts'
import { judge } from '../summary/figure-changes.ts'
import { distinct, type Fired, type Looking, MOST_QUOTES } from './looking.ts'
import { passes, readSearch, type Search } from './search.ts'
import { wordsFired } from './words-fired.ts'

/** Of one watch in one post. */
const MOST_FIGURES = 6

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
      : (search.kind === 'question' ? answersTo : wordsFired)(search.text, looking))
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
  const own = await finder.find(text, { allows: fresh })
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
    allows: fresh,
    quotes: MOST_QUOTES,
  })
  // What nobody has asked for just now is told only where it is surer.
  if (reply.kind !== 'answer' || reply.confidence < THRESHOLDS.high) return undefined
  const matching = matcher((await pipeline.asker.read(text)).question)
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

const documentsOf = (quotes: readonly Quote[]): string[] => [
  ...new Set(
    quotes.flatMap(({ citation, also }) => [citation, ...also].map(({ document }) => document)),
  ),
]

const markedWords = (quotes: readonly Quote[]): string[] =>
  distinct(
    quotes.flatMap(({ text, marks }) => marks.map(({ start, end }) => text.slice(start, end))),
  )
