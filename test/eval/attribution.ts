/**
 * Who speaks: for every sentence that lies in an annotated attribution, the overlap in words of the
 * speaker that is found with the source that annotators marked.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { Span } from '../../index/document.ts'
import { attributions } from '../../index/quantities/speakers/attribution.ts'
import type { TokenRange } from '../../index/quantities/speakers/token-range.ts'
import { tokenize, type Token } from '../../index/quantities/numbers/tokens.ts'
import { sentences } from '../../index/sentences.ts'
import { round } from './figures.ts'

const Ranges = z.array(z.tuple([z.number(), z.number()])).optional()
const Article = z.object({
  id: z.string(),
  text: z.string(),
  attributions: z.array(z.object({ source: Ranges, cue: Ranges, content: Ranges })),
})

export function evalAttribution(file: string, options: { readonly predictions?: string }): object {
  let total = 0
  let sum = 0
  let answered = 0
  const predictions: string[] = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue
    const { id, text, attributions: marked } = Article.parse(JSON.parse(line))
    const tokens = tokenize(text, 'en')
    const said = attributions(tokens, 'en').map((one) => ({
      speaker: spanOf(tokens, one.speaker),
      content: spanOf(tokens, one.content),
    }))
    for (const sentence of sentencesOf(text)) {
      const gold = marked
        .filter(({ source }) => source !== undefined && source.length > 0)
        .map(({ source, content }) => ({
          source: (source ?? []).map(([start, end]) => ({ start, end })),
          share: overlap(
            sentence,
            (content ?? []).map(([start, end]) => ({ start, end })),
          ),
        }))
        .filter(({ share }) => share > 0)
        .sort((a, b) => b.share - a.share)[0]
      if (gold === undefined) continue
      total++
      const mine = said
        .filter(({ content }) => overlap(sentence, [content]) > 0)
        .sort((a, b) => overlap(sentence, [b.content]) - overlap(sentence, [a.content]))[0]
      if (mine !== undefined) answered++
      const found = mine === undefined ? new Set<number>() : words(text, [mine.speaker])
      sum += f1(words(text, gold.source), found)
      const speaker = mine === undefined ? null : text.slice(mine.speaker.start, mine.speaker.end)
      predictions.push(
        JSON.stringify({
          id,
          ...sentence,
          speaker,
          source: gold.source.map(({ start, end }) => text.slice(start, end)),
        }),
      )
    }
  }
  if (options.predictions !== undefined)
    writeFileSync(options.predictions, `${predictions.join('\n')}\n`)
  return {
    kind: 'attribution',
    sentences: total,
    answered: round(answered / total),
    f1: round(sum / total),
  }
}

function spanOf(tokens: readonly Token[], { from, to }: TokenRange): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }
}

function sentencesOf(text: string): Span[] {
  const found: Span[] = []
  for (const match of text.matchAll(/[^\n]+/gu))
    for (const { start, end } of sentences(match[0], 'en'))
      found.push({ start: start + match.index, end: end + match.index })
  return found
}

const overlap = (one: Span, others: readonly Span[]): number =>
  others.reduce(
    (sum, other) =>
      sum + Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start)),
    0,
  )

/** Words with their places, so that the same word elsewhere is another one. */
const words = (text: string, spans: readonly Span[]): Set<number> =>
  new Set(
    spans.flatMap(({ start, end }) =>
      [...text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)].map((match) => match.index + start),
    ),
  )

function f1(gold: Iterable<number>, found: Iterable<number>): number {
  const [a, b] = [new Set(gold), new Set(found)]
  const both = [...a].filter((word) => b.has(word)).length
  return both === 0 ? 0 : (2 * both) / (a.size + b.size)
}
