/** What a page draws: every glyph with its place, size and font, and the shapes around the text. */
import type { Drawing, Operators, PageResources } from './glyphs.ts'
import { ContentInterpreter } from './content-interpreter.ts'

export function followDrawing(operators: Operators, resources: PageResources): Drawing {
  const interpreter = new ContentInterpreter(resources)
  for (const [at, fn] of operators.fnArray.entries()) {
    if (interpreter.isFull) break
    const args = operators.argsArray[at]
    interpreter.draw(fn, Array.isArray(args) ? args : [])
  }
  return { glyphs: interpreter.glyphs, shapes: interpreter.shapes, cut: interpreter.isFull }
}
