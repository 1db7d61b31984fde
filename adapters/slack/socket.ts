/** One connection of Socket Mode, from its hello to its end. */
import { SocketModeClient } from '@slack/socket-mode'
import * as z from 'zod'
import type { Logger as SlackLogger } from '@slack/bolt'
import type { Body } from './seams.ts'
import { pause } from '../../src/delivery/timing.ts'
import { webClientOptions } from './web.ts'

export interface SocketOptions {
  readonly appToken: string
  readonly apiUrl?: string | undefined
  /** Milliseconds for a call, and for the hello. */
  readonly timeout: number
  readonly logger: SlackLogger
  readonly onEnvelope: (envelope: Envelope, ack: (payload?: Body) => void) => void
}

/** What Slack delivers over a socket. */
interface Envelope {
  readonly id: string
  readonly payload: Body
  readonly retry?: number
}

const Frame = z.object({
  type: z.string(),
  reason: z.string().optional(),
  envelope_id: z.string().optional(),
  payload: z.unknown().optional(),
  retry_attempt: z.number().optional(),
})
const Payload = z.record(z.string(), z.unknown())

/**
 * The library's own reading of envelopes throws where an event has no type, and its reconnecting waits
 * for seconds and ends the process on `invalid_auth`: both are done here instead.
 */
export class Socket extends SocketModeClient {
  readonly #options: SocketOptions
  readonly #leaving = Promise.withResolvers<string>()
  #closed = false

  constructor(options: SocketOptions) {
    const { appToken, apiUrl, timeout, logger } = options
    super({
      appToken,
      logger,
      autoReconnectEnabled: false,
      clientOptions: webClientOptions({ apiUrl, timeout, logger }),
    })
    this.#options = options
    this.on('disconnected', () => this.#leaving.resolve('closed'))
  }

  /** Resolves with why, once Slack asks to leave or the connection ends; it may still deliver then. */
  get leaving(): Promise<string> {
    return this.#leaving.promise
  }

  /** Resolves after the hello. @throws what the library throws, or Error when none comes */
  async open(signal: AbortSignal): Promise<void> {
    const starting = this.start()
    starting.catch(() => {})
    const late = pause(this.#options.timeout, signal).then(() => {
      throw new Error(signal.aborted ? 'stopped' : 'no hello from Slack in time')
    })
    try {
      await Promise.race([starting, late])
    } catch (error) {
      // It may yet connect, and would deliver to nobody.
      starting.then(
        () => this.close(),
        () => {},
      )
      await this.close()
      throw error ?? new Error('the connection ended before its hello')
    } finally {
      late.catch(() => {})
    }
  }

  /** Safe to call twice. */
  async close(): Promise<void> {
    if (this.#closed && this.websocket === undefined) return
    this.#closed = true
    const closing = this.disconnect()
    await Promise.race([closing, pause(1000)])
    // A peer that does not answer the closing is left the second time.
    if (this.websocket?.isActive() === true || this.websocket?.readyState === 2)
      await Promise.race([this.disconnect(), pause(1000)])
  }

  protected override async onWebSocketMessage(
    data: string | ArrayBuffer,
    isBinary: boolean,
  ): Promise<void> {
    const { logger, onEnvelope } = this.#options
    const frame = isBinary ? undefined : frameOf(data)
    if (frame === undefined) {
      logger.warn('Slack sent a frame that cannot be read')
      return
    }
    if (frame.type === 'hello') {
      await super.onWebSocketMessage(data, isBinary)
      return
    }
    if (frame.type === 'disconnect') {
      this.#leaving.resolve(frame.reason ?? 'disconnect')
      return
    }
    const { envelope_id: id, retry_attempt: retry } = frame
    if (id === undefined) {
      logger.warn(`Slack sent a frame of type ${frame.type} that needs no answer`)
      return
    }
    const ack = (payload: Body = {}): void =>
      this.#send(JSON.stringify({ envelope_id: id, payload }))
    const payload = Payload.safeParse(frame.payload)
    if (!payload.success) {
      // Unanswered it would come again, and again be nothing.
      logger.warn('Slack sent an envelope without a payload')
      ack()
      return
    }
    onEnvelope({ id, payload: payload.data, ...(retry !== undefined && { retry }) }, ack)
  }

  /** Where the connection is gone, Slack delivers again over another. */
  #send(text: string): void {
    this.websocket?.send(text, (error) => {
      if (error !== undefined) this.#options.logger.debug('an acknowledgement was not sent', error)
    })
  }
}

function frameOf(data: string | ArrayBuffer): z.infer<typeof Frame> | undefined {
  try {
    const text = typeof data === 'string' ? data : new TextDecoder().decode(data)
    return Frame.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
