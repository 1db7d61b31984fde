/** For the tests of adapters of others: `import { testAdapter } from 'verbatim/testing'`. */
import type { Needs } from '../../src/platform.ts'
import { createLog } from '../../src/log.ts'
import { sqliteStore } from '../../src/store/sqlite/store.ts'

export { type Harness, testAdapter, type TestRunner } from './contract.ts'
export { answer, nothing, quote, REPLIES } from './replies.ts'

/** What an adapter is made with: a ledger and a memory that are gone at the end, and no log. */
export function testNeeds(over: Partial<Needs> = {}): Needs {
  const { ledger, memory, inbox, tokens, links } = sqliteStore(':memory:')
  return {
    ledger,
    memory,
    inbox,
    tokens,
    links,
    log: createLog('silent'),
    publicUrl: undefined,
    languageOf: () => undefined,
    allow: [],
    health: {
      isReady: () => Promise.resolve(true),
      metrics: () => Promise.resolve(''),
      contentType: 'text/plain',
    },
    tell: () => {},
    ...over,
  }
}
