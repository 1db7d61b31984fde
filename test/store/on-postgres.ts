import { afterAll, beforeAll, describe } from 'vitest'
import { type Postgres, startPostgres, withoutPostgres } from '../support/postgres.ts'

/** What is tested on a server of its own; skipped, with the reason, where there is none. */
export function describeOnPostgres(name: string, tests: (server: () => Postgres) => void): void {
  describe.skipIf(withoutPostgres() !== undefined)(`${name} (a server of its own)`, () => {
    let server: Postgres
    beforeAll(async () => {
      server = await startPostgres()
    })
    afterAll(() => server.close())
    tests(() => server)
  })
}
