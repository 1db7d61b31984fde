/**
 * A corpus as one file, so that many documents are ready at once. The file is written beside the old
 * one and takes its place whole; it says which version made it, and its checksum is checked.
 */
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import { codeVersion } from '../code-version.ts'
import { WholeCorpus, type EngineFor } from '../whole-corpus.ts'
import { kindOfPath, setAside } from '../sqlite/set-aside.ts'
import { columnsOfFile } from './column-sources.ts'
import { ColumnReader, ColumnWriter } from './columns.ts'

export type LoadedSnapshot =
  /** `damaged`: where a newer one is kept that could not be read. */
  | { readonly corpus: WholeCorpus; readonly damaged?: string }
  | {
      readonly corpus?: undefined
      readonly reason: 'missing' | 'other version' | 'damaged'
      readonly damaged?: string
    }

/** Raised when what a file holds changes. */
const SCHEMA = 7
const MAGIC = Buffer.from('VERBATIM')
/** Magic, schema, how passages are made, checksum of the rest; 32 bits each but the first. */
const HEADER = MAGIC.byteLength + 12
/** Bytes that are written, and checked, at a time. */
const PIECE = 2 ** 24

/** Writes to a file of its own first, so that a crash leaves the old snapshot or the new one. */
export async function saveSnapshot(path: string, corpus: WholeCorpus): Promise<void> {
  const columns = new ColumnWriter()
  corpus.save(columns)
  const header = Buffer.alloc(HEADER)
  MAGIC.copy(header)
  header.writeUInt32LE(SCHEMA, MAGIC.byteLength)
  header.writeUInt32LE(fingerprint(), MAGIC.byteLength + 4)
  // Over the header's numbers, too: a flipped bit there must not pass for another version.
  let sum = crc32(header.subarray(MAGIC.byteLength, MAGIC.byteLength + 8))
  for (const part of columns.parts) sum = crc32(part, sum)
  header.writeUInt32LE(sum, MAGIC.byteLength + 8)
  const temporary = `${path}.${process.pid}.tmp`
  try {
    const file = await open(temporary, 'w', 0o600)
    try {
      for (const part of [header, ...columns.parts]) await write(file, part)
      await file.sync()
    } finally {
      await file.close()
    }
    // The old one is kept: a crash in between leaves it, and it is read when the new one is damaged.
    await rename(path, previousOf(path)).catch(unlessMissing)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

/**
 * The snapshot, or the one before it where that is damaged or missing.
 * @param engineFor the engine for so many passages, whichever the snapshot was made with
 * @throws what reading the file throws, unless it is only missing
 */
export async function loadSnapshot(path: string, engineFor: EngineFor): Promise<LoadedSnapshot> {
  const current = await load(path, engineFor)
  if (current.corpus !== undefined || current.reason === 'other version') return current
  const damaged = current.reason === 'damaged' ? keepAside(path) : undefined
  const previous = await load(previousOf(path), engineFor)
  if (previous.corpus === undefined && previous.reason === 'damaged') keepAside(previousOf(path))
  return {
    ...(previous.corpus === undefined ? current : previous),
    ...(damaged !== undefined && { damaged }),
  }
}

/** The next save must not put it in the place of a good one. */
function keepAside(path: string): string | undefined {
  try {
    return setAside(path)
  } catch (error) {
    // Another process was quicker.
    if (isMissing(error)) return undefined
    throw error
  }
}

const previousOf = (path: string): string => `${path}.previous`

/** So that what was removed since is in no file. */
export const dropPrevious = (path: string): Promise<void> => rm(previousOf(path), { force: true })

function unlessMissing(error: unknown): void {
  if (!isMissing(error)) throw error
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

async function load(path: string, engineFor: EngineFor): Promise<LoadedSnapshot> {
  // A folder, or a pipe that would never end.
  if (kindOfPath(path) === 'other') return { reason: 'damaged' }
  let file: FileHandle
  try {
    file = await open(path)
  } catch (error) {
    if (isMissing(error)) return { reason: 'missing' }
    throw error
  }
  try {
    return await loadFrom(file, engineFor)
  } finally {
    await file.close()
  }
}

/** The file may be larger than what is read at once, and than half the memory: it is read in pieces, twice. */
async function loadFrom(file: FileHandle, engineFor: EngineFor): Promise<LoadedSnapshot> {
  const { size } = await file.stat()
  const { buffer: header, bytesRead } = await file.read(Buffer.alloc(HEADER), 0, HEADER, 0)
  if (bytesRead < HEADER || !header.subarray(0, MAGIC.byteLength).equals(MAGIC))
    return { reason: 'damaged' }
  const [schema, made, sum] = [0, 4, 8].map((at) => header.readUInt32LE(MAGIC.byteLength + at))
  const begun = crc32(header.subarray(MAGIC.byteLength, MAGIC.byteLength + 8))
  if ((await checksum(file, begun)) !== sum) return { reason: 'damaged' }
  if (schema !== SCHEMA || made !== fingerprint()) return { reason: 'other version' }
  try {
    const columns = new ColumnReader(columnsOfFile(file.fd, HEADER, size))
    return { corpus: await WholeCorpus.restore(columns, engineFor) }
  } catch (error) {
    // Whole, and yet other columns than are read here: written by code with the same number.
    if (error instanceof RangeError || error instanceof SyntaxError || error instanceof TypeError)
      return { reason: 'other version' }
    throw error
  }
}

async function write(file: FileHandle, part: Uint8Array): Promise<void> {
  for (let at = 0; at < part.byteLength;)
    at += (await file.write(part, at, Math.min(PIECE, part.byteLength - at))).bytesWritten
}

/** Of all behind the header. */
async function checksum(file: FileHandle, begun: number): Promise<number> {
  const piece = Buffer.allocUnsafe(PIECE)
  let sum = begun
  for (let at = HEADER; ;) {
    const { bytesRead } = await file.read(piece, 0, PIECE, at)
    if (bytesRead === 0) return sum
    sum = crc32(piece.subarray(0, bytesRead), sum)
    at += bytesRead
  }
}

/** Changes when the same bytes could make other passages, terms or samples: the code, or Unicode's rules. */
export const fingerprint = (): number =>
  crc32(JSON.stringify([codeVersion(), process.versions['icu'], process.versions['unicode']]))

/** So that the new name is on the disk too; some systems know no such thing. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  } catch {
    // The file itself is safe.
  }
}
