/**
 * Figures of humanitarian reports: quantity, unit and modifier against what annotators marked, by exact
 * text over pairs whose quantities overlap. A fifth of the reports is kept out of development.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { Span } from '../../index/document.ts'
import { extractQuantities } from '../../index/quantities/extract.ts'
import type { Quantity } from '../../index/quantities/quantity.ts'
import { isHeldOut } from './measures.ts'

const Part = z.object({ text: z.string(), begin: z.number(), end: z.number() })
const Chunk = z.object({
  id: z.string(),
  text: z.string(),
  figures: z.array(z.object({ quantity: Part, unit: Part.optional(), modifier: Part.optional() })),
})

type Part = z.infer<typeof Part>
interface Figure {
  readonly quantity: Part
  readonly unit?: Part | undefined
  readonly modifier?: Part | undefined
}

const FIELDS = ['quantity', 'unit', 'modifier'] as const
type Field = (typeof FIELDS)[number]

export function evalFigures(path: string, options: { readonly predictions?: string }): object {
  const chunks = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Chunk.parse(JSON.parse(line)))
  const development = new Tally()
  const held = new Tally()
  const predictions: string[] = []
  for (const { id, text, figures } of chunks) {
    const predicted = extractQuantities(text, { language: 'en' }).flatMap((one) =>
      asMarked(text, one),
    )
    const tally = isHeldOut(id) ? held : development
    tally.add(figures, predicted)
    predictions.push(JSON.stringify({ id, figures: predicted }))
  }
  if (options.predictions !== undefined)
    writeFileSync(options.predictions, `${predictions.join('\n')}\n`)
  return { kind: 'figures', development: development.scores(), heldOut: held.scores() }
}

/**
 * A quantity as the annotators mark one: the currency is the unit, a measure's unit goes on to what is
 * measured ("kg of rice"), both numbers of "three out of four" and of "between 30 and 35" are marked
 * beside the whole, and a modifier is a word before the number that says more than "exactly this many".
 */
function asMarked(text: string, quantity: Quantity): Figure[] {
  const part = ({ start, end }: Span): Part => ({ text: text.slice(start, end), begin: start, end })
  const { modifier, number, sides = [] } = quantity
  const between = modifier !== undefined && /^between$/iu.test(modifier.wording)
  const measured = unitSpan(quantity)
  const marked = modifier !== undefined && (modifier.relation !== '=' || between)
  const common = {
    ...(measured === undefined ? {} : { unit: part(measured) }),
    ...(marked && /^\p{L}/u.test(modifier.wording) ? { modifier: part(modifier) } : {}),
  }
  const spans = quantity.unit.kind === 'ratio' || between ? [number, ...sides] : [number]
  return spans.map((span) => ({ quantity: part(span), ...common }))
}

function unitSpan({ unit, counted, number }: Quantity): Span | undefined {
  const { span, per } = unit
  switch (unit.kind) {
    case 'currency':
      if (span === undefined || per === undefined) return span
      return span.start > number.start ? { start: span.start, end: per.end } : per
    case 'measure':
    case 'duration':
    case 'age': {
      if (span === undefined) return counted
      if (per !== undefined) return { start: span.start, end: per.end }
      const goesOn =
        unit.kind === 'measure' &&
        counted !== undefined &&
        !counted.elided &&
        counted.start > span.end
      return goesOn ? { start: span.start, end: counted.end } : span
    }
    case 'percent':
    case 'ratio':
    case 'count':
    case 'multiple':
    default:
      return counted
  }
}

class Tally {
  readonly #hits: Record<Field, number> = { quantity: 0, unit: 0, modifier: 0 }
  readonly #marked: Record<Field, number> = { quantity: 0, unit: 0, modifier: 0 }
  readonly #predicted: Record<Field, number> = { quantity: 0, unit: 0, modifier: 0 }

  add(marked: readonly Figure[], predicted: readonly Figure[]): void {
    for (const figure of marked)
      for (const field of FIELDS) if (figure[field] !== undefined) this.#marked[field]++
    for (const figure of predicted)
      for (const field of FIELDS) if (figure[field] !== undefined) this.#predicted[field]++
    for (const [one, other] of pairs(marked, predicted))
      for (const field of FIELDS) {
        const [a, b] = [one[field]?.text, other[field]?.text]
        if (a !== undefined && b !== undefined && plain(a) === plain(b)) this.#hits[field]++
      }
  }

  scores(): Record<Field, { precision: number; recall: number; f1: number; marked: number }> {
    const score = (
      field: Field,
    ): { precision: number; recall: number; f1: number; marked: number } => {
      const precision = this.#hits[field] / Math.max(1, this.#predicted[field])
      const recall = this.#hits[field] / Math.max(1, this.#marked[field])
      const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall)
      return {
        precision: round(precision),
        recall: round(recall),
        f1: round(f1),
        marked: this.#marked[field],
      }
    }
    return { quantity: score('quantity'), unit: score('unit'), modifier: score('modifier') }
  }
}

const plain = (text: string): string => text.trim().replace(/\s+/gu, ' ').toLowerCase()
export const round = (value: number): number => Math.round(value * 1000) / 1000

/** One to one, the same stretch first, then whatever overlaps. */
function pairs(marked: readonly Figure[], predicted: readonly Figure[]): [Figure, Figure][] {
  const free = new Set(predicted)
  const open = new Set(marked)
  const found: [Figure, Figure][] = []
  const match = (test: (one: Part, other: Part) => boolean): void => {
    for (const one of open)
      for (const other of free)
        if (test(one.quantity, other.quantity)) {
          found.push([one, other])
          open.delete(one)
          free.delete(other)
          break
        }
  }
  match((one, other) => one.begin === other.begin && one.end === other.end)
  match((one, other) => one.begin < other.end && other.begin < one.end)
  return found
}
