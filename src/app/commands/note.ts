/** What was done at the machine, in the log of admin actions. */
import { byHand } from '../../audit.ts'
import type { Config } from '../config.ts'
import type { Logger } from '../../log.ts'
import { openStore } from '../../store/open.ts'
import type { Store } from '../../store/store.ts'

/** A lost line of the log must not cost the command. */
export async function note(
  config: Config,
  log: Logger,
  action: string,
  before?: string,
  after?: string,
): Promise<void> {
  let store: Store | undefined
  try {
    store = await openStore(config, log)
    await store.audit.add({
      ...byHand(),
      action,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    })
  } catch (error) {
    log.error({ err: error }, 'the log of admin actions could not be written')
  } finally {
    await store?.close()
  }
}
