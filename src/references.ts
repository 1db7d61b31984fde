/**
 * The one shape of all replies that quote: the quotes are numbered, and below them stands each source
 * once, in few words. Adapters draw it and add nothing.
 */
import { FIRST, type Language } from '../index/languages/packs.ts'
import type { Citation, Quote } from './reply.ts'
import { clip } from './clip.ts'
import { acronymOf } from './publisher-name.ts'
import { wordingsIn } from './wordings/in-language.ts'

/** Behind whatever a document does not state itself. */
export const INFERRED = '°'

export interface NumberedQuote {
  readonly number: number
  readonly quote: Quote
}

/** A source with all that is quoted of it. All texts are inert. */
export interface Reference {
  /** Of its quotes, ascending. */
  readonly numbers: readonly number[]
  readonly title: string
  /** Publisher, date, pages or section; as many as are known. */
  readonly rest: readonly string[]
  /** Titles of documents that have the same words, the last perhaps "3 more". */
  readonly also: readonly string[]
  readonly citation: Citation
  /** Its first quote, for what leads there; none of a document that is only named. */
  readonly quote?: Quote
}

export interface References {
  readonly sources: readonly Reference[]
  /** "° inferred, not stated": where the sign stands in any of them. */
  readonly legend?: string
}

/** Shorter is hardly ever enough to know a report by, longer takes a line more on a phone. */
const LONGEST_TITLE = 56
const LONGEST_PUBLISHER = 40
const LONGEST_SECTION = 36
const LONGEST_NAME = 80
/** Pages or sections told of one source. */
const MOST_PLACES = 3
const MOST_ALSO = 2
/** What a digest of the tool's own says of its publisher. */
const OWN_NAME = 'Verbatim'

export function referencesOf(
  quotes: readonly NumberedQuote[],
  language: Language = FIRST,
): References {
  const groups = [...Map.groupBy(quotes, ({ quote }) => quote.citation.document).values()]
  const sources = groups.flatMap((group): Reference[] => {
    const [first] = group
    if (first === undefined) return []
    const { citation } = first.quote
    return [
      {
        numbers: group.map(({ number }) => number),
        title: shortTitle(citation, language),
        rest: [
          ...detailsOf(citation, language),
          ...placesOf(
            group.map((one) => one.quote.citation),
            language,
          ),
        ],
        also: alsoOf(
          group.flatMap(({ quote }) => quote.also),
          language,
        ),
        citation,
        quote: first.quote,
      },
    ]
  })
  const told = sources.map(withName)
  const marked = told.some(({ title, rest }) => [title, ...rest].some((one) => isMarked(one)))
  return {
    sources: told,
    ...(marked && { legend: `${INFERRED} ${wordingsIn(language).references.inferred}` }),
  }
}

const isMarked = (text: string): boolean => text.includes(INFERRED)

/** Numbers in the order of the quotes. */
export const numbered = (quotes: readonly Quote[]): NumberedQuote[] =>
  quotes.map((quote, at) => ({ number: at + 1, quote }))

/** "[1]", "[1, 3]", "[1–4]". */
export function numbersText(numbers: readonly number[]): string {
  if (numbers.length === 0) return '–'
  const runs: [from: number, to: number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last !== undefined && number === last[1] + 1) last[1] = number
    else runs.push([number, number])
  }
  const told = runs.map(([from, to]) =>
    from === to ? `${from}` : `${from}${to === from + 1 ? ', ' : '–'}${to}`,
  )
  return `[${told.join(', ')}]`
}

/** "Title · Publisher · 2022-05-11 · p. 3", the same wherever a source is told in one line. */
export const referenceText = ({ title, rest }: Pick<Reference, 'title' | 'rest'>): string =>
  [title, ...rest].join(' · ')

/** A citation by itself in one line, in the same few words. */
export const citationText = (citation: Citation, language: Language = FIRST): string =>
  referenceText(partsOf(citation, language))

const partsOf = (citation: Citation, language: Language): Pick<Reference, 'title' | 'rest'> => ({
  title: shortTitle(citation, language),
  rest: [...detailsOf(citation, language), ...placesOf([citation], language)],
})

/** A document that is named and not quoted. */
export const sourceOf = (citation: Citation, language: Language = FIRST): Reference => ({
  ...partsOf(citation, language),
  numbers: [],
  also: [],
  citation,
})

/** What stands for the numbers' documents must not be taken for one another. */
function withName(reference: Reference, at: number, all: readonly Reference[]): Reference {
  const told = nameless(reference)
  const twin = all.some((other, index) => index !== at && nameless(other) === told)
  if (!twin) return reference
  const name = clip(reference.citation.document, LONGEST_NAME)
  return { ...reference, rest: [...reference.rest, name] }
}

