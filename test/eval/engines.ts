/** The engines that stand behind the seam, by name. */
import { Corpus } from '../../index/corpus.ts'
import { ENGINES, engineFor } from '../../index/engines/engines.ts'
import { VerbatimError } from '../../src/errors.ts'

/** An empty corpus over an engine; MiniSearch unless told. */
export async function corpusOver(name = 'minisearch'): Promise<Corpus> {
  const engine = ENGINES.find((one) => one === name)
  if (engine === undefined)
    throw new VerbatimError(
      'usage',
      `There is no engine “${name}”; there are ${ENGINES.join(', ')}.`,
    )
  return new Corpus(await engineFor(engine, 0))
}
