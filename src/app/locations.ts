/** What is typed after `add` and `remove` → locations of sources. */
import { existsSync, lstatSync, realpathSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { extname, resolve } from 'node:path'
import { isAddress } from '../../index/library/source.ts'
import { addressKind, problemOf } from '../../index/sources/location.ts'
import { VerbatimError } from '../errors.ts'

export interface Locations {
  readonly locations: readonly string[]
  /** Whether they stand in a file that was given, where one that fails stops no other. */
  readonly imported: boolean
}

/**
 * @param pages what the lists at these addresses link to, rather than the lists
 * @throws VerbatimError 'usage' for an address that is none, or a list of feeds that cannot be read
 */
export async function toAdd(
  given: string,
  pages: boolean,
  signal: AbortSignal,
): Promise<Locations> {
  const location = locationOf(given)
  const wanted = (one: string): string =>
    pages && addressKind(one) === 'page' ? `pages+${one}` : one
  if (isAddress(location)) {
    const problem = problemOf(location)
    if (problem !== undefined) throw new VerbatimError('usage', `${given}: ${problem}`)
    return { locations: [wanted(location)], imported: false }
  }
  if (extname(location).toLowerCase() === '.opml' && existsSync(location))
    return { locations: (await feedsOf(location, signal)).map(wanted), imported: true }
  if (pages)
    throw new VerbatimError('usage', `${given}: --pages is for addresses of lists and .opml files.`)
  return { locations: [location], imported: false }
}

async function feedsOf(path: string, signal: AbortSignal): Promise<string[]> {
  // Loaded when there is an OPML: an answer need not wait for it.
  const { Lists } = await import('../../index/sources/lists/lists.ts')
  const lists = new Lists()
  try {
    const list = await lists.read({ name: path, bytes: await readFile(path) }, signal)
    const reason =
      'reason' in list ? list.reason : list.kind === 'opml' ? undefined : 'is no OPML; give one'
    if ('reason' in list || reason !== undefined)
      throw new VerbatimError('usage', `${path}: ${reason}`)
    const feeds = list.links.map(({ url }) => url).filter((url) => addressKind(url) === 'page')
    if (feeds.length === 0)
      throw new VerbatimError('usage', `${path}: lists no feed; export it again`)
    return [...new Set(feeds)]
  } finally {
    await lists.close()
  }
}

/** A link that is given on purpose is what it leads to; one that takes a file's place later is refused. */
export function locationOf(given: string): string {
  const path = pathOf(given)
  return !isAddress(given) && existsSync(path) && lstatSync(path).isSymbolicLink()
    ? realpathSync(path)
    : path
}

/** No shell has read what is typed in a session: `~` is the home folder there, too. */
export const pathOf = (given: string): string =>
  isAddress(given) ? given : resolve(given.replace(/^~(?=$|[/\\])/u, homedir()))
