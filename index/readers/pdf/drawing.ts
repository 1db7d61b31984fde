/** What a page draws: every glyph with its place, size and font, and the shapes around the text. */
import type { Drawing, Operators, Surroundings } from './glyphs.ts'
import { Pen } from './pen.ts'

export function followDrawing(operators: Operators, surroundings: Surroundings): Drawing {
  const pen = new Pen(surroundings)
  for (const [at, fn] of operators.fnArray.entries()) {
    if (pen.isFull) break
    const args = operators.argsArray[at]
    pen.draw(fn, Array.isArray(args) ? args : [])
  }
  return { glyphs: pen.glyphs, shapes: pen.shapes, cut: pen.isFull }
}
