/** Documents whose quantities are given by hand, for what stands on them. */
import { WholeCorpus } from '../../index/whole-corpus.ts'
import type { Span } from '../../index/document.ts'
import type { Extract } from '../../index/quantities/figure-index.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import type {
  Amount,
  Attribution,
  Quantity,
  Relation,
  Unit,
} from '../../index/quantities/quantity.ts'
import { sentences } from '../../index/sentences.ts'
import { FigureFinder, type FigureFinderOptions } from '../../src/figures/finder.ts'
import { markOf } from './replies.ts'
import { documentFrom } from './library.ts'

/** Every text is a stretch of the paragraph. */
export interface Given {
  readonly number: string
  readonly amount?: Amount
  readonly unit?: Unit
  readonly modifier?: readonly [Relation, string]
  readonly counted?: string
  /** Of `counted`; its last word unless told. */
  readonly head?: string
  readonly event?: readonly [kind: string, wording: string]
  readonly place?: string
  readonly period?: readonly [wording: string, from: string, to: string]
  readonly says?: readonly (readonly [speaker: string, cue: string, Attribution['stance']])[]
  readonly partOf?: number
}

/** Name → text with front matter or none; paragraph → its figures. */
export function figureCorpus(
  files: Readonly<Record<string, string>>,
  given: Readonly<Record<string, readonly Given[]>>,
): WholeCorpus {
  const extract: Extract = (text) => (given[text] ?? []).map((one) => quantityOf(text, one))
  const corpus = new WholeCorpus(makeMiniSearch, extract)
  corpus.add(Object.entries(files).map(([name, text]) => documentFrom(name, text)))
  return corpus
}

export const finderOf = (corpus: WholeCorpus, options: Partial<FigureFinderOptions> = {}) =>
  new FigureFinder({ corpus, aliases: {}, ...options })

function quantityOf(text: string, given: Given): Quantity {
  const { modifier, counted, head, event, place, period, says = [], partOf } = given
  const number = markOf(text, given.number)
  const sentence = sentences(text, 'en').find(
    ({ start, end }) => start <= number.start && end >= number.end,
  )
  if (sentence === undefined) throw new Error(`“${given.number}” is in no sentence`)
  const within = (words: string): Span => markFrom(text, words, sentence.start)
  return {
    ...number,
    number,
    amount: given.amount ?? { kind: 'exact', value: valueOf(given.number) },
    unit: given.unit ?? { kind: 'count' },
    attribution: says.map(([speaker, cue, stance]) => ({
      speaker: within(speaker),
      cue: within(cue),
      stance,
    })),
    sentence,
    ...(modifier !== undefined && {
      modifier: { ...within(modifier[1]), relation: modifier[0], wording: modifier[1] },
    }),
    ...(counted !== undefined && {
      counted: {
        ...within(counted),
        head: within(head ?? counted.split(' ').at(-1) ?? counted),
        elided: false,
      },
    }),
    ...(event !== undefined && { event: { ...within(event[1]), kind: event[0] } }),
    ...(place !== undefined && {
      place: { ...within(place), wording: place, origin: 'sentence' as const },
    }),
    ...(period !== undefined && {
      period: {
        ...within(period[0]),
        wording: period[0],
        from: period[1],
        to: period[2],
        origin: 'sentence' as const,
      },
    }),
    ...(partOf !== undefined && { partOf }),
  }
}

function markFrom(text: string, words: string, from: number): Span {
  const start = text.indexOf(words, from)
  if (start === -1) throw new Error(`“${words}” is not in the text`)
  return { start, end: start + words.length }
}

const TIMES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6 }

function valueOf(written: string): number {
  const [digits = '', times = ''] = written.replaceAll(',', '').split(' ')
  return Number(digits) * (TIMES[times] ?? 1)
}
