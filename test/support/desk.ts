/** The desk over made-up documents, on a port of its own. */
import { Web, type WebOptions } from '../../adapters/web/adapter.ts'
import type { Adapter, Answerer } from '../../src/adapter.ts'
import { Bot, type BotOptions } from '../../src/bot.ts'
import { createLog } from '../../src/log.ts'
import type { Health } from '../../src/monitor.ts'
import { sqliteStore } from '../../src/store/sqlite/store.ts'
import type { Store } from '../../src/store/store.ts'
import { corpusOf, libraryOf } from './library.ts'

export interface OpenDesk {
  readonly adapter: Adapter
  readonly address: string
  readonly bot: Bot
  readonly store: Store
  readonly get: (path: string, init?: RequestInit) => Promise<Response>
}

/** @param files name → text */
export async function openDesk(
  files: Readonly<Record<string, string>>,
  options: Partial<BotOptions> = {},
  web: Partial<WebOptions> = {},
): Promise<OpenDesk> {
  const store = sqliteStore(':memory:')
  const bot = new Bot({
    library: libraryOf(corpusOf(files)),
    channels: {},
    aliases: {},
    caution: 'normal',
    log: createLog('silent'),
    store,
    rememberHours: 1,
    ...options,
  })
  const { adapter, address } = await served((message) => bot.answer(message), store, web)
  return { adapter, address, bot, store, get: getterOf(address) }
}

export async function served(
  answer: Answerer,
  store: Store,
  web: Partial<WebOptions> = {},
): Promise<{ adapter: Adapter; address: string }> {
  const adapter = new Web({ ...webOptions(store), ...web })
  await adapter.start(answer)
  return { adapter, address: adapter.address ?? '' }
}

/** Of a desk that is tried by itself. */
export const HEALTH: Health = {
  isReady: () => Promise.resolve(true),
  metrics: () => Promise.resolve(''),
  contentType: 'text/plain',
}

export const webOptions = ({
  memory,
  ledger,
  tokens,
  links,
}: Pick<Store, 'memory' | 'ledger' | 'tokens' | 'links'>): WebOptions => ({
  host: '127.0.0.1',
  port: 0,
  memory,
  ledger,
  tokens,
  links,
  publicUrl: undefined,
  health: HEALTH,
  log: createLog('silent'),
  tell: () => {},
})

export const getterOf =
  (address: string) =>
  (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${address}${path}`, { redirect: 'manual', ...init })
