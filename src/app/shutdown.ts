/** Leaving in good order: on a signal, when the reader of a pipe is gone, on an error nobody caught. */
import { constants } from 'node:os'
import { EXIT, failureOf } from './exit.ts'

/**
 * The first SIGINT or SIGTERM runs `stop` and then leaves with 130 or 143; a second one leaves at
 * once.
 */
export function stopOnSignal(stop: () => Promise<unknown>): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const code = 128 + constants.signals[signal]
    const leave = () => process.exit(code)
    process.on(signal, () => {
      if (stopping) leave()
      stopping = true
      stop().then(leave, leave)
    })
  }
}

/** `verbatim … | head`: nobody reads on, and that is no failure. */
export function leaveWhenUnread(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit()
    throw error
  })
  // Nobody hears a complaint about the stream of complaints.
  process.stderr.on('error', () => {})
}

/** One line instead of a stack. */
export function reportUncaught(): void {
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${failureOf(error).message}\n`)
    process.exit(EXIT.failure)
  })
}
