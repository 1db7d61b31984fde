import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { evalRetrieval } from './retrieval.ts'

const lines = (...items: readonly object[]): string =>
  items.map((item) => `${JSON.stringify(item)}\n`).join('')

describe('the evaluation of retrieval', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'retrieval-'))
    await writeFile(
      join(folder, 'documents.jsonl'),
      lines(
        { id: '1', title: 'Wells', text: 'Wells were dug along the road.' },
        { id: '2', title: '', text: 'The road was paved with stones.' },
        { id: '3', title: 'Market', text: '' },
      ),
    )
    await writeFile(
      join(folder, 'queries.jsonl'),
      lines(
        { id: 'a', text: 'wells' },
        { id: 'b', text: 'paved road' },
        { id: 'c', text: 'market' },
        { id: 'unjudged', text: 'stones' },
      ),
    )
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('is perfect when every query finds its documents first', async () => {
    await writeFile(join(folder, 'relevance.tsv'), 'a\t1\t1\nb\t2\t2\nb\t1\t1\nc\t3\t1\nc\t2\t0\n')
    expect(await evalRetrieval(folder, { engine: 'verbatim' })).toMatchObject({
      collections: {
        [folder.split('/').at(-1) ?? '']: {
          documents: 3,
          queries: 3,
          verbatim: { ndcg10: 1, map: 1, recall100: 1 },
        },
      },
    })
  })

  it('counts what comes late for less, and what never comes for nothing', async () => {
    await writeFile(join(folder, 'relevance.tsv'), 'b\t1\t1\na\t3\t1\n')
    expect(await evalRetrieval(folder, { engine: 'fts5' })).toMatchObject({
      collections: {
        [folder.split('/').at(-1) ?? '']: {
          // Second of two, and never found: (1 / log2 3 + 0) / 2.
          fts5: { ndcg10: 0.3155, map: 0.25, recall100: 0.5 },
        },
      },
    })
  })

  it('says what is missing', async () => {
    await rm(join(folder, 'queries.jsonl'))
    expect(await evalRetrieval(folder)).toMatchObject({ skipped: expect.stringContaining(folder) })
  })
})
