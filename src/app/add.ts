/** Folders, files, pages and feeds that are added at the machine, by a command or in a session. */
import type { Library } from '../../index/library/library.ts'
import { VerbatimError } from '../errors.ts'
import { inertText } from '../inert.ts'
import { told } from '../manage.ts'
import type { Config } from './config.ts'
import { isList } from '../../index/sources/location.ts'
import { addSource } from './documents.ts'
import { toAdd } from './locations.ts'

export interface Adding {
  readonly library: Library
  readonly config: Config
  readonly set: string
  /** What the lists at these addresses link to, rather than the lists. */
  readonly pages?: boolean
  readonly signal: AbortSignal
  /** Hears of each, for the log of what admins have done. */
  readonly tell: (line: string) => Promise<void>
}

/**
 * @returns what was done, a line each
 * @throws VerbatimError 'usage' for no address, 'documents' when nothing is there or it must not be fetched
 */
export async function addSources(
  locations: readonly string[],
  { library, config, set, pages = false, signal, tell }: Adding,
): Promise<string[]> {
  const isBundled = (): boolean =>
    library.sources.some(({ location }) => location === config.documents)
  const bundled = isBundled()
  const lines: string[] = []
  for (const given of locations) {
    const { locations: own, imported } = await toAdd(given, pages, signal)
    for (const location of own) {
      try {
        if (isList(location)) process.stderr.write(`${inertText(`Listing ${location} …`)}\n`)
        const report = await addSource(library, { location, set }, signal)
        lines.push(`${location} → ${set}`, ...told(report))
        await tell(`${location} → ${set}`)
      } catch (error) {
        if (!imported || !(error instanceof VerbatimError) || error.code !== 'documents')
          throw error
        lines.push(`${location}: ${error.message}`)
      }
    }
  }
  if (bundled && !isBundled() && config.documentsFrom === 'seeds')
    lines.push('The bundled digests are left out from now on.')
  return lines
}
