/** The default engine for loading what tests saved. */
import type { EngineFor } from '../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'

export const withMiniSearch: EngineFor = () => Promise.resolve(makeMiniSearch)
