/** Runs adapters side by side: what goes wrong with one stops no other. */
import type { Adapter, Answerer } from '../adapter.ts'
import { VerbatimError } from '../errors.ts'
import { failureOf } from './exit.ts'
import type { Logger } from '../log.ts'

export interface ServeOptions {
  readonly answer: Answerer
  readonly log: Logger
  /** For the person at the machine. */
  readonly tell: (line: string) => void
  /** Whether there is nothing else: then one must run. */
  readonly alone: boolean
}

/**
 * Starts each. Those that cannot start are told and left out.
 * @returns those that run
 * @throws VerbatimError 'config' when one must run and none can start
 */
export async function startAll(
  adapters: readonly Adapter[],
  { answer, log, tell, alone }: ServeOptions,
): Promise<Adapter[]> {
  const failures: string[] = []
  const started = await Promise.all(
    adapters.map(async (adapter) => {
      try {
        await adapter.start(answer)
        log.info({ platform: adapter.name }, 'connected')
        tell(`${adapter.name}: connected`)
        return adapter
      } catch (error) {
        // What a person can fix is told below.
        const level = error instanceof VerbatimError ? 'info' : 'error'
        log[level]({ err: error, platform: adapter.name }, 'could not connect')
        failures.push(`${adapter.name}: ${failureOf(error).message}`)
        await adapter.stop()
        return undefined
      }
    }),
  )
  const running = started.filter((adapter) => adapter !== undefined)
  if (alone && failures.length > 0 && running.length === 0)
    throw new VerbatimError('config', failures.join('\n'))
  for (const failure of failures) tell(failure)
  return running
}
