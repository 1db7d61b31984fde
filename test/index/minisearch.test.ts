import { MiniSearchIndex } from '../../index/engines/minisearch.ts'
import { testPassageIndex } from '../support/passage-index-contract.ts'

testPassageIndex('MiniSearch', () => new MiniSearchIndex())
