/** A stretch of text in lines of the terminal's width, made inert. */
import { inertText } from '../../src/inert.ts'
import type { Format, Look } from './look.ts'
import { wrap } from './wrap.ts'

export function paragraph(
  raw: string,
  look: Look,
  formats: readonly Format[] = [],
  indent = '',
): string[] {
  const text = inertText(raw)
  return wrap(text, look.width - indent.length).map(
    ({ start, end }) => indent + look.style(formats, text.slice(start, end)),
  )
}
