/** The adapter beside a stand-in for Discord, quick to wait and with a log that is kept. */
import { openDatabase } from '../../../index/sqlite/open.ts'
import { STORE_TABLES } from '../../../src/store/sqlite/tables.ts'
import type { DatabaseSync } from 'node:sqlite'
import { Discord, type DiscordOptions } from '../../../adapters/discord/adapter.ts'
import { Calls } from '../../../adapters/discord/calls.ts'
import { DiscordPoster } from '../../../adapters/discord/poster.ts'
import { type Timing, TIMING } from '../../../adapters/discord/timing.ts'
import { Web } from '../../../adapters/discord/web.ts'
import { StoredInbox } from '../../../src/store/inbox.ts'
import { StoredLedger } from '../../../src/store/ledger.ts'
import { StoredMemory } from '../../../src/store/memory.ts'
import { SqliteEngine } from '../../../src/store/sqlite/engine.ts'
import { DiscordDouble } from '../discord-double.ts'
import { keptLog } from '../slack/harness.ts'

/** As in earnest, a hundred times as fast; calls have time on a busy machine. */
export const QUICK: Partial<Timing> = {
  backoff: 5,
  longestBackoff: 200,
  timeout: 2000,
  settle: 10,
  identify: 5,
  longestRestart: 300,
  grace: 5000,
}

/** What the adapter speaks to Discord by, with nothing that listens. */
export function posterOf({ double, database }: Bench): DiscordPoster {
  const clock = () => new Date()
  const sql = new SqliteEngine(database)
  const { log } = keptLog()
  const { signal } = new AbortController()
  const timing = { ...TIMING, ...QUICK }
  const web = new Web({
    token: double.token,
    apiUrl: double.apiUrl,
    timeout: 2000,
    debug: () => {},
  })
  return new DiscordPoster({
    calls: new Calls({ web, timing, log, signal }),
    apiUrl: double.apiUrl,
    self: { userId: double.guilds.bot.id, applicationId: double.guilds.application },
    ledger: new StoredLedger(sql, clock),
    memory: new StoredMemory(sql, clock),
    timing,
    log,
    signal,
  })
}

export interface Bench {
  readonly double: DiscordDouble
  readonly lines: string[]
  readonly database: DatabaseSync
  /** An adapter on the same store, as after a restart. */
  adapter(over?: Partial<DiscordOptions>): Discord
  /** @throws Error when a limit of Discord's was broken */
  close(): Promise<void>
}

export async function openBench(path = ':memory:'): Promise<Bench> {
  const double = await DiscordDouble.open()
  const { log, lines } = keptLog()
  const { database } = openDatabase(path, STORE_TABLES)
  const sql = new SqliteEngine(database)
  const adapters: Discord[] = []
  const clock = () => new Date()
  return {
    double,
    lines,
    database,
    adapter: (over = {}) => {
      const { token, apiUrl } = double
      const adapter = new Discord({
        token,
        apiUrl,
        // A run of its own, as every start of the program is.
        ledger: new StoredLedger(sql, clock),
        memory: new StoredMemory(sql, clock),
        inbox: new StoredInbox(sql, clock),
        log,
        timing: QUICK,
        ...over,
      })
      adapters.push(adapter)
      return adapter
    },
    close: async () => {
      await Promise.all(adapters.map((adapter) => adapter.stop()))
      await double.close()
      database.close()
      const [violation] = double.violations
      if (violation !== undefined) throw new Error(`over a limit of Discord’s: ${violation}`)
    },
  }
}
