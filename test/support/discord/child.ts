/** The adapter in a process of its own, to be killed: `node child.ts`, all it needs in the environment. */
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { Discord } from '../../../adapters/discord/adapter.ts'
import { sqliteStore } from '../../../src/store/sqlite/store.ts'
import { answer, quote } from '../replies.ts'

const { API: apiUrl = '', TOKEN: token = '', STORE = '' } = process.env
const { ledger, memory, inbox } = sqliteStore(STORE)
const timing = { backoff: 5, longestBackoff: 200, timeout: 2000, settle: 50, identify: 5 }
const log = pino({ level: 'silent' })
const adapter = new Discord({ token, apiUrl, ledger, memory, inbox, log, timing })
await adapter.start(async ({ text }) => {
  await sleep(Math.random() * 20)
  return answer(quote(`Seven wells were dug, as for ${text}`))
})
process.stdout.write('started\n')
