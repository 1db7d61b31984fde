/** The bytes of pages and files as they were fetched; they are what a quote can be checked against. */
import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

export class FetchedFiles {
  readonly #folder: string

  /** @param data folder of what must survive a restart */
  constructor(data: string) {
    this.#folder = join(data, 'fetched')
  }

  /** `undefined` when they are not there. */
  async read(hash: string): Promise<Uint8Array | undefined> {
    return readFile(join(this.#folder, hash)).catch(() => undefined)
  }

  /** @returns the SHA-256 by which they are read again */
  async keep(bytes: Uint8Array): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex')
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    const path = join(this.#folder, hash)
    // Two files with the same bytes may arrive at once.
    const temporary = `${path}.${process.pid}.${++FetchedFiles.#written}.tmp`
    const file = await open(temporary, 'w', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
    return hash
  }

  static #written = 0

  /** Takes away what no file is read from any more. */
  async prune(used: ReadonlySet<string>): Promise<void> {
    for (const name of await readdir(this.#folder).catch((): string[] => []))
      if (/^[0-9a-f]{64}$/u.test(name) && !used.has(name))
        await rm(join(this.#folder, name), { force: true })
  }
}
