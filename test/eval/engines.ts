/** The engines that stand behind the seam, by name. */
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { ENGINES, engineFor } from '../../index/engines/engines.ts'
import { VerbatimError } from '../../src/errors.ts'

/** An empty corpus over an engine; MiniSearch unless told. */
export async function corpusOver(name = 'minisearch'): Promise<WholeCorpus> {
  const engine = ENGINES.find((one) => one === name)
  if (engine === undefined)
    throw new VerbatimError(
      'usage',
      `There is no engine “${name}”; there are ${ENGINES.join(', ')}.`,
    )
  return new WholeCorpus(await engineFor(engine, 0))
}
