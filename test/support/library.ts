/** Small documents made in a test, read as the library reads files. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findFiles, openFolder } from '../../index/library/folder.ts'
import type { Corpus } from '../../index/corpus.ts'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import type { Document } from '../../index/document.ts'
import { documentOf, readFile } from '../../index/readers/read.ts'
import { Asker, type AskerOptions } from '../../src/ask/ask.ts'
import { loadModel } from '../../src/ask/model.ts'
import type { BotOptions } from '../../src/bot.ts'

/** @throws Error when nothing in it can be quoted */
export function documentFrom(name: string, text: string): Document {
  const hash = createHash('sha256').update(text).digest('hex')
  const { document } = documentOf(name, text, hash)
  if (document === undefined) throw new Error(`${name}: nothing in it can be quoted`)
  return document
}

/** Name → text. */
export function corpusOf(files: Readonly<Record<string, string>>): WholeCorpus {
  const corpus = new WholeCorpus(makeMiniSearch)
  corpus.add(Object.entries(files).map(([name, text]) => documentFrom(name, text)))
  return corpus
}

export function askerOf(corpus: Corpus, options: Partial<AskerOptions> = {}): Asker {
  return new Asker({ corpus, model: loadModel(), aliases: {}, caution: 'normal', ...options })
}

/** Reports of an invented river valley: counts that differ, people who speak, dates. */
export const VALLEY: Readonly<Record<string, string>> = {
  'flood-april.md': `---
title: Flood bulletin, April
publisher: River Watch
date: 2023-04-12
---
# Flood bulletin

## Damage

The flood in Tarwell destroyed 412 houses, according to the mayor, Ada Lindqvist. In Tarwell 37 people were injured by falling walls. Of the injured people in Tarwell, 9 were children.

Lindqvist said the dam had been neglected for ten years. "Nobody listened to the engineers," she told River Watch.

## Relief

The Valley Relief Fund (VRF) sent 60 boats to Tarwell. Farmers lost 1,200 goats near Oss because the lower pastures were under water.
`,
  'flood-june.md': `---
title: Flood bulletin, June
publisher: Hill Courier
date: 2023-06-20
---
# Later figures

The flood in Tarwell destroyed 530 houses, the Hill Courier counted from photographs. In Oss 14 people were injured.

The repair of the dam at Tarwell will cost $4.5 million, the ministry announced. The ministry plans to finish the dam by March 2025.
`,
  'notes.txt': `Notes from the valley

Bakers in Tarwell gave away bread for six weeks after the water had gone.

The bridge at Oss was closed because two of its pillars had cracked.
`,
}

/** What a library reports that has read one new document. */
export const ONE_READ = {
  read: 1,
  unchanged: 0,
  removed: 0,
  added: 1,
  updated: 0,
  skipped: [],
  seconds: 1,
}

/** A library that holds a corpus, all of it in one set, and nothing on disk. */
export function libraryOf(corpus: Corpus, over: Partial<BotOptions['library']> = {}) {
  const fixed = () => Promise.reject(new Error('this library does not change'))
  return {
    corpus,
    view: () => Promise.resolve(corpus),
    problems: [],
    sources: [],
    sets: ['default'],
    countOf: () => corpus.documents.size,
    changes: () => [],
    add: fixed,
    remove: fixed,
    refresh: fixed,
    uploads: '/nowhere',
    original: () => Promise.resolve(undefined),
    versions: () => [],
    older: () => undefined,
    ...over,
  } satisfies BotOptions['library']
}

/** The documents of a folder, read in this process. */
export async function documentsOf(folder: string): Promise<Document[]> {
  const documents: Document[] = []
  for (const name of await findFiles(await openFolder(folder), [])) {
    const found = await readFile({ name, bytes: readFileSync(join(folder, name)) })
    documents.push(...(found.documents ?? []))
  }
  return documents
}
