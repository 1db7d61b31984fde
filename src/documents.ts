/** From a folder to documents that can be searched, with a progress bar where that takes long. */
import { setImmediate as breathe } from 'node:timers/promises'
import { Corpus } from '../index/corpus.ts'
import type { Document } from '../index/document.ts'
import { LibraryError, loadFolder, type Problem } from '../index/library.ts'
import type { Config } from './config.ts'
import { VerbatimError } from './errors.ts'
import { progressBar } from './progress.ts'

/**
 * @throws VerbatimError 'documents' when there is no such folder
 * @throws the signal's reason when it is aborted
 */
export async function openDocuments(
  config: Config,
  signal: AbortSignal,
): Promise<{ corpus: Corpus; problems: Problem[] }> {
  const { documents, problems } = await read(config, signal)
  return { corpus: await index(documents, signal), problems }
}

async function read({ documents, maxFileBytes }: Config, signal: AbortSignal) {
  const progress = progressBar(process.stderr, 'Reading documents')
  try {
    return await loadFolder(documents, { maxFileBytes, signal, onProgress: progress.update })
  } catch (error) {
    if (error instanceof LibraryError)
      throw new VerbatimError('documents', error.message, { cause: error })
    throw error
  } finally {
    progress.stop()
  }
}

async function index(documents: readonly Document[], signal: AbortSignal): Promise<Corpus> {
  const corpus = new Corpus()
  const progress = progressBar(process.stderr, 'Indexing documents')
  try {
    for (const [done, document] of documents.entries()) {
      progress.update({ done, total: documents.length })
      corpus.add([document])
      // Signals are heard in between only.
      await breathe()
      signal.throwIfAborted()
    }
    return corpus
  } finally {
    progress.stop()
  }
}
