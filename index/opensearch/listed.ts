/** What the cluster has of which documents, and what it should have. */
import { createHash } from 'node:crypto'
import type { Client } from '@opensearch-project/opensearch'
import * as z from 'zod'
import type { Document } from '../document.ts'
import type { Passage } from '../passages.ts'
import { told, WRITE } from './cluster.ts'

/** A document in one of its versions; more than one while it is being written. */
export interface Listed {
  readonly version: string
  readonly passages: number
}

const PAGE = 10_000

const Page = z.object({
  timed_out: z.literal(false),
  aggregations: z.object({
    all: z.object({
      after_key: z.record(z.string(), z.string()).optional(),
      buckets: z.array(
        z.object({
          key: z.object({ doc: z.string(), version: z.string() }),
          doc_count: z.number(),
        }),
      ),
    }),
  }),
})

/** By document. @throws VerbatimError 'storage' when not all could be listed */
export async function listed(client: Client, index: string): Promise<Map<string, Listed[]>> {
  const found = new Map<string, Listed[]>()
  let after: Record<string, string> | undefined
  do {
    const sources = ['doc', 'version'].map((field) => ({ [field]: { terms: { field } } }))
    const all = { composite: { size: PAGE, sources, ...(after && { after }) } }
    const { aggregations } = Page.parse(
      await told('The documents of the search cluster could not be listed', async () => {
        const body = { size: 0, aggs: { all } }
        const request = { index, allow_partial_search_results: false, body }
        return (await client.search(request, WRITE)).body
      }),
    )
    for (const { key, doc_count: passages } of aggregations.all.buckets) {
      const versions = found.get(key.doc) ?? []
      found.set(key.doc, [...versions, { version: key.version, passages }])
    }
    after = aggregations.all.after_key
  } while (after !== undefined)
  return found
}

/** Another one when another text, title, language or set makes other passages, or other people see them. */
export function versionOf(
  { clean, title, language }: Document,
  passages: readonly Passage[],
  sets: Iterable<string>,
): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([title.value, language, [...sets].sort()]))
  for (const { heading, sentences } of passages)
    hash.update(
      JSON.stringify([heading, ...sentences.map((one) => [one.start, one.end, one.language])]),
    )
  return hash.update(clean, 'utf8').digest('base64url').slice(0, 22)
}
