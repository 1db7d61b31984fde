/** Discord's side of the gateway: sessions that outlive their connections, and what ends either. */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { isJson, type Json } from './limits.ts'

interface Event {
  readonly op: 0
  readonly t: string
  readonly s: number
  readonly d: unknown
}

interface Session {
  readonly id: string
  readonly events: Event[]
  /** Unset while nobody is connected. */
  socket?: WebSocket | undefined
}

export interface GatewayOptions {
  readonly token: string
  /** What READY says, less what is of the session. */
  readonly ready: () => Json
  /** What is told right after it. */
  readonly guilds: () => readonly Json[]
  readonly address: () => string
}

/** Members, presences, message content. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15)

export class GatewayDouble {
  /** Milliseconds. */
  heartbeat = 41_250
  /** Whether heartbeats are acknowledged. */
  acknowledges = true
  /** How many of the next connections are not greeted, or ended before they are. */
  silent = 0
  refusing = 0
  /** Codes that the next identifications are answered with. */
  readonly turnedAway: number[] = []
  /** Events that a resumption delivers once more, though the client has heard of them. */
  rewind = 0
  identifies = 0
  resumes = 0
  /** What the client has ended a connection with. */
  readonly closed: number[] = []
  readonly #options: GatewayOptions
  readonly #server = new WebSocketServer({ noServer: true })
  readonly #sessions = new Map<string, Session>()

  constructor(options: GatewayOptions) {
    this.#options = options
  }

  /** Sessions that somebody is connected to. */
  get connected(): number {
    return [...this.#sessions.values()].filter(({ socket }) => socket !== undefined).length
  }

  /** Sessions that go on or may be resumed. */
  get sessions(): number {
    return this.#sessions.size
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.refusing > 0) {
      this.refusing--
      socket.destroy()
      return
    }
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#greet(connection))
  }

  /** Tells every session; those that are not connected when they are again. */
  dispatch(type: string, data: unknown): void {
    for (const session of this.#sessions.values()) this.#tell(session, type, data)
  }

  /** Ends connections without a word. */
  cut(): void {
    for (const { socket } of this.#sessions.values()) socket?.terminate()
  }

  /** Ends connections with a code; after some of them the session is over, too. */
  close(code: number): void {
    for (const session of this.#sessions.values()) session.socket?.close(code)
    if (!RESUMABLE(code)) this.#sessions.clear()
  }

  /** Asks to connect again. */
  reconnect(): void {
    this.raw(JSON.stringify({ op: 7, d: null }))
  }

  /** Says that the session is over, or may be resumed at once. */
  invalidate(resumable: boolean): void {
    const sockets = this.#sockets()
    if (!resumable) this.#sessions.clear()
    for (const socket of sockets) socket.send(JSON.stringify({ op: 9, d: resumable }))
  }

  /** As it stands. */
  raw(text: string): void {
    for (const socket of this.#sockets()) socket.send(text)
  }

  /** All sessions are forgotten; whoever resumes must begin anew. */
  forget(): void {
    this.#sessions.clear()
  }

  /** Ends every connection, those of forgotten sessions too; unless told, takes no more either. */
  end(what?: 'connections'): void {
    for (const socket of this.#server.clients) socket.terminate()
    if (what === undefined) this.#server.close()
  }

  #sockets(): WebSocket[] {
    return [...this.#sessions.values()].flatMap(({ socket }) => socket ?? [])
  }

  #greet(socket: WebSocket): void {
    socket.on('message', (data) => this.#hear(socket, data))
    socket.on('close', (code) => {
      this.closed.push(code)
      for (const session of this.#sessions.values()) {
        if (session.socket !== socket) continue
        session.socket = undefined
        // The client says that it will not come back.
        if (code === 1000 || code === 1001) this.#sessions.delete(session.id)
      }
    })
    socket.on('error', () => socket.terminate())
    if (this.silent > 0) {
      this.silent--
      return
    }
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: this.heartbeat } }))
  }

  #hear(socket: WebSocket, data: RawData): void {
    const message: unknown = JSON.parse(Buffer.isBuffer(data) ? data.toString('utf8') : '{}')
    if (!isJson(message)) return
    const d = isJson(message['d']) ? message['d'] : {}
    if (message['op'] === 1 && this.acknowledges) socket.send(JSON.stringify({ op: 11 }))
    if (message['op'] === 2) this.#identify(socket, d)
    if (message['op'] === 6) this.#resume(socket, d)
  }

  #identify(socket: WebSocket, d: Json): void {
    this.identifies++
    const away = this.turnedAway.shift()
    if (away !== undefined) return socket.close(away)
    if (d['token'] !== this.#options.token) return socket.close(4004)
    if ((Number(d['intents']) & PRIVILEGED) !== 0) return socket.close(4014)
    const session: Session = { id: randomUUID().replaceAll('-', ''), events: [], socket }
    this.#sessions.set(session.id, session)
    this.#tell(session, 'READY', {
      v: 10,
      session_id: session.id,
      resume_gateway_url: this.#options.address(),
      ...this.#options.ready(),
    })
    for (const guild of this.#options.guilds()) this.#tell(session, 'GUILD_CREATE', guild)
    return undefined
  }

  #resume(socket: WebSocket, d: Json): void {
    this.resumes++
    const session = this.#sessions.get(String(d['session_id']))
    if (d['token'] !== this.#options.token) return socket.close(4004)
    if (session === undefined) return socket.send(JSON.stringify({ op: 9, d: false }))
    session.socket = socket
    const from = Math.max(1, Number(d['seq']) - this.rewind)
    for (const event of session.events) if (event.s > from) socket.send(JSON.stringify(event))
    this.#tell(session, 'RESUMED', {})
    return undefined
  }

  #tell(session: Session, type: string, data: unknown): void {
    const event: Event = { op: 0, t: type, s: session.events.length + 1, d: data }
    session.events.push(event)
    session.socket?.send(JSON.stringify(event))
  }
}

/** After any other a session begins anew. */
const RESUMABLE = (code: number): boolean => code >= 4000 && code <= 4002
