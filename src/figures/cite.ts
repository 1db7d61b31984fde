/** A figure with its quote, as a reply carries it. */
import type { Span } from '../../index/document.ts'
import { type Figure, sentenceOf, sliceOf, wholeOf } from '../../index/quantities/figure-index.ts'
import type { Quantity, Unit } from '../../index/quantities/quantity.ts'
import { citationOf, excerptOf } from '../ask/quotes.ts'
import type { Figure as ReplyFigure, Quote } from '../reply.ts'
import { evened, wordingOf } from './member.ts'

/** The sentence of a figure, the figure marked; copies that have it are cited beside it. */
export function quoteFigure(figure: Figure, again: readonly Figure[] = []): Quote {
  const { quantity } = figure
  const { number, unit, modifier } = quantity
  const sentence = sentenceOf(figure)
  const spans = [number, unit.span, modifier].filter((span) => span !== undefined)
  const marks = spans
    .map(({ start, end }) => ({ start: start - sentence.start, end: end - sentence.start }))
    .filter(({ start, end }) => start >= 0 && start < end && end <= sentence.end - sentence.start)
    .sort((a, b) => a.start - b.start)
  return {
    ...excerptOf(figure, sentenceSpan(figure)),
    marks,
    citation: citationOf(figure, sentenceSpan(figure)),
    also: again.map((other) => citationOf(other, sentenceSpan(other))),
  }
}

/** Of the document's reading text. */
function sentenceSpan(figure: Figure): Span {
  const { start, end } = sentenceOf(figure)
  return { start: figure.paragraph.start + start, end: figure.paragraph.start + end }
}

/**
 * @param happening the name of what happened, when its own words do not say
 * @param again the same figure in copies of its document
 */
export function citeFigure(
  figure: Figure,
  source: number,
  happening?: string,
  again: readonly Figure[] = [],
): ReplyFigure {
  const { quantity } = figure
  const { amount, modifier, counted, event, period, place, attribution } = quantity
  const words = (span: { start: number; end: number }): string => evened(sliceOf(figure, span))
  const parent = wholeOf(figure)
  return {
    source,
    wording: wordingOf(figure),
    amount: { ...amount },
    unit: unitOf(quantity, words),
    ...(modifier !== undefined && {
      qualifier: { relation: modifier.relation, wording: evened(modifier.wording) },
    }),
    ...(counted !== undefined && { counted: words(counted) }),
    ...(event !== undefined
      ? { event: { kind: event.kind, wording: words(event) } }
      : happening !== undefined && { event: { kind: happening } }),
    ...(period !== undefined && {
      period: {
        wording: evened(period.wording),
        origin: period.origin,
        ...(period.from !== undefined && { from: period.from }),
        ...(period.to !== undefined && { to: period.to }),
      },
    }),
    ...(place !== undefined && {
      place: { wording: evened(place.wording), origin: place.origin },
    }),
    attribution: attribution.map(({ speaker, cue, stance }) => ({
      speaker: words(speaker),
      cue: words(cue),
      stance,
    })),
    ...(parent !== undefined && { partOf: wordingOf(parent) }),
    quote: quoteFigure(figure, again),
  }
}

function unitOf(
  { unit }: Quantity,
  words: (span: { start: number; end: number }) => string,
): ReplyFigure['unit'] {
  const name = nameOf(unit)
  return {
    kind: unit.kind === 'percent' && unit.points ? 'points' : unit.kind,
    ...(name !== undefined && { name }),
    ...(unit.span !== undefined && { wording: words(unit.span) }),
    ...(unit.per !== undefined && { per: words(unit.per) }),
  }
}

function nameOf(unit: Unit): string | undefined {
  if (unit.kind === 'currency') return unit.code
  return 'name' in unit ? unit.name : undefined
}
