/** A Dockerfile as stages of steps, for what looks at it and what carries its steps out. */
import { Copy, DockerfileParser } from 'dockerfile-ast'
import * as z from 'zod'

export interface Step {
  /** In capitals: RUN, COPY, ENV … */
  readonly keyword: string
  /** Stage that a COPY copies from. */
  readonly from: string | undefined
  /** What follows the options, as words; of a JSON form its strings. */
  readonly words: readonly string[]
  /** What follows the keyword, as written, its lines joined. */
  readonly text: string
}

export interface Stage {
  readonly image: string
  readonly name: string | undefined
  readonly steps: readonly Step[]
}

export function stagesOf(source: string): Stage[] {
  const stages: { image: string; name: string | undefined; steps: Step[] }[] = []
  for (const instruction of DockerfileParser.parse(source).getInstructions()) {
    const text = (instruction.getRawArgumentsContent() ?? '').replaceAll(/\\\r?\n\s*/gu, ' ')
    const all = instruction.getArguments().map((argument) => argument.getValue())
    const flag = instruction instanceof Copy ? instruction.getFromFlag()?.getValue() : undefined
    const from = flag ?? undefined
    const words = stringsOf(text) ?? all.filter((word) => !word.startsWith('--'))
    if (instruction.getKeyword() === 'FROM') {
      const [image = '', , name] = words
      stages.push({ image, name, steps: [] })
    } else stages.at(-1)?.steps.push({ keyword: instruction.getKeyword(), from, words, text })
  }
  return stages
}

/** `["verbatim"]`, behind a CMD too. */
function stringsOf(text: string): string[] | undefined {
  const [json] = /\[".*\]$/u.exec(text) ?? []
  return json === undefined ? undefined : z.array(z.string()).parse(JSON.parse(json))
}
