/** The engines that stand behind the seam, by name. */
import { Corpus } from '../../index/corpus.ts'
import { MiniSearchIndex } from '../../index/minisearch.ts'
import type { PassageIndex } from '../../index/passage-index.ts'
import { PostingsIndex } from '../../index/postings/postings-index.ts'
import { VerbatimError } from '../../src/errors.ts'

const ENGINES: Readonly<Record<string, () => PassageIndex>> = {
  postings: () => new PostingsIndex(),
  minisearch: () => new MiniSearchIndex(),
}

/** An empty corpus over an engine; the one that ships unless told. */
export function corpusOver(engine = 'postings'): Corpus {
  const make = ENGINES[engine]
  if (make === undefined)
    throw new VerbatimError(
      'usage',
      `There is no engine “${engine}”; there are ${Object.keys(ENGINES).join(', ')}.`,
    )
  return new Corpus(make())
}
