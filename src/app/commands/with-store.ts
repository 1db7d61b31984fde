/** Opens the store alone, for what needs no documents. */
import type { CommonOptions } from '../program/actions.ts'
import { type Config, loadConfig } from '../config.ts'
import type { ExitCode } from '../exit.ts'
import { createLog } from '../../log.ts'
import { openStore } from '../../store/open.ts'
import type { Store } from '../../store/store.ts'

export async function withStore(
  options: CommonOptions,
  use: (store: Store, config: Config) => Promise<ExitCode>,
): Promise<ExitCode> {
  const config = loadConfig(options)
  const store = await openStore(config, createLog(config.logLevel))
  try {
    return await use(store, config)
  } finally {
    await store.close()
  }
}
