/**
 * The log: JSON lines on standard error, so that standard output holds replies only. Questions and
 * document text are logged at debug level or below, never above.
 */
import { destination, type LevelWithSilent, pino } from 'pino'

export type { Logger } from 'pino'

/** Written at once: a line must not be lost when the process ends right after it. */
export const createLog = (level: LevelWithSilent) =>
  pino({ name: 'verbatim', level }, destination({ dest: 2, sync: true }))
