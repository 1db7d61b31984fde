/** Keeps a library in step while it runs: files when they change, addresses when they are due. */
import { availableParallelism, loadavg } from 'node:os'
import { relative, sep } from 'node:path'
import { type FSWatcher, watch as watchFiles } from 'chokidar'
import type { Library } from './library.ts'
import { isAddress, kindOf } from './source.ts'

export interface WatchOptions {
  /** Hears of what went wrong with a refresh; the next one is tried all the same. */
  readonly onError: (error: unknown) => void
  /** Whether it reads documents, or only takes over what other processes have read; true unless told. */
  readonly reads?: boolean
  /** Milliseconds until what changed is saved, so that others can take it over. */
  readonly saveEvery?: number
}

/** A file that has rested so long is written. */
const REST_MS = 60
/** While files keep coming they are read in between. */
const LONGEST_WAIT_MS = 2000
/** What changed is saved so often. */
const SAVE_EVERY_MS = 60_000
/** What was skipped is tried again so often, while the machine is quiet. */
const TRY_AGAIN_MS = 3_600_000
/** How often another process's additions and due addresses are looked for. */
const LOOK_EVERY_MS = 2000

export class LibraryWatch {
  readonly #library: Library
  readonly #options: WatchOptions
  readonly #watchers = new Map<string, FSWatcher>()
  /** Location → names of files that something happened to. */
  readonly #touched = new Map<string, Set<string>>()
  readonly #stopped = new AbortController()
  #resting: NodeJS.Timeout | undefined
  #since = 0
  #saved = Date.now()
  #tried = Date.now()
  #version: number
  #timer: NodeJS.Timeout | undefined
  #busy: Promise<void> = Promise.resolve()

  constructor(library: Library, options: WatchOptions) {
    this.#library = library
    this.#options = options
    this.#version = library.version
  }

  get #reads(): boolean {
    return this.#options.reads ?? true
  }

  /** Resolves once changes are heard of. */
  async start(): Promise<void> {
    if (this.#reads) await this.#follow()
    this.#timer = setInterval(() => this.#tick(), LOOK_EVERY_MS)
    this.#timer.unref()
  }

  /** Safe to call twice; what is under way is cut short. */
  async stop(): Promise<void> {
    this.#stopped.abort()
    clearInterval(this.#timer)
    clearTimeout(this.#resting)
    await Promise.all([...this.#watchers.values()].map((watcher) => watcher.close()))
    this.#watchers.clear()
    await this.#busy
  }

  /** Watches the sources as they are now. */
  async #follow(): Promise<void> {
    const locations = new Set(
      this.#library.sources.map(({ location }) => location).filter((one) => !isAddress(one)),
    )
    for (const [location, watcher] of this.#watchers)
      if (!locations.has(location)) {
        this.#watchers.delete(location)
        await watcher.close()
      }
    for (const location of locations) {
      if (this.#watchers.has(location)) continue
      const kind = await kindOf(location)
      if (kind !== undefined) await this.#watch(location, kind === 'folder')
    }
  }

  async #watch(location: string, folder: boolean): Promise<void> {
    const watcher = watchFiles(location, {
      ignoreInitial: true,
      followSymlinks: false,
      ignored: (path) =>
        relative(location, path)
          .split(sep)
          .some((part) => part.startsWith('.') && part !== '..' && part !== '.'),
    })
    this.#watchers.set(location, watcher)
    watcher.on('error', (error) => this.#options.onError(error))
    watcher.on('all', (event, path) => {
      if (event === 'addDir' || event === 'unlinkDir') return
      const name = relative(location, path).split(sep).join('/')
      this.#touch(location, folder ? name : '')
    })
    await new Promise<void>((resolve) => {
      watcher.once('ready', () => resolve())
    })
  }

  #touch(location: string, name: string): void {
    const names = this.#touched.get(location) ?? new Set()
    this.#touched.set(location, names.add(name))
    const now = Date.now()
    if (this.#resting === undefined) this.#since = now
    clearTimeout(this.#resting)
    const wait = Math.min(REST_MS, Math.max(0, this.#since + LONGEST_WAIT_MS - now))
    this.#resting = setTimeout(() => {
      this.#resting = undefined
      this.#then(() => this.#readTouched())
    }, wait)
  }

  async #readTouched(): Promise<void> {
    const touched = [...this.#touched]
    this.#touched.clear()
    for (const [location, names] of touched)
      // A single file is its own source.
      await this.#refresh(location, names.has('') ? {} : { names })
  }

  #tick(): void {
    this.#then(async () => {
      if (this.#reads && Date.now() - this.#saved > (this.#options.saveEvery ?? SAVE_EVERY_MS)) {
        this.#saved = Date.now()
        await this.#library.save()
      }
      const { version } = this.#library
      if (version !== this.#version) {
        this.#version = version
        await this.#library.reload()
        if (this.#reads) {
          await this.#follow()
          await this.#library.refresh({ signal: this.#stopped.signal })
        }
      }
      if (!this.#reads) return this.#library.takeOver()
      if (this.#mayTryAgain()) {
        this.#tried = Date.now()
        await this.#library.refresh({ again: true, web: 'none', signal: this.#stopped.signal })
      }
      if (this.#library.nextDue > Date.now()) return
      for (const location of new Set(this.#library.sources.map((source) => source.location)))
        if (isAddress(location)) await this.#refresh(location)
    })
  }

  /** What was skipped on a busy machine may be read on a quiet one. */
  #mayTryAgain(): boolean {
    const [load = 0] = loadavg()
    return (
      Date.now() - this.#tried > TRY_AGAIN_MS &&
      load < availableParallelism() / 2 &&
      this.#library.hasSkipped
    )
  }

  /** What is wrong with one location keeps no other from being read. */
  async #refresh(location: string, only: { readonly names?: ReadonlySet<string> } = {}) {
    await this.#library
      .refresh({ location, ...only, signal: this.#stopped.signal })
      .catch((error: unknown) => this.#tell(error))
  }

  /** One after the other; a failure is told and stops nothing. */
  #then(work: () => Promise<void>): void {
    this.#busy = this.#busy.then(work).catch((error: unknown) => this.#tell(error))
  }

  #tell(error: unknown): void {
    if (!this.#stopped.signal.aborted) this.#options.onError(error)
  }
}
