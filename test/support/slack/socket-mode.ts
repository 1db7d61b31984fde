/** Slack's side of Socket Mode: envelopes over open connections, again until acknowledged. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import type { Body } from './bodies.ts'
import { isJson } from './limits.ts'

export interface Ack {
  readonly envelope: string
  readonly payload: unknown
  /** Milliseconds since it was sent. */
  readonly after: number
}

interface Envelope {
  readonly id: string
  readonly type: string
  readonly body: Body
  attempt: number
  sent: number
  socket?: WebSocket
  timer?: NodeJS.Timeout
  readonly acked: (ack: Ack) => void
}

export class SocketMode {
  readonly acks: Ack[] = []
  /** Envelopes that nobody acknowledged, however often they were sent. */
  readonly lost: string[] = []
  /** Milliseconds without an acknowledgement after which it is sent again. */
  patience = 3000
  /** Further deliveries of what is not acknowledged. */
  retries = 3
  /** How many of the next deliveries get lost on the way. */
  losing = 0
  /** Whether a connection is greeted. */
  greets = true
  readonly #server = new WebSocketServer({ noServer: true })
  readonly #sockets = new Set<WebSocket>()
  readonly #open = new Map<string, Envelope>()
  readonly #waiting: Envelope[] = []
  #count = 0
  #turn = 0

  get connections(): number {
    return this.#sockets.size
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#greet(connection))
  }

  /** Resolves with the acknowledgement; when there is none in the end, with one after for ever. */
  deliver(type: string, body: Body): Promise<Ack> {
    return new Promise((resolve) => {
      const id = `envelope-${++this.#count}`
      this.#send({ id, type, body, attempt: 0, sent: 0, acked: resolve })
    })
  }

  /** As it stands, without an envelope around it. */
  raw(text: string): void {
    for (const socket of this.#sockets) socket.send(text)
  }

  /** Asks a connection to be renewed, and ends it a little later, as Slack does. */
  refresh(reason = 'refresh_requested', every = false): void {
    const [first, ...others] = this.#sockets
    for (const socket of every ? [first, ...others] : [first]) {
      if (socket === undefined) continue
      // Nothing more goes over it.
      this.#sockets.delete(socket)
      socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'loopback' } }))
      setTimeout(() => socket.close(), 1000).unref()
    }
  }

  /** Ends connections without a word. */
  cut(): void {
    for (const socket of this.#sockets) socket.terminate()
  }

  close(): void {
    for (const { timer } of this.#open.values()) clearTimeout(timer)
    for (const socket of this.#server.clients) socket.terminate()
    this.#server.close()
  }

  #greet(connection: WebSocket): void {
    connection.on('message', (data) => this.#acknowledged(data))
    connection.on('close', () => {
      this.#sockets.delete(connection)
      // What went down with it goes out again.
      for (const envelope of this.#open.values())
        if (envelope.socket === connection) this.#again(envelope)
    })
    connection.on('error', () => connection.terminate())
    if (!this.greets) return
    this.#sockets.add(connection)
    const hello = {
      type: 'hello',
      num_connections: this.#sockets.size,
      debug_info: { host: 'loopback', approximate_connection_time: 18_060 },
      connection_info: { app_id: 'A0APP' },
    }
    connection.send(JSON.stringify(hello))
    for (const envelope of this.#waiting.splice(0)) this.#send(envelope)
  }

  #send(envelope: Envelope): void {
    const sockets = [...this.#sockets]
    const socket = sockets[this.#turn++ % Math.max(1, sockets.length)]
    if (socket === undefined) {
      this.#waiting.push(envelope)
      return
    }
    const { id, type, body, attempt } = envelope
    envelope.socket = socket
    envelope.sent = performance.now()
    envelope.timer = setTimeout(() => this.#again(envelope), this.patience)
    this.#open.set(id, envelope)
    if (this.losing > 0) {
      this.losing--
      return
    }
    const retry = attempt > 0 && { retry_attempt: attempt, retry_reason: 'timeout' }
    const accepts = type !== 'events_api'
    const frame = {
      envelope_id: id,
      type,
      accepts_response_payload: accepts,
      payload: body,
      ...retry,
    }
    socket.send(JSON.stringify(frame))
  }

  #again(envelope: Envelope): void {
    clearTimeout(envelope.timer)
    this.#open.delete(envelope.id)
    envelope.attempt++
    if (envelope.attempt <= this.retries) return this.#send(envelope)
    this.lost.push(envelope.id)
    envelope.acked({ envelope: envelope.id, payload: undefined, after: Infinity })
  }

  #acknowledged(data: RawData): void {
    const message: unknown = JSON.parse(Buffer.isBuffer(data) ? data.toString('utf8') : '{}')
    if (!isJson(message)) return
    const envelope = this.#open.get(String(message['envelope_id']))
    if (envelope === undefined) return
    clearTimeout(envelope.timer)
    this.#open.delete(envelope.id)
    const after = performance.now() - envelope.sent
    const ack = { envelope: envelope.id, payload: message['payload'], after }
    this.acks.push(ack)
    envelope.acked(ack)
  }
}
