/** Why a session with the gateway has ended, and what to do about it. */
import { outcomeOf } from './web.ts'

/** Why a session cannot go on. */
export interface Ending {
  readonly what: string
  readonly fix: string
  /** It will be the same the next time, until somebody fixes it. */
  readonly refused: boolean
  /** Milliseconds that Discord wants to be left alone. */
  readonly wait: number
}

const ending = (what: string, fix: string, refused = false, wait = 0): Ending => ({
  what,
  fix,
  refused,
  wait,
})
const TOKEN = ending(
  'it refuses the token',
  'DISCORD_TOKEN: reset the token on the application’s Bot page, set it, then restart',
  true,
)
const INTENTS = ending(
  'it refuses the intents',
  'the bot asks for none that is privileged: look at the application’s Bot page, and whether it was disabled',
  true,
)
export const UNKNOWN = ending('the session has ended', 'nothing needs to be done')
export const LATE = ending('it did not answer in time', 'look whether this machine reaches Discord')

export function endingOf(code: number): Ending {
  if (code === 4004) return TOKEN
  if (code === 4013 || code === 4014) return INTENTS
  const sharding = code === 4010 || code === 4011
  return sharding ? ending('it wants other shards', 'they are asked for anew') : UNKNOWN
}

export function failureOf(error: unknown): Ending {
  if (error instanceof Error && 'code' in error && error.code === 'TokenInvalid') return TOKEN
  const outcome = outcomeOf(error)
  if (outcome.kind === 'unauthorized') return TOKEN
  if (outcome.kind === 'limited')
    return ending(outcome.why, 'it is waited for', false, outcome.wait)
  const why = outcome.kind === 'ok' ? '' : outcome.why
  return ending(why, 'look whether this machine reaches Discord')
}
