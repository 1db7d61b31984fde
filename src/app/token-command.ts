/** `token NAME --sets …`: who reaches the desk from elsewhere, and what they see. */
import { DEFAULT_SET } from '../../index/library/source.ts'
import { byHand } from '../audit.ts'
import { VerbatimError } from '../errors.ts'
import type { Store } from '../store/store.ts'
import { TOKEN_NAME } from '../tokens.ts'
import { commandLine } from '../command-line.ts'

/** As `channels` names what a token sees. */
const placeOf = (name: string): string => `web:${name}`

interface Wanted {
  readonly sets?: readonly string[]
  readonly revoke?: boolean
}

/**
 * Makes, renews or takes back a token; told once, in the last line. Without sets a renewed one keeps its own.
 * @param all names of the sets there are
 * @throws VerbatimError 'usage' for a name or a set that is none
 */
export async function changeToken(
  name: string,
  { sets: told, revoke = false }: Wanted,
  store: Store,
  all: readonly string[],
): Promise<string[]> {
  if (!TOKEN_NAME.test(name))
    throw new VerbatimError(
      'usage',
      'Name whose it is in small letters, digits, - and _, for example desk-paris.',
    )
  if (revoke) {
    if (!(await store.tokens.revoke(name)))
      throw new VerbatimError('usage', `${name} has no token; see who has: ${commandLine('token')}`)
    await store.scopes.assign(placeOf(name), undefined)
    await store.audit.add({ ...byHand(), action: 'token', before: name })
    return [`${name} has no token any more, from now on.`]
  }
  // Who has a new one for an old sees what they saw.
  const seen = (await store.tokens.has(name)) ? await store.scopes.of(placeOf(name)) : undefined
  const sets = told ?? seen ?? [DEFAULT_SET]
  const known = [...new Set([DEFAULT_SET, ...all])]
  const wrong = sets.filter((set) => !known.includes(set))
  if (wrong.length > 0)
    throw new VerbatimError(
      'usage',
      `There is no set “${wrong.join('”, “')}”; there are ${known.join(', ')}.`,
    )
  await store.scopes.assign(placeOf(name), sets)
  const token = await store.tokens.issue(name)
  await store.audit.add({ ...byHand(), action: 'token', after: `${name} → ${sets.join(' ')}` })
  return [
    `${name} sees ${sets.join(', ')}. Its token is told this once; an older one is none any more:`,
    token,
  ]
}

export async function tokenLines(store: Store): Promise<string[]> {
  const tokens = await store.tokens.list()
  if (tokens.length === 0)
    return [`Nobody has a token. Make one: ${commandLine('token NAME --sets SET')}`]
  const lines = tokens.map(async ({ name, made, used }) => {
    const sets = (await store.scopes.of(placeOf(name))) ?? [DEFAULT_SET]
    const last = used === undefined ? 'never used' : `last used ${minute(used)}`
    return `${name}: ${sets.join(', ')} · made ${minute(made)} · ${last}`
  })
  return Promise.all(lines)
}

const minute = (at: string): string => `${at.slice(0, 16).replace('T', ' ')} UTC`
