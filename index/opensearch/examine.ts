/** Looks whether a cluster can be searched, for whoever sets it up. */
import * as z from 'zod'
import { fingerprint } from '../snapshot/snapshot.ts'
import { VerbatimError } from '../errors.ts'
import { type ClusterOptions, clusterOf, SHORT, told } from './cluster.ts'
import { indexesOf, OtherVersionError } from './open.ts'

const Health = z.object({ number_of_nodes: z.number(), status: z.string() })

/**
 * @returns how the cluster and its index are, in a sentence
 * @throws VerbatimError 'storage' that says what to do
 */
export async function examineCluster(way: ClusterOptions, alias: string): Promise<string> {
  const client = clusterOf(way)
  try {
    const { number_of_nodes: nodes, status } = Health.parse(
      await told('The search cluster could not be looked at', async () => {
        return (await client.cluster.health({}, SHORT)).body
      }),
    )
    const [[, made] = [], ...others] = await indexesOf(client, alias)
    if (made !== undefined && made !== fingerprint().toString(16))
      throw new OtherVersionError(alias)
    if (status === 'red')
      throw new VerbatimError(
        'storage',
        'The search cluster has lost a part of its documents; see its log, or delete its index and start the process that reads the documents',
      )
    const index = made === undefined ? 'is not there yet' : 'is there'
    const more = others.length > 0 ? `, and so are ${others.length} others of its name` : ''
    return `${nodes} ${nodes === 1 ? 'node answers' : 'nodes answer'}; the index “${alias}” ${index}${more}`
  } finally {
    await client.close()
  }
}
