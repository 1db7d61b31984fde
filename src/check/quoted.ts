/** A quotation of a draft against the documents: word by word, and whose words they are. */
import type { Corpus } from '../../index/corpus.ts'
import type { Document, Span } from '../../index/document.ts'
import type { Passage } from '../../index/passages.ts'
import { makeQuote } from '../ask/quotes.ts'
import type { Finding, Quote } from '../reply.ts'
import type { Wordings } from '../wordings/wordings.ts'
import type { Draft } from './draft.ts'
import type { Found, LookedUp } from './quotations/look-up.ts'
import type { Quotation } from './quotations/in-draft.ts'
import { piecesOf } from './quotations/compare.ts'
import { otherSpeaker } from './quotations/speaker.ts'
import { spanOfRun } from './quotations/words.ts'

interface QuotationContext {
  readonly corpus: Corpus
  readonly words: Wordings['checks']
}

export function judgeQuotation(
  draft: Draft,
  quotation: Quotation,
  found: LookedUp,
  { corpus, words: { quotations } }: QuotationContext,
): Finding {
  const finding = {
    kind: 'quotation' as const,
    start: quotation.outer.start,
    end: quotation.outer.end,
    confidence: 1,
  }
  if (found.kind === 'verbatim') {
    const { document, span } = found.at
    const quotes = quoteOf(corpus, document, span, [])
    const differences = differencesOf(draft, quotation, found.at)
    const speaker = otherSpeaker(draft, quotation, document, span, corpus)
    if (speaker !== undefined)
      return {
        ...finding,
        verdict: 'other speaker',
        reason: quotations.otherSpeaker(speaker.document),
        differences: [{ ...speaker.at, wording: speaker.document, harmless: false }],
        quotes,
      }
    return {
      ...finding,
      verdict: 'verbatim',
      reason: differences.length === 0 ? quotations.verbatim : quotations.allowed,
      differences,
      quotes,
    }
  }
  if (found.kind === 'altered') {
    const { document, span } = found.at
    return {
      ...finding,
      verdict: 'altered',
      reason: alteredReason(draft, quotation, found.at, quotations),
      differences: differencesOf(draft, quotation, found.at),
      quotes: quoteOf(corpus, document, span, marksOf(found.at)),
    }
  }
  if (found.kind === 'stitched')
    return {
      ...finding,
      verdict: 'stitched',
      reason: quotations.stitched,
      differences: [],
      quotes: found.parts.flatMap((run) => quoteOf(corpus, run.in.document, spanOfRun(run), [])),
    }
  const { nearest } = found
  return {
    ...finding,
    verdict: 'not found',
    reason: nearest === undefined ? quotations.notFound : quotations.nearest,
    differences: [],
    quotes: nearest === undefined ? [] : quoteOf(corpus, nearest.document, nearest.span, []),
  }
}

/** Of the sentences that the stretch stands in. */
function quoteOf(corpus: Corpus, document: Document, span: Span, marks: readonly Span[]): Quote[] {
  const passage = passageAt(corpus, document, span.start)
  if (passage === undefined) return []
  const first = passage.sentences.findLast(({ start }) => start <= span.start)
  const last = passage.sentences.find(({ end }) => end >= span.end)
  const start = Math.min(span.start, first?.start ?? span.start)
  const end = Math.max(span.end, last?.end ?? span.end)
  const own = marks.length > 0 ? marks : [span]
  return [
    makeQuote(
      passage,
      { start, end },
      own.map((mark) => ({ start: mark.start - start, end: mark.end - start })),
    ),
  ]
}

const passageAt = (corpus: Corpus, { id }: Document, at: number): Passage | undefined =>
  corpus.passagesOf(id).findLast(({ sentences }) => (sentences[0]?.start ?? Infinity) <= at)

/** The document's words that the draft has changed or left out. */
function marksOf({ words, comparison }: Found): Span[] {
  return comparison.steps.flatMap(({ kind, word }) => {
    const span = word === undefined ? undefined : words[word]
    return span !== undefined && (kind === 'changed' || kind === 'left out') ? [span] : []
  })
}

/** Each stretch of the draft that differs, neighbours together. */
function differencesOf(
  draft: Draft,
  quotation: Quotation,
  { document, words, comparison }: Found,
): Finding['differences'] {
  const text = draft.text.slice(quotation.start, quotation.end)
  const pieces = piecesOf(text)
  const found: { start: number; end: number; from?: number; to?: number; harmless: boolean }[] = []
  let last: string | undefined
  let at = 0
  for (const { kind, piece, word } of comparison.steps) {
    const own = piece === undefined ? undefined : pieces[piece]
    const there = word === undefined ? undefined : words[word]
    if (own !== undefined) at = own.end
    if (kind === 'same') {
      last = undefined
      continue
    }
    const harmless = kind === 'said'
    const group = found.at(-1)
    if (last === String(harmless) && group !== undefined) {
      group.end = Math.max(group.end, own?.end ?? group.end)
      if (there !== undefined) {
        group.from ??= there.start
        group.to = there.end
      }
    } else {
      // What is left out stands between two words of the draft.
      const place = own ?? { start: at, end: at }
      found.push({
        start: place.start,
        end: place.end,
        harmless,
        ...(there !== undefined && { from: there.start, to: there.end }),
      })
    }
    last = String(harmless)
  }
  return found.map(({ start, end, from, to, harmless }) => ({
    start: quotation.start + start,
    end: quotation.start + end,
    ...(from !== undefined && to !== undefined && { wording: document.clean.slice(from, to) }),
    harmless,
  }))
}

function alteredReason(
  draft: Draft,
  quotation: Quotation,
  found: Found,
  words: Wordings['checks']['quotations'],
): string {
  const told = differencesOf(draft, quotation, found)
    .filter(({ harmless }) => !harmless)
    .slice(0, 3)
    .map(({ start, end, wording }) => {
      const here = draft.text.slice(start, end)
      if (wording === undefined) return words.putIn(here)
      return here === '' ? words.leftOut(wording) : words.changed(here, wording)
    })
  return `${told.join('; ')}.`
}
