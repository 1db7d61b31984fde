/** How well the sentences we choose match reference summaries, beside the first ones and plain TextRank. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { analyze } from '../../index/analyzer.ts'
import { documentOf } from '../../index/readers/read.ts'
import { sentences } from '../../index/sentences.ts'
import { salience } from '../../src/summary/salience.ts'
import * as z from 'zod'

const Row = z.object({ id: z.string(), text: z.string(), summary: z.string() })
type Rank = (texts: readonly string[]) => readonly number[] | Promise<readonly number[]>

const SYSTEMS: Readonly<Record<string, Rank>> = {
  'first sentences': (texts) => texts.map((_, at) => -at),
  TextRank: textRank,
  Verbatim: (texts) => salience(texts.map(termsOf)),
}

export async function evalSummaries(path: string): Promise<object> {
  const file = statSync(path).isDirectory() ? join(path, 'bbc100.jsonl') : path
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Row.parse(JSON.parse(line)))
  const articles = rows.map(({ text, summary }) => ({ texts: sentencesOf(text), summary }))
  const f1: [string, object][] = []
  for (const [name, rank] of Object.entries(SYSTEMS)) {
    const sums = [0, 0, 0]
    for (const { texts, summary } of articles) {
      const reference = tokens(summary)
      const chosen = take(texts, await rank(texts), reference.length).flatMap((text) =>
        tokens(text),
      )
      const scores = [
        ngrams(chosen, reference, 1),
        ngrams(chosen, reference, 2),
        longest(chosen, reference),
      ]
      for (const [at, score] of scores.entries()) sums[at] = (sums[at] ?? 0) + score / rows.length
    }
    const [rouge1, rouge2, rougeL] = sums.map((sum) => Number(sum.toFixed(4)))
    f1.push([name, { rouge1, rouge2, rougeL }])
  }
  return { articles: rows.length, f1: Object.fromEntries(f1) }
}

export function sentencesOf(text: string): string[] {
  const { document } = documentOf('article.txt', text, '')
  if (document === undefined) return []
  const { clean, language } = document
  return document.paragraphs.flatMap((paragraph) => {
    const own = clean.slice(paragraph.start, paragraph.end)
    return sentences(own, language).map(({ start, end }) => own.slice(start, end))
  })
}

const termsOf = (text: string): string[] =>
  analyze(text, 'en').flatMap(({ stop, terms }) => (stop ? [] : (terms[0] ?? [])))

/** The best whole sentences that fit into so many words, a half over at most, in the text's order. */
export function take(texts: readonly string[], scores: readonly number[], words: number): string[] {
  const order = texts.map((_, at) => at).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  const taken: number[] = []
  let length = 0
  for (const at of order) {
    const own = tokens(texts[at] ?? '').length
    if (length + own / 2 > words) continue
    taken.push(at)
    length += own
  }
  return taken.sort((a, b) => a - b).map((at) => texts[at] ?? '')
}

/** As Mihalcea and Tarau describe it: overlap of content words over the logarithms of the lengths. */
export function textRank(texts: readonly string[]): number[] {
  const terms = texts.map((text) => new Set(termsOf(text)))
  const weights = terms.map((one, at) =>
    terms.map((other, to) => {
      if (at === to) return 0
      const shared = [...one].filter((term) => other.has(term)).length
      return shared / (Math.log(one.size + 1) + Math.log(other.size + 1) || 1)
    }),
  )
  const sums = weights.map((row) => row.reduce((sum, edge) => sum + edge, 0))
  let scores = texts.map(() => 1)
  for (let round = 0; round < 50; round++)
    scores = scores.map((_, to) =>
      weights.reduce(
        (score, row, from) =>
          score +
          ((sums[from] ?? 0) > 0
            ? (0.85 * (row[to] ?? 0) * (scores[from] ?? 0)) / (sums[from] ?? 1)
            : 0),
        0.15,
      ),
    )
  return scores
}

export const tokens = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function ngrams(one: readonly string[], other: readonly string[], size: number): number {
  const counts = (words: readonly string[]): Map<string, number> => {
    const found = new Map<string, number>()
    for (let at = 0; at + size <= words.length; at++) {
      const gram = words.slice(at, at + size).join(' ')
      found.set(gram, (found.get(gram) ?? 0) + 1)
    }
    return found
  }
  const [left, right] = [counts(one), counts(other)]
  let shared = 0
  for (const [gram, times] of left) shared += Math.min(times, right.get(gram) ?? 0)
  const total = one.length + other.length - 2 * (size - 1)
  return total <= 0 ? 0 : (2 * shared) / total
}

/** By the longest common subsequence. */
function longest(one: readonly string[], other: readonly string[]): number {
  let row = new Uint32Array(other.length + 1)
  for (const word of one) {
    const next = new Uint32Array(other.length + 1)
    for (let at = 1; at <= other.length; at++)
      next[at] =
        other[at - 1] === word ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0)
    row = next
  }
  const total = one.length + other.length
  return total === 0 ? 0 : (2 * (row[other.length] ?? 0)) / total
}
