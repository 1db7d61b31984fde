/** The adapter beside a stand-in for Slack, quick to wait and with a log that is kept. */
import { openDatabase } from '../../../index/sqlite/open.ts'
import { STORE_TABLES } from '../../../src/store/sqlite/tables.ts'
import type { DatabaseSync } from 'node:sqlite'
import { type Logger, pino } from 'pino'
import { Slack, type SlackOptions } from '../../../adapters/slack/adapter.ts'
import type { Timing } from '../../../adapters/slack/timing.ts'
import { StoredInbox } from '../../../src/store/inbox.ts'
import { StoredLedger } from '../../../src/store/ledger.ts'
import { StoredMemory } from '../../../src/store/memory.ts'
import { SqliteEngine } from '../../../src/store/sqlite/engine.ts'
import { SlackDouble } from '../slack-double.ts'

/** As in earnest, a hundred times as fast; calls have time on a busy machine. */
export const QUICK: Partial<Timing> = {
  interval: 5,
  timeout: 2000,
  settle: 10,
  backoff: 5,
  longestBackoff: 200,
  grace: 5000,
}

export interface Kept {
  readonly log: Logger
  readonly lines: string[]
}

/** A log at debug level whose lines can be read. */
export function keptLog(level = 'debug'): Kept {
  const lines: string[] = []
  const log = pino({ level }, { write: (line: string) => void lines.push(line) })
  return { log, lines }
}

export interface Bench {
  readonly double: SlackDouble
  readonly lines: string[]
  readonly database: DatabaseSync
  /** An adapter on the same store, as after a restart. */
  adapter(over?: Partial<SlackOptions>): Slack
  /** @throws Error when a limit of Slack's was broken */
  close(): Promise<void>
}

export async function openBench(path = ':memory:'): Promise<Bench> {
  const double = await SlackDouble.open()
  const { log, lines } = keptLog()
  const { database } = openDatabase(path, STORE_TABLES)
  const sql = new SqliteEngine(database)
  const adapters: Slack[] = []
  const clock = () => new Date()
  return {
    double,
    lines,
    database,
    adapter: (over = {}) => {
      const { botToken, appToken, signingSecret, apiUrl } = double
      const adapter = new Slack({
        botToken,
        appToken,
        signingSecret,
        mode: 'socket',
        host: '127.0.0.1',
        port: 0,
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
      if (double.violations.length > 0) throw new Error(double.violations.join('\n'))
    },
  }
}