function nameless({ title, citation }: Reference): string {
  return [title, citation.publisher?.value, citation.date?.value].join('\n')
}

/** A digest retells; it must never pass for the text it retells. */
function shortTitle({ kind, source, title }: Citation, language: Language = FIRST): string {
  const words = wordingsIn(language).references
  if (kind === 'document') return marked(shortened(title.value, LONGEST_TITLE), title.inferred)
  return source === undefined
    ? words.digest(marked(shortened(title.value, LONGEST_TITLE), title.inferred))
    : words.digestOf(shortened(source.title, LONGEST_TITLE))
}

/** Who has published it: of a digest, nobody is told that this bot has. */
export const publisherOf = ({ publisher, kind }: Citation): Citation['publisher'] =>
  publisher?.value === OWN_NAME && kind === 'digest' ? undefined : publisher

function detailsOf(citation: Citation, language: Language): string[] {
  const { source, date, revised } = citation
  const words = wordingsIn(language).references
  const own = publisherOf(citation)
  return [
    ...(source?.publisher === undefined ? [] : [shortPublisher(source.publisher, language)]),
    ...(own === undefined ? [] : [marked(shortPublisher(own.value, language), own.inferred)]),
    date === undefined ? words.undated : marked(clip(date.value, LONGEST_NAME), date.inferred),
    // What was quoted of it before may read otherwise now.
    ...(revised === undefined ? [] : [words.revised(clip(revised, LONGEST_NAME))]),
  ].filter((part) => part !== '')
}

/** Pages or rows; where a format has none, the innermost heading, if each quote stands under one. */
function placesOf(citations: readonly Citation[], language: Language): string[] {
  const places = citations.flatMap(({ place }) => (place === undefined ? [] : [place]))
  const pages = distinct(places.filter(({ kind }) => kind === 'page').map(({ label }) => label))
  const others =
    pages.length > 0
      ? places.filter(({ kind }) => kind === 'row').map(({ label }) => label)
      : ofEach(citations, ({ place, section, title }) =>
          place?.kind === 'row' ? place.label : sectionOf(section, title.value),
        )
  const several = pages.length > 1 || pages.some((label) => label.includes('–'))
  return [
    ...(pages.length === 0
      ? []
      : [wordingsIn(language).references.page(someOf(pages, LONGEST_NAME), several)]),
    ...(others.length === 0 ? [] : [someOf(distinct(others), LONGEST_SECTION)]),
  ]
}

/** What is told of them all must not be said of one that it does not hold for. */
function ofEach(
  citations: readonly Citation[],
  tell: (citation: Citation) => string | undefined,
): string[] {
  const told = citations.map(tell).filter((one) => one !== undefined)
  return told.length === citations.length ? told : []
}

/** Many a document repeats its title as its only heading. */
function sectionOf(section: string | undefined, title: string): string | undefined {
  const inner = section?.split(' › ').at(-1) ?? ''
  return inner === '' || inner === title ? undefined : inner
}

function someOf(all: readonly string[], longest: number): string {
  const some = all.slice(0, MOST_PLACES).map((one) => clip(one, longest))
  return [...some, ...(all.length > MOST_PLACES ? ['…'] : [])].join(', ')
}

function alsoOf(citations: readonly Citation[], language: Language): string[] {
  const titles = distinct(
    [...new Map(citations.map((one) => [one.document, one])).values()].map((one) =>
      [
        shortTitle(one, language),
        ...(one.publisher === undefined ? [] : [shortPublisher(one.publisher.value, language)]),
      ].join(' · '),
    ),
  )
  const rest = titles.length - MOST_ALSO
  return [
    ...titles.slice(0, MOST_ALSO),
    ...(rest > 0 ? [wordingsIn(language).references.more(rest)] : []),
  ]
}

const distinct = (all: readonly string[]): string[] => [...new Set(all)]

const marked = (text: string, inferred: boolean): string => (inferred ? text + INFERRED : text)

/** Cut where a part of the title ends, else at a word. */
function shortened(title: string, most: number): string {
  const words = clip(title, 4 * most)
  if (words.length <= most) return words
  const part = words.slice(0, most).search(/[,:;–—|(/] ?[^,:;–—|(/]*$/u)
  return part > most * 0.75 ? `${words.slice(0, part).trim()} …` : clip(words, most)
}

function shortPublisher(name: string, language: Language = FIRST): string {
  const words = clip(name, 8 * LONGEST_PUBLISHER)
  if (words.length <= LONGEST_PUBLISHER) return words
  const { andOthers } = wordingsIn(language).references
  return acronymOf(words, andOthers) ?? clip(words, LONGEST_PUBLISHER)
}
