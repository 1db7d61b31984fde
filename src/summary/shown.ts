/** A summary as all platforms show it: one screen, its quotes numbered, each document told once. */
import { publishedOn, whoSays } from '../figures/who.ts'
import {
  INFERRED,
  type NumberedQuote,
  type Reference,
  referencesOf,
  referenceText,
  sourceOf,
} from '../references.ts'
import type { Language } from '../../index/languages/packs.ts'
import type { Citation, Figure, Quote, Summary } from '../reply.ts'
import { wordingsIn } from '../wordings/in-language.ts'

/** A row of the table of figures. All texts are foreign, but for what parts them. */
export interface Change {
  readonly kind: Summary['figures'][number]['kind']
  /** "displaced · Haiti" */
  readonly label: string
  /** As worded by an older document, or by the one it is at odds with. */
  readonly was?: string
  readonly is: string
  /** "the ministry · 2024-03-01" */
  readonly who: string
  /** Of the quotes it stands in. */
  readonly numbers: readonly number[]
}

export interface ShownSummary {
  readonly lead: readonly NumberedQuote[]
  readonly changes: readonly Change[]
  readonly sections: readonly {
    readonly heading: string
    readonly quotes: readonly NumberedQuote[]
  }[]
  /** By publisher, those that are quoted first; of those that are not, as many as fit. */
  readonly documents: readonly Reference[]
  /** What stands below them: what was left out, what the sign of the inferred means. */
  readonly below: readonly string[]
}

/** Documents that are not quoted are listed while there are no more than so many in all. */
const MOST_DOCUMENTS = 5

export function shownSummary(summary: Summary): ShownSummary {
  const { language } = summary
  const numbers = numbersOf(summary)
  const number = (quote: Quote): NumberedQuote => ({
    number: numbers.get(keyOf(quote)) ?? 0,
    quote,
  })
  const { documents, left } = documentsOf(summary, numbers)
  const legend = documents.some((one) => referenceText(one).includes(INFERRED))
  return {
    lead: summary.lead.map(number),
    changes: summary.figures.map(({ kind, label, now, before }) => ({
      kind,
      label,
      ...(before !== undefined && {
        was:
          kind === 'changed' ? before.wording : `${before.wording} (${ownerOf(before, language)})`,
      }),
      is: now.wording,
      who: ownerOf(now, language),
      numbers: [...(before === undefined ? [] : [before.quote]), now.quote]
        .map((quote) => number(quote).number)
        .sort((a, b) => a - b),
    })),
    sections: summary.sections.map(({ heading, quotes }) => ({
      heading,
      quotes: quotes.map(number),
    })),
    documents,
    below: [
      ...(left > 0 ? [wordingsIn(language).labels.left(left)] : []),
      ...(legend ? [`${INFERRED} ${wordingsIn(language).references.inferred}`] : []),
    ],
  }
}

/** All that is quoted, in the order in which it is shown. */
export const quotesOfSummary = ({ lead, figures, sections }: Summary): Quote[] => {
  const all = [
    ...lead,
    ...figures.flatMap(({ now, before }) => [
      ...(before === undefined ? [] : [before.quote]),
      now.quote,
    ]),
    ...sections.flatMap(({ quotes }) => quotes),
  ]
  return [...new Map(all.map((quote) => [keyOf(quote), quote])).values()]
}

const numbersOf = (summary: Summary): Map<string, number> =>
  new Map(quotesOfSummary(summary).map((quote, at) => [keyOf(quote), at + 1]))

const keyOf = ({ citation, start, end }: Quote): string => `${start}:${end}:${citation.document}`

/** "the ministry · 2024-03-01" */
function ownerOf(figure: Figure, language: Language): string {
  const when = figure.period?.wording ?? publishedOn(figure)
  // It stands in brackets.
  const words = wordingsIn(language).figures
  const { claimed, denied, disputed } = words.stances
  const who = [
    [claimed, ' '],
    [denied, ' '],
    [disputed, ', '],
  ].reduce(
    (told, [stance = '', before = '']) => told.replaceAll(stance, before + stance.slice(2, -1)),
    whoSays(figure, words),
  )
  return [who, when].filter((part) => part !== '').join(' · ')
}

/** What came in and what is quoted, each once; those that are quoted come first. */
function documentsOf(
  summary: Summary,
  numbers: ReadonlyMap<string, number>,
): { documents: Reference[]; left: number } {
  const { language } = summary
  const quoted = quotesOfSummary(summary).map((quote) => ({
    number: numbers.get(keyOf(quote)) ?? 0,
    quote,
  }))
  const states = new Map(
    summary.documents.flatMap(({ documents }) =>
      documents.map(({ citation, ...one }) => [citation.document, { citation, ...one }] as const),
    ),
  )
  const withState = (reference: Reference): Reference => {
    const known = states.get(reference.citation.document)
    const also = known?.copies.map(({ title }) => title.value) ?? []
    return {
      ...reference,
      ...(known?.state === 'updated' && {
        rest: [...reference.rest, wordingsIn(language).labels.updated],
      }),
      also: [...new Set([...reference.also, ...also.slice(0, 2)])],
    }
  }
  const told = referencesOf(quoted, language).sources.map(withState)
  const isTold = ({ document }: Citation): boolean =>
    told.some(({ citation }) => citation.document === document)
  const others = [...states.values()].filter(({ citation }) => !isTold(citation))
  const room = Math.max(0, MOST_DOCUMENTS - told.length)
  const listed = others
    .slice(0, room)
    .map(({ citation }) => withState(sourceOf(citation, language)))
  return { documents: [...told, ...listed], left: others.length - listed.length }
}
