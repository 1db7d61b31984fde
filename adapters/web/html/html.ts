/**
 * HTML from templates: whatever is put into one is made inert and escaped, unless it is HTML itself.
 * Nothing else writes markup.
 */
import { html as template, raw } from 'hono/html'
import { inertStretch } from '../../../src/inert.ts'

export type Html = ReturnType<typeof template>

export const html = (strings: TemplateStringsArray, ...values: readonly unknown[]): Html =>
  template(strings, ...values.map(inertValue))

/** The same for what stands within a line, where a space more is a space that the document has not. */
export const inline = (strings: TemplateStringsArray, ...values: readonly unknown[]): Html =>
  html(strings, ...values)

function inertValue(value: unknown): unknown {
  if (typeof value === 'string') return inertStretch(value)
  return Array.isArray(value) ? value.map(inertValue) : value
}

/** Nothing at all. */
export const NONE: Html = raw('')

/** In place of `value ? html… : nothing`. */
export const when = <T>(value: T | undefined, show: (value: T) => Html): Html =>
  value === undefined ? NONE : show(value)
