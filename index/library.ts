/** The documents of a folder: finds the files, reads each, says what could not be read and why. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import type { Document } from './document.ts'
import { READABLE } from './readers/formats.ts'
import { readFile as readDocuments } from './readers/read.ts'

export interface LoadProgress {
  /** Files. */
  readonly done: number
  readonly total: number
  readonly name: string
}

/** What a person should know about a file or folder, and the mend. */
export interface Problem {
  readonly name: string
  readonly message: string
}

export interface LoadOptions {
  readonly maxFileBytes: number
  readonly onProgress?: (progress: LoadProgress) => void
  readonly signal?: AbortSignal
}

export class LibraryError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'LibraryError'
  }
}

/**
 * Reads every document below a folder, in the order of their names. What cannot be read is a problem
 * and stops nothing else.
 * @throws LibraryError when the folder is missing, no folder, or unreadable
 */
export async function loadFolder(
  folder: string,
  options: LoadOptions,
): Promise<{ documents: Document[]; problems: Problem[] }> {
  const root = await openFolder(folder)
  const problems: Problem[] = []
  const files = await findFiles(root, problems)
  const byId = new Map<string, Document>()
  for (const [done, name] of files.entries()) {
    options.signal?.throwIfAborted()
    options.onProgress?.({ done, total: files.length, name })
    for (const document of await readFileOf(root, name, options, problems))
      addUnderOwnId(byId, document, name, problems)
  }
  options.onProgress?.({ done: files.length, total: files.length, name: '' })
  if (byId.size === 0)
    problems.push({
      name: folder,
      message: `no document in it; put ${[...READABLE].join(', ')} files there`,
    })
  return { documents: [...byId.values()], problems }
}

async function openFolder(folder: string): Promise<string> {
  try {
    const root = await realpath(folder)
    if (!(await stat(root)).isDirectory())
      throw new LibraryError(`${folder} is a file; give the folder it is in`)
    await readdir(root)
    return root
  } catch (error) {
    if (error instanceof LibraryError) throw error
    throw new LibraryError(`${folder} ${explain(error)}`, { cause: error })
  }
}

/** Paths below `root` with `/`, sorted; links that leave the folder and odd files are problems. */
async function findFiles(root: string, problems: Problem[]): Promise<string[]> {
  const found: string[] = []
  const visit = async (folder: string): Promise<void> => {
    let entries
    try {
      entries = await readdir(folder, { withFileTypes: true })
    } catch (error) {
      problems.push({ name: nameOf(root, folder), message: `folder skipped: it ${explain(error)}` })
      return
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const path = join(folder, entry.name)
      const name = nameOf(root, path)
      if (entry.isSymbolicLink()) {
        const target = await realpath(path).catch(() => undefined)
        if (target === undefined) problems.push({ name, message: 'skipped: a link to nothing' })
        else if (target !== root && !target.startsWith(root + sep))
          problems.push({ name, message: 'skipped: a link out of the folder; copy the file in' })
        else if (isHidden(nameOf(root, target)) && (await stat(target)).isFile()) found.push(name)
        // Any other link inside the folder points at what is read under its own name.
      } else if (entry.isDirectory()) await visit(path)
      else if (entry.isFile()) found.push(name)
      else problems.push({ name, message: 'skipped: not a file' })
    }
  }
  await visit(root)
  return found.sort()
}

async function readFileOf(
  root: string,
  name: string,
  options: LoadOptions,
  problems: Problem[],
): Promise<readonly Document[]> {
  const skip = (reason: string): Document[] => {
    problems.push({ name, message: `skipped: ${reason}` })
    return []
  }
  const path = join(root, name)
  try {
    const { size } = await stat(path)
    if (!READABLE.has(extname(name).toLowerCase()))
      return skip(
        `${extname(name) || 'a file without an ending'} is not read; ${[...READABLE].join(', ')} are`,
      )
    if (size > options.maxFileBytes)
      return skip(
        `${megabytes(size)} MB is over the limit of ${megabytes(options.maxFileBytes)} MB; split it or raise max_file_megabytes`,
      )
    if (size === 0) return skip('empty')
    const result = await readDocuments({ name, bytes: await readFile(path) })
    if (result.documents === undefined) return skip(result.reason)
    for (const note of result.notes) problems.push({ name, message: note })
    return result.documents
  } catch (error) {
    return skip(`it ${explain(error)}`)
  }
}

/** Two documents with one id: the second keeps its path as its name, and both stay. */
function addUnderOwnId(
  byId: Map<string, Document>,
  document: Document,
  name: string,
  problems: Problem[],
): void {
  if (!byId.has(document.id)) {
    byId.set(document.id, document)
    return
  }
  let id = name
  for (let copy = 2; byId.has(id); copy++) id = `${name} (${copy})`
  problems.push({
    name,
    message: `front matter: \`id\` “${document.id}” is taken by another document; kept as “${id}”`,
  })
  byId.set(id, { ...document, id })
}

/** Below a folder whose name begins with a dot: where volumes that are swapped whole keep their files. */
const isHidden = (name: string): boolean => name.split('/').some((part) => part.startsWith('.'))

const nameOf = (root: string, path: string): string => relative(root, path).split(sep).join('/')
const megabytes = (bytes: number): number => Math.round(bytes / 1e5) / 10

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'does not exist; check the path'
  if (code === 'EACCES' || code === 'EPERM') return 'cannot be read; check its permissions'
  if (code === 'ELOOP') return 'is a link to itself; check the path'
  if (code === 'ENOTDIR') return 'is not a folder; check the path'
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}`
}
