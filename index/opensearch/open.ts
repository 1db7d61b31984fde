/** The index of a cluster by its alias: made where there is none, built anew while the old one answers. */
import type { Client } from '@opensearch-project/opensearch'
import * as z from 'zod'
import { VerbatimError } from '../errors.ts'
import { told, WRITE } from './cluster.ts'
import { layoutOf } from './mapping.ts'
import { OpenSearchIndex } from './opensearch-index.ts'

export interface OpenOptions {
  readonly client: Client
  /** What it is called; the indexes behind it are called so with the time they were made. */
  readonly alias: string
  /** Of the code that makes terms. */
  readonly analyzer: string
  /** More than one for tens of millions of passages. */
  readonly shards?: number
  readonly setsOf: (documentId: string) => Iterable<string>
}

const Mappings = z.record(
  z.string(),
  z.object({
    mappings: z
      .object({ _meta: z.object({ analyzer: z.string() }).optional() })
      .transform(({ _meta: made }) => made?.analyzer),
  }),
)

/**
 * The index as it is; an empty one where there is none.
 * @throws VerbatimError 'storage' when it was made by other code: it must be built anew
 */
export async function openIndex(options: OpenOptions): Promise<OpenSearchIndex> {
  const { client, alias, analyzer } = options
  const there = await indexesOf(client, alias)
  const [[index, made] = [await create(options), analyzer], ...others] = there
  if (others.length > 0)
    throw new VerbatimError(
      'storage',
      `“${alias}” stands for ${others.length + 1} indexes of the search cluster; take the alias from all but one.`,
    )
  if (made !== analyzer)
    throw new VerbatimError(
      'storage',
      `The index “${alias}” of the search cluster was made by another version; build it anew.`,
    )
  if (there.length === 0) await point(client, alias, index, [])
  return new OpenSearchIndex({ ...options, index })
}

/**
 * Builds it anew beside the old one, which answers until all is there; then the alias is moved at once,
 * for every process, and the old one goes.
 * @param fill adds every document
 */
export async function rebuildIndex(
  options: OpenOptions,
  fill: (index: OpenSearchIndex) => Promise<void>,
): Promise<OpenSearchIndex> {
  const { client, alias } = options
  const index = await create(options)
  try {
    const fresh = new OpenSearchIndex({ ...options, index })
    await fill(fresh)
    await fresh.settle()
    const before = await indexesOf(client, alias)
    await point(
      client,
      alias,
      index,
      before.map(([name]) => name),
    )
    return fresh
  } catch (error) {
    await client.indices.delete({ index, ignore_unavailable: true }, WRITE).catch(() => undefined)
    throw error
  }
}

/** By name, with the analyzer that each was made with. */
async function indexesOf(client: Client, alias: string): Promise<[string, string | undefined][]> {
  return told('The search cluster could not be opened', async () => {
    const { body: isThere } = await client.indices.existsAlias({ name: alias }, WRITE)
    if (!isThere) return []
    const { body } = await client.indices.getMapping({ index: alias }, WRITE)
    const mappings = Object.entries(Mappings.parse(body))
    return mappings.map(([name, { mappings: analyzer }]) => [name, analyzer])
  })
}

async function create({ client, alias, analyzer, shards = 1 }: OpenOptions): Promise<string> {
  const index = `${alias}-${Date.now().toString(36)}`
  await told('The index could not be made in the search cluster', () =>
    // The client's types do not know every filter there is.
    client.transport.request(
      {
        method: 'PUT',
        path: `/${encodeURIComponent(index)}`,
        body: layoutOf({ analyzer, shards }),
      },
      WRITE,
    ),
  )
  return index
}

/** From the old ones to the new one in a single step; the old ones go with it. */
async function point(
  client: Client,
  alias: string,
  index: string,
  before: readonly string[],
): Promise<void> {
  const actions = [
    ...before.map((old) => ({ remove_index: { index: old } })),
    { add: { index, alias } },
  ]
  await told('The index could not be put in its place in the search cluster', () =>
    client.indices.updateAliases({ body: { actions } }, WRITE),
  )
}
