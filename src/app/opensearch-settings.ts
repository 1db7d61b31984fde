/** The settings of a search cluster, and what they come to. */
import { readFileSync } from 'node:fs'
import { X509Certificate } from 'node:crypto'
import * as z from 'zod'

/** As they are used. */
export interface ClusterSettings {
  readonly nodes: readonly string[]
  /** What the index is called in the cluster. */
  readonly index: string
  readonly shards: number
  /** PEM. */
  readonly ca?: string
  /** Never written to a log. */
  readonly auth?: { readonly username: string; readonly password: string }
}

export const INDEX_DEFAULT = 'verbatim'
export const USER = 'VERBATIM_OPENSEARCH_USER'
export const PASSWORD = 'VERBATIM_OPENSEARCH_PASSWORD'

const NODES = 'must be a list of addresses, for example [https://search.example.org:9200]'
const INDEX =
  'must be a name in small letters, digits, - and _ that begins with a letter, for example verbatim'
const SHARDS = 'must be a whole number from 1 to 256, for example 3'
const TEXT = 'must be text; put it in quotes'

/** What may stand in the file. */
export const Opensearch = z.strictObject({
  nodes: z
    .array(z.url({ protocol: /^https?$/u, error: NODES }), { error: NODES })
    .min(1, { error: NODES })
    .refine((nodes) => nodes.every((one) => new URL(one).password === ''), {
      error: `an address with a password in it is written to logs; give it as ${PASSWORD}`,
    }),
  index: z
    .string({ error: INDEX })
    .regex(/^[a-z][a-z0-9_-]{0,99}$/u, { error: INDEX })
    .optional(),
  shards: z.int({ error: SHARDS }).min(1, { error: SHARDS }).max(256, { error: SHARDS }).optional(),
  ca: z.string({ error: 'must be a file of certificates, for example ./ca.pem' }).optional(),
  auth: z
    .strictObject(
      { user: z.string({ error: TEXT }), password: z.string({ error: TEXT }).optional() },
      { error: 'must be { user: NAME, password: … }' },
    )
    .optional(),
})
export const OPENSEARCH_KEYS = Object.keys(Opensearch.shape)

export interface Around {
  /** Of the environment. */
  readonly text: (variable: string) => string | undefined
  /** The absolute path of what the file names. */
  readonly beside: (path: string) => string
  readonly problem: (problem: string) => void
}

/** What is wrong is told, each with where it stands. */
export function clusterOf(
  given: z.infer<typeof Opensearch>,
  { text, beside, problem }: Around,
): ClusterSettings {
  const { nodes, index = INDEX_DEFAULT, shards = 1 } = given
  const username = text(USER) ?? given.auth?.user
  const password = text(PASSWORD) ?? given.auth?.password
  if ((username === undefined) !== (password === undefined))
    problem(`auth: needs a user and a password; set ${USER} and ${PASSWORD}`)
  if (password !== undefined && nodes.some((one) => one.startsWith('http:')))
    problem('nodes: http would send the password for everybody to read; use https')
  const ca = given.ca === undefined ? undefined : certificate(beside(given.ca), given.ca, problem)
  return {
    nodes,
    index,
    shards,
    ...(ca !== undefined && { ca }),
    ...(username !== undefined && password !== undefined && { auth: { username, password } }),
  }
}

function certificate(path: string, name: string, problem: Around['problem']): string | undefined {
  try {
    const pem = readFileSync(path, 'utf8')
    void new X509Certificate(pem)
    return pem
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    problem(
      missing
        ? `ca: ${name} does not exist; check the path`
        : `ca: ${name} cannot be read as certificates; give a PEM file`,
    )
    return undefined
  }
}
