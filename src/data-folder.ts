/**
 * Where a run keeps what must survive it: the data folder, or, while that cannot be written to, a copy
 * of it that is gone at the end. Answering goes on either way.
 */
import { openSync, closeSync, rmSync, writeSync } from 'node:fs'
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { explainStorage, isStorage } from '../index/sqlite/open.ts'
import { privateFolder } from '../index/sqlite/private-folder.ts'
import { VerbatimError } from './errors.ts'

export interface DataFolder {
  readonly path: string
  /** What a person should know of it. */
  readonly notice?: string
  /** Lets go of a copy. */
  close(): Promise<void>
}

/** With less room than this, in bytes, nothing can be kept safely: each database writes beside itself. */
const ROOM = 512 * 1024
/** What a copy needs to answer as the folder would. */
const COPIED =
  /^(?:library|folder-[0-9a-f]+|verbatim)\.(?:sqlite|sqlite-wal|index|sources\.json|mark)$/u

/**
 * @param writes whether the command is about what is kept: then a copy is of no use
 * @throws VerbatimError 'config' when there can be no such folder, 'storage' when it is to be written
 */
export async function openDataFolder(path: string, writes: boolean): Promise<DataFolder> {
  try {
    privateFolder(path)
    probe(path)
    return { path, close: () => Promise.resolve() }
  } catch (error) {
    if (error instanceof VerbatimError || !isStorage(error)) throw error
    const why = `The data folder ${path} ${explainStorage(error)}`
    if (writes) throw new VerbatimError('storage', `${why}, and try again.`, { cause: error })
    const copy = await copyOf(path)
    return {
      path: copy,
      notice: `${why}. Answered from what is there; nothing is kept after this run.`,
      close: () => rm(copy, { recursive: true, force: true }),
    }
  }
}

/** @throws what the file system says when there is no room or no permission */
function probe(folder: string): void {
  const path = join(folder, `verbatim.probe-${process.pid}`)
  const file = openSync(path, 'w', 0o600)
  try {
    writeSync(file, Buffer.alloc(ROOM))
  } finally {
    closeSync(file)
    rmSync(path, { force: true })
  }
}

async function copyOf(folder: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'verbatim-'))
  for (const name of await readdir(folder).catch((): string[] => []))
    if (COPIED.test(name)) await copyFile(join(folder, name), join(copy, name)).catch(() => {})
  return copy
}

/** An error of the disk in words that say what to do; any other as it is. */
export function toldStorage(error: unknown, folder: string): unknown {
  if (error instanceof VerbatimError || !isStorage(error)) return error
  return new VerbatimError(
    'storage',
    `The data folder ${folder} ${explainStorage(error)}, and try again. What was read before still answers.`,
    { cause: error },
  )
}
