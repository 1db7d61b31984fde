/** The adapter in a process of its own, to be killed: `node child.ts`, all it needs in the environment. */
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { Slack } from '../../../adapters/slack/adapter.ts'
import { sqliteStore } from '../../../src/store/sqlite/store.ts'
import { answer, quote } from '../replies.ts'

const { API = '', BOT = '', APP = '', STORE = '' } = process.env
const { ledger, memory, inbox } = sqliteStore(STORE)
const timing = { interval: 5, timeout: 2000, settle: 50, backoff: 5, longestBackoff: 200 }
const options = { botToken: BOT, appToken: APP, mode: 'socket' as const, apiUrl: API }
const adapter = new Slack({
  ...options,
  ledger,
  memory,
  inbox,
  log: pino({ level: 'silent' }),
  timing,
})
await adapter.start(async ({ text }) => {
  await sleep(Math.random() * 20)
  return answer(quote(`Seven wells were dug, as for ${text}`))
})
process.stdout.write('started\n')
