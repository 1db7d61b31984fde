/** The index of a cluster by its alias: made where there is none, built anew while the old one answers. */
import { createHash } from 'node:crypto'
import type { Client } from '@opensearch-project/opensearch'
import * as z from 'zod'
import type { Names } from '../engines/passage-index.ts'
import { VerbatimError } from '../errors.ts'
import { SHORT, told, WRITE } from './cluster.ts'
import { layoutOf } from './mapping.ts'
import { OpenSearchIndex } from './opensearch-index.ts'
import { Searches } from './searches.ts'
import { Writes } from './writes.ts'

export interface OpenOptions {
  readonly client: Client
  /** What it is called; the indexes behind it are called so with the time they were made. */
  readonly alias: string
  /** Of the code that makes terms. */
  readonly analyzer: string
  /** More than one for tens of millions of passages. */
  readonly shards?: number
  readonly names: Names
  readonly setsOf: (documentId: string) => Iterable<string>
  readonly versionOf?: (documentId: string) => string
  /** Whether it is made where there is none; true unless told. */
  readonly makes?: boolean
}

/** It was made by other code, and its terms are others. */
export class OtherVersionError extends VerbatimError {
  constructor(alias: string) {
    super(
      'storage',
      `The index “${alias}” of the search cluster was made by another version; build it anew: start the process that reads the documents (serve --role index) with this version.`,
    )
    this.name = 'OtherVersionError'
  }
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
 * @throws OtherVersionError when it must be built anew
 * @throws VerbatimError 'storage' when there is none and it is for others to make it
 */
export async function openIndex(options: OpenOptions): Promise<OpenSearchIndex> {
  const { client, alias, analyzer, makes = true } = options
  const there = await indexesOf(client, alias)
  if (there.length === 0 && !makes)
    throw new VerbatimError(
      'storage',
      `The search cluster has no index “${alias}” yet; start the process that reads the documents (serve --role index).`,
    )
  const [[index, made] = [await create(options), analyzer], ...others] = there
  if (others.length > 0)
    throw new VerbatimError(
      'storage',
      `“${alias}” stands for ${others.length + 1} indexes of the search cluster; take the alias from all but one.`,
    )
  if (made !== analyzer) throw new OtherVersionError(alias)
  if (there.length === 0) await point(options, index, [])
  return indexOf(options, index, searchedOf(options))
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
    const fresh = indexOf(options, index, searchedOf(options))
    await fill(fresh)
    await fresh.settle()
    const before = await indexesOf(client, alias)
    await point(
      options,
      index,
      before.map(([name]) => name),
    )
    return fresh
  } catch (error) {
    await client.indices.delete({ index, ignore_unavailable: true }, WRITE).catch(() => undefined)
    throw error
  }
}

function indexOf(options: OpenOptions, index: string, searched: string): OpenSearchIndex {
  const { client } = options
  return new OpenSearchIndex({
    ...options,
    searches: new Searches(client, searched),
    writes: new Writes(client, writtenOf(index)),
  })
}

/** By this it is written: it goes with the index. */
const writtenOf = (index: string): string => `${index}-written`

/** By this it is searched: one that other code has made is never taken for it. */
export function searchedOf({ alias, analyzer }: Pick<OpenOptions, 'alias' | 'analyzer'>): string {
  const made = createHash('sha256').update(analyzer, 'utf8').digest('hex').slice(0, 12)
  return `${alias}-of-${made}`
}

/** By name, with the analyzer that each was made with. */
export async function indexesOf(
  client: Client,
  alias: string,
): Promise<[string, string | undefined][]> {
  return told('The search cluster could not be opened', async () => {
    const { body: isThere } = await client.indices.existsAlias({ name: alias }, SHORT)
    if (!isThere) return []
    const { body } = await client.indices.getMapping({ index: alias }, SHORT)
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
        body: { ...layoutOf({ analyzer, shards }), aliases: { [writtenOf(index)]: {} } },
      },
      WRITE,
    ),
  )
  return index
}

/** From the old ones to the new one in a single step; the old ones go with it. */
async function point(
  options: OpenOptions,
  index: string,
  before: readonly string[],
): Promise<void> {
  const actions = [
    ...before.map((old) => ({ remove_index: { index: old } })),
    { add: { index, alias: options.alias } },
    { add: { index, alias: searchedOf(options) } },
  ]
  await told('The index could not be put in its place in the search cluster', () =>
    options.client.indices.updateAliases({ body: { actions } }, WRITE),
  )
}
