/** The files of a folder: what is in it, what leads out of it, and why it cannot be read. */
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { type ErrorCode, VerbatimError } from '../errors.ts'

export interface LoadProgress {
  /** Files. */
  readonly done: number
  readonly total: number
  readonly name: string
}

/** What a person should know about a file or folder, and what to do. */
export interface Problem {
  readonly name: string
  readonly message: string
}

export class LibraryError extends VerbatimError {
  constructor(message: string, options?: ErrorOptions, code: ErrorCode = 'documents') {
    super(code, message, options)
    this.name = 'LibraryError'
  }
}

/** Another process reads documents, and was not waited for. */
export class LibraryBusyError extends LibraryError {
  constructor() {
    super('Another process is reading documents; try again when it is done', {}, 'storage')
    this.name = 'LibraryBusyError'
  }
}

/** @throws LibraryError when the folder is missing, no folder, or unreadable */
export async function openFolder(folder: string): Promise<string> {
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
export async function findFiles(root: string, problems: Problem[]): Promise<string[]> {
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
        const target = await targetIn(root, path)
        if ('refused' in target) problems.push({ name, message: `skipped: ${target.refused}` })
        else if (isHidden(nameOf(root, target.path)) && (await stat(target.path)).isFile())
          found.push(name)
        // Any other link inside the folder points at what is read under its own name.
      } else if (entry.isDirectory()) await visit(path)
      else if (entry.isFile()) found.push(name)
      else problems.push({ name, message: 'skipped: not a file' })
    }
  }
  await visit(root)
  return found.sort()
}

/**
 * Where a path of a folder leads, links followed: the one check for every way that a file comes in.
 * @param root with no link in it
 */
export async function targetIn(
  root: string,
  path: string,
): Promise<{ readonly path: string } | { readonly refused: string }> {
  const target = await realpath(path).catch(() => undefined)
  if (target === undefined) return { refused: 'a link to nothing' }
  if (target !== root && !target.startsWith(root + sep))
    return { refused: 'a link out of the folder; copy the file in' }
  return { path: target }
}

/** Below a folder whose name begins with a dot: where volumes that are swapped whole keep their files. */
const isHidden = (name: string): boolean => name.split('/').some((part) => part.startsWith('.'))

const nameOf = (root: string, path: string): string => relative(root, path).split(sep).join('/')

export function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'does not exist; check the path'
  if (code === 'EACCES' || code === 'EPERM') return 'cannot be read; check its permissions'
  if (code === 'ELOOP') return 'is a link to itself; check the path'
  if (code === 'ENOTDIR') return 'is not a folder; check the path'
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}`
}
