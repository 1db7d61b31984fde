/**
 * One of several bots on one store in PostgreSQL, to be killed: it answers in Slack and posts what is due.
 * `node shared-child.ts`, all it needs in the environment.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { Slack } from '../../../adapters/slack/adapter.ts'
import { Bot } from '../../../src/bot.ts'
import { Runner } from '../../../src/schedule/runner.ts'
import { postgresStore } from '../../../src/store/postgres/store.ts'
import { corpusOf, libraryOf } from '../library.ts'
import { answer, quote } from '../replies.ts'

const { API: apiUrl = '', BOT: botToken = '', APP: appToken = '', STORE = '' } = process.env
const log = pino({ level: 'silent' })
// Somebody dead is missed soon.
const store = await postgresStore(STORE, { log, lease: { lasts: 2000, renewed: 400 } })
const { ledger, memory, inbox } = store
const timing = { interval: 5, timeout: 2000, settle: 50, backoff: 5, longestBackoff: 200 }
const kept = { ledger, memory, inbox, log }
const tokens = { botToken, appToken, apiUrl, mode: 'socket' as const }
const adapter = new Slack({ ...kept, ...tokens, timing: { ...timing, resume: 500 } })
const bot = new Bot({
  library: libraryOf(corpusOf({ 'wells.md': '# Wells\n\nSeven wells were dug in Oss in May.\n' })),
  channels: {},
  aliases: {},
  caution: 'normal',
  rememberHours: 1,
  log,
  store,
})
const { digests } = bot
await adapter.start(async ({ text }) => {
  await sleep(Math.random() * 50)
  return answer(quote(`Seven wells were dug, as for ${text}`))
})
const adapters = [adapter]
const runner = new Runner({ adapters, digests, store, log, catchUp: 3_600_000, lookEvery: 300 })
runner.start()
process.stdout.write('started\n')
process.once('SIGTERM', () => {
  void Promise.all([runner.stop(), adapter.stop()])
    .then(() => store.close())
    .finally(() => process.exit(0))
})
