/**
 * Labelled figures of the seed documents: is each found with its value where it stands, is everything
 * else that is found a figure too, and is the head noun of what is counted right.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Span } from '../../index/document.ts'
import { extractQuantities } from '../../index/quantities/extract.ts'
import type { Quantity } from '../../index/quantities/quantity.ts'
import { round } from './figures.ts'

const Label = z.object({
  document: z.string(),
  context: z.string(),
  value: z.number(),
  unit: z.string(),
  counted: z.string(),
  qualifier: z.string(),
})
type Label = z.infer<typeof Label>

/** One document is labelled only as far as the paragraphs under this heading that hold a label. */
const LAST_HEADING = 'Foreign Military Training'

interface Options {
  readonly predictions?: string
  readonly documents?: string
}

export function evalSeedFigures(file: string, options: Options): object {
  const folder = options.documents ?? path.join(path.dirname(file), '..', 'seeds')
  const labels = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Label.parse(JSON.parse(line)))
  const totals = { labels: 0, found: 0, predicted: 0, right: 0, heads: 0, modifiers: 0 }
  const missed: string[] = []
  const extra: string[] = []
  const heads: string[] = []
  const predictions: string[] = []
  for (const name of new Set(labels.map((label) => label.document))) {
    const text = readFileSync(path.join(folder, name), 'utf8')
    const here = labels.filter((label) => label.document === name)
    const places = here.map((label) => ({ label, span: placeOf(text, label.context) }))
    const end = text.includes(`${LAST_HEADING}\n`)
      ? paragraphEnd(text, Math.max(...places.map(({ span }) => span?.end ?? 0)))
      : text.length
    // How long something took or went on is no figure of these labels.
    const quantities = extractQuantities(text, { language: 'en' }).filter(
      (one) => one.end <= end && one.unit.kind !== 'duration',
    )
    const open = new Set(quantities)
    totals.labels += here.length
    totals.predicted += quantities.length
    for (const { label, span } of places) {
      const hit = [...open].find((one) => span !== undefined && isHit(one, label, span))
      predictions.push(JSON.stringify({ ...label, found: hit ?? null }))
      if (hit === undefined) {
        missed.push(label.context)
        continue
      }
      open.delete(hit)
      totals.found++
      const head = hit.counted === undefined ? '' : slice(text, hit.counted.head)
      if (sameHead(head, label.counted)) totals.heads++
      else heads.push(`${label.counted} | ${head}`)
      const wording = hit.modifier?.wording.toLowerCase() ?? ''
      if (wording === label.qualifier || `a ${wording}` === label.qualifier) totals.modifiers++
    }
    extra.push(...[...open].map((one) => slice(text, { start: one.start - 30, end: one.end + 20 })))
  }
  if (options.predictions !== undefined)
    writeFileSync(options.predictions, `${predictions.join('\n')}\n`)
  return {
    kind: 'seed-figures',
    labels: totals.labels,
    recall: round(totals.found / totals.labels),
    precision: round(totals.found / Math.max(1, totals.predicted)),
    heads: round(totals.heads / totals.labels),
    modifiers: round(totals.modifiers / totals.labels),
    missed,
    extra,
    wrongHeads: heads,
  }
}

const slice = (text: string, { start, end }: Span): string => text.slice(Math.max(0, start), end)

/** Where a context stands; line breaks and spaces are alike. */
function placeOf(text: string, context: string): Span | undefined {
  const pattern = context
    .replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
    .replace(/\s+/gu, String.raw`\s+`)
    .replace(/['’]/gu, "['’]")
  const match = new RegExp(pattern, 'u').exec(text)
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length }
}

function paragraphEnd(text: string, from: number): number {
  const end = text.slice(from).search(/\n\s*\n/u)
  return end === -1 ? text.length : from + end
}

function isHit(one: Quantity, label: Label, span: Span): boolean {
  if (one.start >= span.end || one.end <= span.start || one.amount.kind === 'range') return false
  if (Math.abs(one.amount.value - label.value) > Math.abs(label.value) * 1e-9) return false
  const { unit } = one
  if (unit.kind === 'currency') return label.unit === unit.code
  if (unit.kind === 'age') return label.unit === unit.name
  return label.unit === unit.kind
}

/** The head of a label: its last word before a preposition. */
function sameHead(head: string, counted: string): boolean {
  const phrase = counted.split(/ (?:to|of|for|in) /u)[0] ?? counted
  const last = phrase.split(' ').at(-1) ?? ''
  const plain = (word: string): string => word.toLowerCase().replace(/s$/u, '')
  return plain(last) === plain(head)
}
