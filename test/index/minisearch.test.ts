import { MiniSearchIndex } from '../../index/engines/minisearch.ts'
import { testEmbeddedIndex } from '../support/embedded-index-contract.ts'

testEmbeddedIndex('MiniSearch', () => new MiniSearchIndex())
