/** The same documents in an engine of this process and in a cluster. */
import { CorpusView } from '../../../index/corpus-view.ts'
import type { Document } from '../../../index/document.ts'
import { makePostings } from '../../../index/engines/postings/postings-index.ts'
import { makeClusterIndex } from '../../../index/opensearch/shared-index.ts'
import { WholeCorpus } from '../../../index/whole-corpus.ts'
import { Asker } from '../../../src/ask/ask.ts'
import { loadModel } from '../../../src/ask/model.ts'
import type { World } from './documents.ts'

/** Documents that are put one after another before there has to be room for more, as a refresh does. */
const BATCH = 4

export const embedded = (): WholeCorpus => new WholeCorpus(makePostings)

export function clustered(
  nodes: readonly string[],
  alias: string,
  setsOf: World['setsOf'],
  shards = 1,
): WholeCorpus {
  const make = makeClusterIndex({ way: { nodes }, alias, shards, writes: true })
  return new WholeCorpus((held) => make(held, setsOf))
}

/** Until all can be found. */
export async function fill(corpus: WholeCorpus, documents: readonly Document[]): Promise<void> {
  for (const [at, document] of documents.entries()) {
    corpus.put(document)
    if (at % BATCH === 0) await corpus.shared?.keepUp()
  }
  await corpus.shared?.settle()
}

export function askerOver(
  corpus: WholeCorpus,
  sets: readonly string[],
  setsOf: World['setsOf'],
): Asker {
  const view = new CorpusView(corpus, sets)
  for (const id of corpus.documents.keys())
    view.update(
      id,
      setsOf(id).some((set) => sets.includes(set)),
    )
  return new Asker({ corpus: view, model: loadModel(), aliases: {}, caution: 'normal' })
}
