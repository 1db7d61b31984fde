import { createLog } from '../../src/log.ts'
import { postgresStore } from '../../src/store/postgres/store.ts'
import { describeOnPostgres } from './on-postgres.ts'
import { testStore } from './contract.ts'

const log = createLog('silent')

describeOnPostgres('on PostgreSQL', (server) => {
  testStore('a store in a database of PostgreSQL', async () => {
    const url = await server().database()
    return {
      isShared: true,
      // Nobody dies because the test’s clock jumps.
      open: (clock) => postgresStore(url, { log, clock, lease: { lasts: 1e12, renewed: 60_000 } }),
      close: () => Promise.resolve(),
    }
  })
})
