/**
 * Socket Mode over two connections at once, so that nothing is lost while one is renewed. A connection
 * that Slack wants back is replaced first and closed then.
 */
import { performance } from 'node:perf_hooks'
import { VerbatimError } from '../../src/errors.ts'
import type { Logger } from '../../src/log.ts'
import { Socket, type SocketOptions } from './socket.ts'
import { backoff, pause } from '../../src/delivery/timing.ts'
import { type Timing } from './timing.ts'
import { fixOf, outcomeOf } from './web.ts'

export interface ConnectionsOptions extends Omit<SocketOptions, 'timeout'> {
  readonly timing: Timing
  readonly log: Logger
}

const CONNECTIONS = 2
/** A connection that ends sooner counts as failed: what ends at once again must not be hurried. */
const STABLE = 2000

export class Connections {
  readonly #options: ConnectionsOptions
  readonly #stopping = new AbortController()
  readonly #open = new Set<Socket>()
  readonly #first = Promise.withResolvers<void>()
  #lanes: readonly Promise<void>[] = []

  constructor(options: ConnectionsOptions) {
    this.#options = options
    // Whoever does not wait for it any more must not be woken by it.
    this.#first.promise.catch(() => {})
  }

  /**
   * Resolves once one is connected; from then on it keeps connecting, whatever happens, until closed.
   * @throws VerbatimError 'config' when Slack refuses the token before that
   */
  async open(): Promise<void> {
    this.#lanes = Array.from({ length: CONNECTIONS }, (_, lane) => this.#keep(lane))
    try {
      await Promise.race([this.#first.promise, ...this.#lanes])
    } catch (error) {
      await this.close()
      throw error
    }
  }

  async close(): Promise<void> {
    this.#stopping.abort()
    await Promise.all([...this.#open].map((socket) => socket.close()))
    await Promise.all(this.#lanes)
    await Promise.all([...this.#open].map((socket) => socket.close()))
  }

  async #keep(lane: number): Promise<void> {
    const { log, timing } = this.#options
    const { signal } = this.#stopping
    let failures = 0
    let before: Socket | undefined
    while (!signal.aborted) {
      const socket = this.#socket()
      const since = performance.now()
      let wait: number | undefined
      try {
        await socket.open(signal)
        this.#first.resolve()
        log.info({ lane }, 'connected to Slack')
        this.#leave(before)
        before = socket
        const why = await Promise.race([socket.leaving, aborted(signal)])
        if (signal.aborted) break
        log.info({ lane, why }, 'the connection to Slack is renewed')
        failures = performance.now() - since < STABLE ? failures + 1 : 0
      } catch (error) {
        this.#open.delete(socket)
        if (signal.aborted) break
        failures++
        wait = this.#report(lane, failures, error)
      }
      // The first renewal is at once.
      if (failures > 1 || wait !== undefined)
        await pause(Math.max(wait ?? 0, backoff(timing, failures)), signal)
    }
    this.#leave(before)
  }

  #socket(): Socket {
    const { timing, ...options } = this.#options
    const socket = new Socket({ ...options, timeout: timing.timeout })
    this.#open.add(socket)
    return socket
  }

  #leave(socket: Socket | undefined): void {
    if (socket === undefined) return
    socket.close().then(
      () => this.#open.delete(socket),
      () => this.#open.delete(socket),
    )
  }

  /** @returns how long Slack wants to be left alone */
  #report(lane: number, failures: number, error: unknown): number {
    const { log } = this.#options
    const outcome = outcomeOf(error)
    if (outcome.kind === 'unauthorized' || outcome.kind === 'refused') {
      const fix = `SLACK_APP_TOKEN: Slack says ${outcome.error}; ${fixOf(outcome.error)}.`
      this.#first.reject(new VerbatimError('config', fix))
      log.error(
        { lane, failures, error: outcome.error, fix: fixOf(outcome.error) },
        'Slack refuses to connect; trying again',
      )
    } else log.warn({ lane, failures, err: error }, 'no connection to Slack; trying again')
    return outcome.kind === 'limited' ? outcome.wait : 0
  }
}

const aborted = (signal: AbortSignal): Promise<string> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve('stopped')
    signal.addEventListener('abort', () => resolve('stopped'), { once: true })
  })
