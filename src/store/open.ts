/** Opens the store that the settings name. */
import { join } from 'node:path'
import { commandLine } from '../command-line.ts'
import { toldStorage } from '../data-folder.ts'
import { VerbatimError } from '../errors.ts'
import type { Logger } from '../log.ts'
import { sqliteStore } from './sqlite/store.ts'
import type { Store } from './store.ts'

interface Kept {
  /** The data folder. */
  readonly data: string
  /** Of a PostgreSQL database that is used in its place. */
  readonly store?: string
}

/**
 * The store that is set, or else that of the data folder. What of it was damaged is kept aside, and until somebody resets it on
 * purpose nobody on a platform is answered: without the channels' sets nobody knows who may see what.
 * @throws VerbatimError 'config' when a newer program wrote it, 'storage' when the disk, or the
 * server, takes or gives nothing
 */
export async function openStore({ data, store }: Kept, log: Logger): Promise<Store> {
  if (store !== undefined) {
    // Loaded where it is used: a start is mostly the reading of code.
    const { postgresStore } = await import('./postgres/store.ts')
    return postgresStore(store, { log })
  }
  const path = join(data, 'verbatim.sqlite')
  try {
    return sqliteStore(path)
  } catch (error) {
    const told = toldStorage(error, data)
    if (told instanceof VerbatimError) throw told
    log.error({ err: error, path }, 'the store cannot be opened; nothing is kept after this run')
    return closedStore(path)
  }
}

/** One that holds nothing, and answers nobody on a platform. @param kept where what it should hold is */
export async function closedStore(kept: string): Promise<Store> {
  const store = sqliteStore(':memory:')
  await store.lose(kept)
  return store
}

/** What whoever runs the bot is told. @param kept where the damaged store is */
export const lostLine = (kept: string): string =>
  `What was set in chat and what was posted is lost${kept === 'nowhere' ? '' : ` (kept as ${kept})`}: nobody on a platform is answered and nothing is posted. Restore a backup (${commandLine('restore FILE')}) or go on without (${commandLine('reset')}).`
