/** Reads what is new or changed in the sources of a library, and keeps what came of it. */
import type { Parsed } from '../parsing/parsed.ts'
import type { Parser } from '../parsing/parser.ts'
import type { LoadProgress } from './folder.ts'
import { type Holdings, type Outcome, skippedOf, type Work } from './holdings.ts'
import { inOrder } from './in-order.ts'
import type { Change } from './manifest.ts'
import type { Persistence } from './persistence.ts'
import { type Report, ReportBuilder } from './report.ts'
import type { Look, Scanner } from './scanner.ts'
import type { SourceList } from './source-list.ts'

export interface RefresherOptions {
  readonly sources: SourceList
  readonly scanner: Scanner
  readonly parser: Parser
  readonly holdings: Holdings
  readonly persistence: Persistence
  /** Hears of what came in and changed, once it can be searched. */
  readonly changed: (changes: readonly Change[]) => void
}

export interface RefreshOptions extends Look {
  readonly onProgress?: (progress: LoadProgress) => void
  /** What was skipped is tried again, as with `web: 'all'`. */
  readonly again?: boolean
  /** Milliseconds to wait for another process that reads documents; until it is done unless told. */
  readonly patience?: number
  /** Called when it has to be waited for. */
  readonly onWait?: () => void
}

/** So many files are on their way at once. */
const AT_ONCE = 16
/** So many files are written down together; more would keep the readers waiting for their next file. */
const BATCH = 4
/** A long refresh that is cut short goes on from the last snapshot. */
const SAVE_EVERY_MS = 30_000

export class Refresher {
  readonly #options: RefresherOptions

  constructor(options: RefresherOptions) {
    this.#options = options
  }

  /**
   * @throws LibraryError when the one location asked for is not there
   * @throws the signal's reason when it is aborted; what was read until then stays
   */
  async refresh(options: RefreshOptions): Promise<Report> {
    const { holdings, persistence } = this.#options
    const { signal, onProgress, names } = options
    const report = new ReportBuilder()
    const changes: Change[] = []
    const batch: { item: Work; result: Outcome }[] = []
    const flush = (): void => {
      changes.push(...holdings.commit(batch.splice(0), report))
    }
    let saved = Date.now()
    const work = await this.#find(options, report)
    let done = 0
    try {
      for await (const each of inOrder(work, AT_ONCE, (one) => this.#read(one, signal))) {
        onProgress?.({ done: done++, total: work.length, name: each.item.candidate.name })
        batch.push(each)
        signal?.throwIfAborted()
        if (batch.length >= BATCH) {
          flush()
          await holdings.corpus.shared?.keepUp()
        }
        if (Date.now() - saved > SAVE_EVERY_MS) {
          flush()
          await persistence.save()
          saved = Date.now()
        }
      }
    } finally {
      // What was read before it was cut short stays read.
      flush()
      await this.#settle(changes, report)
      // Single files are searched at once and saved with others, for saving takes longer than reading.
      if (names === undefined) await persistence.save()
    }
    if (names === undefined) await persistence.prune()
    onProgress?.({ done: work.length, total: work.length, name: '' })
    return report.finish()
  }

  /** The files that are to be read; what is gone goes, and the report has what stays as it is. */
  async #find(options: RefreshOptions, report: ReportBuilder): Promise<Work[]> {
    const { sources, scanner, holdings } = this.#options
    const { signal, location: only, names, web, again = false } = options
    const work: Work[] = []
    for (const location of sources.locations) {
      if (only !== undefined && location !== only) continue
      signal?.throwIfAborted()
      const candidates = await scanner.scan(location, holdings.files(location), options)
      holdings.forgetMissing(location, candidates, names, report)
      for (const candidate of candidates.found) {
        const known = holdings.file(location, candidate.name)
        // What was skipped may be read this time: a machine that was busy is not always.
        const isTriedAgain = (web === 'all' || again) && known?.reason !== undefined
        if (!isTriedAgain && holdings.isUnchanged(candidate, known)) {
          report.unchanged++
          report.skipped.push(...skippedOf(known))
        } else work.push({ location, candidate, known })
      }
    }
    return work
  }

  async #read({ candidate, known }: Work, signal: AbortSignal | undefined): Promise<Outcome> {
    const { holdings, parser } = this.#options
    const loaded = await candidate.load(signal)
    if (loaded.reason !== undefined) return { state: 'skipped', loaded, reason: loaded.reason }
    const isSame = known?.hash === loaded.hash && known.reason === undefined
    if (isSame && holdings.isRead(known)) return { state: 'unchanged', loaded }
    const { bytes, contentType, url } = loaded
    const parsed: Parsed = await parser.parse(
      {
        name: candidate.name,
        bytes,
        ...(contentType !== undefined && { contentType }),
        ...(url !== undefined && { url }),
      },
      signal,
    )
    // A reader that was stopped with everything else says nothing about the file.
    signal?.throwIfAborted()
    if (parsed.documents === undefined) return { state: 'skipped', loaded, reason: parsed.reason }
    return { state: 'read', loaded, documents: parsed.documents, notes: parsed.notes }
  }

  async #settle(changes: readonly Change[], { read, removed }: ReportBuilder): Promise<void> {
    const { sources, holdings, changed } = this.#options
    if (read + removed > 0)
      for (const location of sources.locations) await holdings.settleTitles(location)
    if (changes.length > 0) changed(changes)
  }
}
