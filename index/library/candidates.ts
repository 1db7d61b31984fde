/** The files of a source as they are now: found without reading them, read when they changed. */
import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { lstat, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { explain, findFiles, openFolder, type Problem, targetIn } from './folder.ts'

/** A file to be looked at, whatever kind of source it is in. */
export interface Candidate {
  /** Path below its folder with `/`; of an address, the address. */
  readonly name: string
  /** Changes whenever the file does, told without reading it; absent when only reading tells. */
  readonly stamp?: string
  load(signal?: AbortSignal): Promise<Loaded>
}

export type Loaded =
  | {
      readonly bytes: Uint8Array
      /** SHA-256 of the bytes. */
      readonly hash: string
      readonly stamp: string
      readonly contentType?: string
      readonly url?: string
      readonly reason?: undefined
    }
  /** Why it cannot be read, for a person; `again` when it may be otherwise next time. */
  | { readonly reason: string; readonly stamp: string; readonly again: boolean }

export interface Candidates {
  readonly found: readonly Candidate[]
  /** Of the source itself, or of what in it is no file. */
  readonly problems: readonly Problem[]
  /** Whether what is not among `found` is gone, rather than out of reach for now. */
  readonly whole: boolean
}

/** @throws LibraryError when the folder is missing or unreadable */
export async function folderCandidates(
  folder: string,
  maxFileBytes: number,
  only?: ReadonlySet<string>,
): Promise<Candidates> {
  const root = await openFolder(folder)
  const problems: Problem[] = []
  const names = only === undefined ? await findFiles(root, problems) : [...only].sort()
  const found: Candidate[] = []
  let at = 0
  // Each answer is short, and asking one by one would be most of the time of a start.
  const ask = async (): Promise<void> => {
    for (let index = at++; index < names.length; index = at++) {
      const name = names[index] ?? ''
      const path = join(root, name)
      const stamp = await stampOf(path).catch(() => undefined)
      if (stamp === undefined) continue
      const target = await targetIn(root, path)
      if ('refused' in target) problems.push({ name, message: `skipped: ${target.refused}` })
      else found.push(candidate(name, path, stamp, maxFileBytes, root))
    }
  }
  await Promise.all(Array.from({ length: 32 }, ask))
  found.sort((a, b) => (a.name < b.name ? -1 : 1))
  return { found, problems, whole: only === undefined }
}

const LINK = 'skipped: a link; add the file that it leads to'

/** @throws what looking at it throws */
export async function fileCandidate(path: string, maxFileBytes: number): Promise<Candidates> {
  const folder = await realpath(dirname(path))
  const [name, real] = [basename(path), join(folder, basename(path))]
  // It may have been put in the place of the file that was added.
  if ((await lstat(real)).isSymbolicLink())
    return { found: [], problems: [{ name: path, message: LINK }], whole: true }
  const found = [candidate(name, real, await stampOf(real), maxFileBytes, folder)]
  return { found, problems: [], whole: true }
}

/** @param root the folder that it must still be in when it is read */
const candidate = (
  name: string,
  path: string,
  stamp: string,
  most: number,
  root?: string,
): Candidate => ({
  name,
  stamp,
  load: async () => {
    const target = root === undefined ? { path } : await targetIn(root, path)
    // Skipped, and nothing of what it leads to is looked at.
    if ('refused' in target) return { reason: target.refused, stamp: '', again: false }
    return loadFile(target.path, stamp, most)
  },
})

async function stampOf(path: string): Promise<string> {
  const { size, mtimeMs, ino, isFile } = await statOf(path)
  if (!isFile) throw new Error('is not a file')
  return `${size}-${mtimeMs}-${ino}`
}

async function statOf(path: string) {
  const found = await stat(path)
  const { size, mtimeMs, ino } = found
  return { size, mtimeMs, ino, isFile: found.isFile() }
}

/** What became a link after it was looked at is not followed. */
const NO_LINK = constants.O_RDONLY | constants.O_NOFOLLOW
/** A file that changes while it is read is still being written. */
const TRIES = 5
const PAUSE_MS = 100

/** @param found its stamp when it was found: what still has it is not looked at twice */
async function loadFile(path: string, found: string, maxFileBytes: number): Promise<Loaded> {
  let stamp = found
  try {
    for (let turn = 0; turn < TRIES; turn++) {
      if (turn > 0) {
        await sleep(PAUSE_MS)
        stamp = await stampOf(path)
      }
      const refused = refusal(stamp, maxFileBytes)
      const bytes = refused === undefined ? await readFile(path, { flag: NO_LINK }) : undefined
      if ((await stampOf(path)) !== stamp) continue
      if (bytes !== undefined)
        return { bytes, hash: createHash('sha256').update(bytes).digest('hex'), stamp }
      if (refused !== undefined) return { reason: refused, stamp, again: false }
    }
    return { reason: 'it is still being written; it is read once it rests', stamp, again: true }
  } catch (error) {
    return { reason: `it ${explain(error)}`, stamp, again: true }
  }
}

/** Why a file of this size is not read. */
function refusal(stamp: string, most: number): string | undefined {
  const size = Number(stamp.split('-')[0])
  if (size === 0) return 'empty'
  return size > most ? tooLarge(size, most) : undefined
}

const tooLarge = (size: number, most: number): string =>
  `${megabytes(size)} MB is over the limit of ${megabytes(most)} MB; split it or raise max_file_megabytes`

const megabytes = (bytes: number): number => Math.round(bytes / 1e5) / 10
