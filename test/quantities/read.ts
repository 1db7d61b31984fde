/** The figures of a text with every part as the text has it, so that a test reads like one. */
import type { Span } from '../../index/document.ts'
import { extractQuantities } from '../../index/quantities/extract.ts'
import type { Context, Quantity } from '../../index/quantities/quantity.ts'

export interface Read {
  readonly text: string
  readonly value: number | readonly [number, number]
  readonly unit: string
  readonly counted: string
  readonly head: string
  readonly modifier: string
  readonly event: string
  readonly quantity: Quantity
}

export function read(text: string, context: Partial<Context> = {}): Read[] {
  const slice = (span: Span | undefined): string =>
    span === undefined ? '' : text.slice(span.start, span.end)
  return extractQuantities(text, { language: 'en', ...context }).map((quantity) => {
    const { amount, unit, modifier, counted, event } = quantity
    return {
      text: slice(quantity),
      value: amount.kind === 'range' ? [amount.low, amount.high] : amount.value,
      unit: unit.kind === 'currency' ? unit.code : 'name' in unit ? unit.name : unit.kind,
      counted: slice(counted),
      head: slice(counted?.head),
      modifier: modifier === undefined ? '' : `${modifier.relation} ${modifier.wording}`,
      event: event?.kind ?? '',
      quantity,
    }
  })
}

export const values = (text: string, language: 'en' | 'fr' = 'en'): unknown[] =>
  read(text, { language }).map(({ value }) => value)
