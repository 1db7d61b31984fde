/** The documents of a folder, read as the bot reads them, in an index. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Corpus } from '../../index/corpus.ts'
import { readFile } from '../../index/readers/read.ts'
import { corpusOver } from './engines.ts'

/** Files that no reader knows, and labels beside the documents, are left out. */
export async function corpusOfFolder(folder: string): Promise<Corpus> {
  const corpus = await corpusOver()
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith('.jsonl') || name === 'README.md') continue
    const { documents } = await readFile({
      name,
      bytes: new Uint8Array(readFileSync(join(folder, name))),
    })
    if (documents !== undefined) corpus.add(documents)
  }
  return corpus
}
