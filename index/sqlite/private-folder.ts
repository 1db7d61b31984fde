/** The folder for what must survive a restart: made when missing, and for its owner alone. */
import { chmodSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { VerbatimError } from '../errors.ts'

/** There is no such folder and there can be none. */
export class DataFolderError extends VerbatimError {
  constructor(folder: string, why: string, options?: ErrorOptions) {
    super(
      'config',
      `The data folder ${folder} ${why}; name another in \`data\` or VERBATIM_DATA, or fix it`,
      options,
    )
    this.name = 'DataFolderError'
  }
}

/** Names of what is kept there. A folder with anything else in it is somebody's for other things, too. */
const OWN = /^(?:library|folder-|verbatim|fetched|uploads)/u
const STICKY = 0o1000

/** @throws DataFolderError */
export function privateFolder(folder: string): void {
  make(folder)
  const { mode } = statSync(folder)
  if ((mode & 0o077) === 0 || (mode & STICKY) !== 0) return
  try {
    const names = readdirSync(folder)
    for (const name of names) if (OWN.test(name)) close(join(folder, name))
    if (names.every((name) => OWN.test(name))) chmodSync(folder, 0o700)
  } catch {
    // Somebody else's folder.
  }
}

/** One folder after the other: all at once never ends below a folder that takes none, like /proc. */
function make(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found?.isDirectory() === true) return
  if (found !== undefined) throw new DataFolderError(folder, 'is a file')
  const parent = dirname(folder)
  if (parent !== folder) make(parent)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Another process may have been quicker.
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return
    throw new DataFolderError(folder, 'cannot be made', { cause: error })
  }
}

/** What an older version has left open to others. */
function close(path: string): void {
  const found = lstatSync(path)
  if (found.isDirectory()) chmodSync(path, 0o700)
  else if (found.isFile()) chmodSync(path, 0o600)
}
