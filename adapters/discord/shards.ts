/**
 * What the library's connections to the gateway are left to do, and what they are kept from: giving a
 * session up because the network is down for a moment, coming back after they were ended, and taking
 * the process down because a delivery is malformed.
 */
import { type ClientOptions, type SessionInfo, SimpleShardingStrategy } from 'discord.js'
import * as z from 'zod'
import type { Logger } from '../../src/log.ts'
import { backoff, pause } from '../../src/delivery/timing.ts'
import type { Timing } from './timing.ts'

export interface ShardsOptions {
  readonly timing: Timing
  readonly log: Logger
  /** Given when nothing may connect any more. */
  readonly signal: AbortSignal
}

type Ws = NonNullable<ClientOptions['ws']>
type Manager = Parameters<NonNullable<Ws['buildStrategy']>>[0]

/** A connection that ended without a word: the session may go on. */
const CUT = 1006

export function shardOptions({ timing, log, signal }: ShardsOptions): Ws {
  return {
    buildStrategy: (manager) => {
      const { connect } = timing
      Object.assign(manager.options, {
        helloTimeout: connect / 4,
        handshakeTimeout: connect / 4,
        readyTimeout: connect / 2,
      })
      watch(manager, keepSessions(manager, timing, signal), log)
      return new SimpleShardingStrategy(manager)
    },
    buildIdentifyThrottler: async (manager) => {
      const { session_start_limit: limit } = await manager.fetchGatewayInformation()
      return identifyThrottler(limit.max_concurrency, timing.identify)
    },
  }
}

/** @returns what must be told of every event */
function keepSessions(
  manager: Manager,
  timing: Timing,
  signal: AbortSignal,
): (event: unknown, data: unknown) => void {
  const { options } = manager
  const retrieve = options.retrieveSessionInfo.bind(options)
  const update = options.updateSessionInfo.bind(options)
  /** Shards that Discord has greeted since they connected. */
  const greeted = new Set<number>()
  const cut = new Set<number>()
  options.updateSessionInfo = (shardId: number, session: SessionInfo | null) => {
    // Nothing was said about the session: whoever gives it up loses what was not delivered yet.
    if (session === null && (cut.has(shardId) || !greeted.has(shardId))) return undefined
    return update(shardId, session)
  }
  /** Attempts to connect since Discord has greeted last. */
  const attempts = new Map<number, number>()
  options.retrieveSessionInfo = async (shardId: number) => {
    if (!greeted.has(shardId)) {
      // It is about to connect, which the library would try twice a second for as long as it takes.
      const failures = attempts.get(shardId) ?? 0
      attempts.set(shardId, failures + 1)
      if (failures > 0) await pause(backoff(timing, failures), signal)
    }
    return signal.aborted ? new Promise(() => {}) : retrieve(shardId)
  }
  return (event, data) => {
    const { shardId, code } = Event.catch({ shardId: -1 }).parse(data)
    if (event === 'hello') {
      greeted.add(shardId)
      attempts.delete(shardId)
    }
    if (event !== 'closed') return
    if (code === CUT) cut.add(shardId)
    // What the library does about it it does at once.
    setImmediate(() => {
      greeted.delete(shardId)
      cut.delete(shardId)
    })
  }
}

const Event = z.object({ shardId: z.int(), code: z.int().optional() })

/** The library's handlers run where nobody catches. */
function watch(manager: Manager, tell: (event: unknown, data: unknown) => void, log: Logger): void {
  const emit = manager.emit.bind(manager)
  Object.assign(manager, {
    emit: (...args: Parameters<typeof emit>): boolean => {
      const [event, data]: readonly unknown[] = args
      try {
        tell(event, data)
        return emit(...args)
      } catch (error) {
        log.error({ err: error, event }, 'what Discord delivered cannot be read')
        return true
      }
    },
  })
}

/** So many sessions may begin at once, and as many again after a while. */
function identifyThrottler(atOnce: number, interval: number) {
  const tails = new Map<number, Promise<void>>()
  return {
    waitForIdentify: async (shardId: number, signal: AbortSignal): Promise<void> => {
      const lane = shardId % Math.max(1, atOnce)
      const before = tails.get(lane) ?? Promise.resolve()
      const turn = Promise.withResolvers<void>()
      tails.set(lane, turn.promise)
      await before
      // Whoever has left in the meantime takes up no time.
      setTimeout(turn.resolve, signal.aborted ? 0 : interval).unref()
      signal.throwIfAborted()
    },
  }
}
