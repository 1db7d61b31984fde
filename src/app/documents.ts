/** From the settings to a library that can be searched, with a progress bar where that takes long. */
import { Fetcher } from '../../index/fetch/fetcher.ts'
import { Library, type LibraryOptions } from '../../index/library/library.ts'
import type { RefreshOptions } from '../../index/library/refresher.ts'
import { codeOf, DEFAULT_SET, type Source } from '../../index/library/source.ts'
import type { Report } from '../../index/library/report.ts'
import { Remotes } from '../../index/sources/remotes.ts'
import { Parser } from '../../index/parsing/parser.ts'
import type { Config } from './config.ts'
import type { ClusterSettings } from './opensearch-settings.ts'
import { progressBar } from './progress.ts'

const WAITING = 'Another process is reading documents; waiting until it is done …'

/** A library and what it works with; `close` saves it and lets go of all. */
export interface OpenLibrary {
  readonly library: Library
  close(): Promise<void>
}

/** @param writes whether this process writes to it what it reads */
async function clusterFor(
  { nodes, index, shards, ca, auth }: ClusterSettings,
  writes: boolean,
): Promise<NonNullable<LibraryOptions['sharedIndex']>> {
  const { makeClusterIndex } = await import('../../index/opensearch/shared-index.ts')
  const way = { nodes, ...(ca !== undefined && { ca }), ...(auth && { auth }) }
  return makeClusterIndex({ way, alias: index, shards, writes })
}

/** What was known at the last start; `refresh` brings it up to date. */
export async function openLibrary(config: Config, writes = true): Promise<OpenLibrary> {
  const { data, maxFileBytes, pollSeconds, allow, engine } = config
  const parser = new Parser({})
  const fetcher = new Fetcher({ allow, maxBytes: maxFileBytes })
  const remotes = new Remotes({ fetcher, access: config.access, maxBytes: maxFileBytes })
  const alone = config.documentsFrom === 'option'
  // One folder that is asked once is no part of what others share.
  const sharedIndex =
    alone || config.cluster === undefined ? undefined : await clusterFor(config.cluster, writes)
  const library = await Library.open({
    data,
    name: alone ? `folder-${codeOf(config.documents)}` : 'library',
    sources: sourcesOf(config),
    ...(config.documentsFrom === 'seeds' && {
      otherwise: { location: config.documents, set: DEFAULT_SET },
    }),
    parser,
    fetcher,
    remoteOf: (location) => remotes.of(location),
    maxFileBytes,
    pollSeconds,
    engine,
    ...(sharedIndex && { sharedIndex }),
  })
  return {
    library,
    close: async () => {
      try {
        await library.close()
      } finally {
        await Promise.all([parser.close(), fetcher.close(), remotes.close()])
      }
    },
  }
}

/**
 * Reads what is new or changed, with progress on standard error.
 * @throws VerbatimError 'documents' when the only source is not there
 * @throws the signal's reason when it is aborted
 */
export function refresh(
  library: Library,
  signal: AbortSignal,
  options: RefreshOptions = {},
): Promise<Report> {
  return reading((telling) =>
    library.refresh({ ...onlyOne(library), ...options, ...telling, signal }),
  )
}

/** A source that is the only one must be there. */
export function onlyOne({ sources }: Pick<Library, 'sources'>): { readonly location?: string } {
  const [only, ...more] = sources
  return only !== undefined && more.length === 0 ? { location: only.location } : {}
}

/** @throws VerbatimError 'documents' when nothing is there or it must not be fetched */
export const addSource = (library: Library, source: Source, signal: AbortSignal): Promise<Report> =>
  reading((telling) => library.add(source, { ...telling, signal }))

async function reading(
  work: (telling: Pick<RefreshOptions, 'onProgress' | 'onWait'>) => Promise<Report>,
): Promise<Report> {
  const progress = progressBar(process.stderr, 'Reading documents')
  const waiting = (): void => {
    process.stderr.write(`${WAITING}\n`)
  }
  try {
    return await work({ onProgress: progress.update, onWait: waiting })
  } finally {
    progress.stop()
  }
}

function sourcesOf({ documents, documentsFrom, sets }: Config): Source[] {
  const folder = { location: documents, set: DEFAULT_SET }
  if (documentsFrom === 'option') return [folder]
  const named = Object.entries(sets).flatMap(([set, locations]) =>
    locations.map((location) => ({ location, set })),
  )
  return documentsFrom === 'seeds' ? named : [folder, ...named]
}
