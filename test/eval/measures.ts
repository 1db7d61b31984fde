/** What the evaluations have in common: predictions as they are written, and figures over them. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import type * as z from 'zod'
import type { Asker } from '../../src/ask/ask.ts'
import { VerbatimError } from '../../src/errors.ts'

/** One question's outcome, as `--predictions` writes it: a line of JSON each. */
export interface Prediction {
  readonly id: string
  readonly answered: boolean
  readonly confidence: number
  /** Up to ten, best first; the nearest ones when the question was refused. */
  readonly quotes: readonly {
    readonly document: string
    readonly start: number
    readonly end: number
    readonly text: string
  }[]
}

/** So many quotes of a question are written and looked at. */
const QUOTES = 10

/** Asks as a user would; a question that is turned back is a question not answered. */
export async function predict(asker: Asker, id: string, question: string): Promise<Prediction> {
  try {
    const { answers, confidence, quotes } = await asker.consider(question, { quotes: QUOTES })
    return {
      id,
      answered: answers,
      confidence: round(confidence),
      quotes: quotes.map(({ quote }) => ({
        document: quote.citation.document,
        start: quote.start,
        end: quote.end,
        text: quote.text,
      })),
    }
  } catch (error) {
    if (error instanceof VerbatimError) return { id, answered: false, confidence: 0, quotes: [] }
    throw error
  }
}

export function writePredictions(
  path: string | undefined,
  predictions: readonly Prediction[],
): void {
  if (path !== undefined)
    writeFileSync(path, predictions.map((one) => `${JSON.stringify(one)}\n`).join(''))
}

/** The value below which the share `at` of the values lies; 0 of none. */
export function percentile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? 0
}

export const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : round(part / whole)

export function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

/** Ten bins of confidence: how often the first quote was right in each, and the mean distance. */
export function reliability(
  judged: readonly { readonly sure: number; readonly right: boolean }[],
): {
  error: number
  bins: { from: number; questions: number; confidence: number; right: number }[]
} {
  const bins = Array.from({ length: 10 }, (_, bin) => {
    const inside = judged.filter(({ sure }) => Math.min(9, Math.floor(sure * 10)) === bin)
    return {
      from: bin / 10,
      questions: inside.length,
      confidence: share(
        inside.reduce((sum, { sure }) => sum + sure, 0),
        inside.length,
      ),
      right: share(inside.filter(({ right }) => right).length, inside.length),
    }
  })
  const error = bins.reduce(
    (sum, { questions, confidence, right }) =>
      sum + (Math.abs(confidence - right) * questions) / judged.length,
    0,
  )
  return { error: round(error), bins }
}

/** Characters of a quote as a reader sees them: white space counted once. */
export const shownLength = (text: string): number => text.replace(/\s+/gu, ' ').trim().length

/** Of those that say something; `null` of none. */
export function shareOf(all: readonly (boolean | null)[]): number | null {
  const told = all.filter((one) => one !== null)
  return told.length === 0 ? null : round(told.filter(Boolean).length / told.length)
}

/** A file of JSON, one value a line. */
export function linesOf<T>(path: string, schema: z.ZodType<T>): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)))
}

/** Whether a report is kept out of development: a fifth, by the hash of its id. */
export const isHeldOut = (id: string): boolean =>
  (createHash('sha256').update(id).digest()[0] ?? 0) % 5 === 0

/** How often one of the first is above one of the others; .5 where nothing tells them apart. */
export function areaUnderCurve(above: readonly number[], below: readonly number[]): number {
  const sorted = [...below].sort((a, b) => a - b)
  const firstAt = (value: number, orEqual: boolean): number => {
    const at = sorted.findIndex((one) => (orEqual ? one >= value : one > value))
    return at < 0 ? sorted.length : at
  }
  const pairs = above.reduce(
    (sum, value) => sum + (firstAt(value, true) + firstAt(value, false)) / 2,
    0,
  )
  return share(pairs, above.length * below.length)
}
