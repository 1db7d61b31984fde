/** The way to a cluster: who asks, how long it may take, and what a person is told when it fails. */
import { Client, errors } from '@opensearch-project/opensearch'
import { VerbatimError } from '../errors.ts'

export interface ClusterOptions {
  /** Addresses; another is asked where one does not answer. */
  readonly nodes: readonly string[]
  readonly auth?: { readonly username: string; readonly password: string }
  /** The certificate of who signed the nodes', as PEM. */
  readonly ca?: string
}

/** Milliseconds. */
export const WRITE = { requestTimeout: 30_000, maxRetries: 3 }

/** For what somebody waits for. */
export const SHORT = { requestTimeout: 2000, maxRetries: 1 }

export function clusterOf({ nodes, auth, ca }: ClusterOptions): Client {
  return new Client({
    nodes: [...nodes],
    ...(auth !== undefined && { auth: { ...auth } }),
    ...(ca !== undefined && { ssl: { ca } }),
  })
}

/**
 * @param doing what was under way, as a person says it
 * @throws VerbatimError 'storage' that says what is wrong and what to do next
 */
export async function told<T>(doing: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof VerbatimError) throw error
    throw new VerbatimError('storage', `${doing}: ${reasonOf(error)}`, { cause: error })
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.TimeoutError)
    return 'the search cluster took too long. Ask again in a moment'
  if (error instanceof errors.ResponseError) {
    const { statusCode } = error
    if (statusCode === 401 || statusCode === 403)
      return 'the search cluster refuses the user. Check “engine.opensearch.auth” in the settings'
    if (statusCode === 404)
      return 'its index is not there, or was made anew by another version. Ask again in a moment; if this stays, start this process again with that version'
    if (statusCode === 429) return 'the search cluster is too busy. Ask again in a moment'
    if (statusCode !== undefined && statusCode >= 500)
      return 'only a part of the documents could be searched. Ask again in a moment'
    return `the search cluster refused it (${statusCode ?? 'no status'}: ${error.message})`
  }
  const untrusted = error instanceof errors.ConnectionError ? untrustedOf(error.message) : undefined
  if (untrusted !== undefined)
    return `the certificate of the search cluster is not trusted (${untrusted}). Check “engine.opensearch.ca” in the settings`
  if (error instanceof errors.ConnectionError || error instanceof errors.NoLivingConnectionsError)
    return 'no node of the search cluster can be reached. Ask again in a moment; see that its nodes run'
  return error instanceof Error ? error.message : String(error)
}

/** What TLS says of a certificate, where that is why nobody was reached. */
const UNTRUSTED = [
  'self-signed certificate in certificate chain',
  'self-signed certificate',
  'unable to verify the first certificate',
  'unable to get local issuer certificate',
  'unable to get issuer certificate',
  'certificate has expired',
  'certificate is not yet valid',
  'does not match certificate',
]

const untrustedOf = (message: string): string | undefined =>
  UNTRUSTED.find((words) => message.includes(words))

/** Whether an index was not there. */
export const isGone = (error: unknown): boolean =>
  error instanceof Error &&
  error.cause instanceof errors.ResponseError &&
  error.cause.statusCode === 404
