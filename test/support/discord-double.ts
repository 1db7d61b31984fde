/**
 * A stand-in for Discord at the wire: the gateway, the REST API, interactions and their webhooks. It
 * keeps what each channel shows, turns down what Discord turns down, and goes wrong by script.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import {
  commandData,
  guildBody,
  interactionBody,
  type InteractionOf,
  messageEvent,
  person,
  type Person,
} from './discord/bodies.ts'
import { Faults, type Mishap } from './discord/faults.ts'
import { GatewayDouble } from './discord/gateway.ts'
import { type ChannelOf, Guilds, type Stored } from './discord/guilds.ts'
import { type Asked, Interactions } from './discord/interactions.ts'
import { isJson, type Json, type SentFile } from './discord/limits.ts'
import { Refused, Rest } from './discord/rest.ts'

/** A request to the REST API. */
export interface Call {
  /** "POST /channels/:id/messages" */
  readonly route: string
  readonly path: readonly string[]
  readonly body: Json
  /** Milliseconds of the monotonic clock. */
  readonly at: number
  status: number
}

export class DiscordDouble {
  readonly guilds = new Guilds()
  readonly interactions = new Interactions()
  readonly faults = new Faults()
  readonly calls: Call[] = []
  /** Whatever broke one of Discord's limits. */
  readonly violations: string[] = []
  readonly gateway: GatewayDouble
  readonly rest: Rest
  // In parts: what looks like a token is taken for one by those who look for leaks.
  readonly token = [
    Buffer.from(this.guilds.bot.id).toString('base64url'),
    'GloopB',
    randomUUID().replaceAll('-', ''),
  ].join('.')
  /** Whether the token is good. */
  knows = true
  /** Files by their path, to be fetched. */
  readonly files = new Map<string, Buffer>()
  readonly #server: Server
  readonly #hanging = new Set<ServerResponse>()
  #port = 0

  constructor() {
    const { guilds, interactions, violations } = this
    this.rest = new Rest({
      guilds,
      interactions,
      violations,
      address: () => `ws://127.0.0.1:${this.#port}`,
    })
    this.gateway = new GatewayDouble({
      token: this.token,
      address: () => `ws://127.0.0.1:${this.#port}`,
      ready: () => ({
        user: guilds.bot,
        application: { id: guilds.application, flags: 0 },
        guilds: [{ id: guilds.guild, unavailable: true }],
      }),
      guilds: () => [guildBody(guilds)],
    })
    this.#server = createServer((request, response) => {
      this.#take(request, response).catch(() => response.destroy())
    })
    this.#server.on('upgrade', (request, socket, head) =>
      this.gateway.upgrade(request, socket, head),
    )
  }

  static async open(): Promise<DiscordDouble> {
    const double = new DiscordDouble()
    await new Promise<void>((resolve) => {
      double.#server.listen(0, '127.0.0.1', resolve)
    })
    const address = double.#server.address()
    double.#port = typeof address === 'object' && address !== null ? address.port : 0
    return double
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  get apiUrl(): string {
    return `${this.address}/api`
  }

  async close(): Promise<void> {
    this.gateway.end()
    for (const response of this.#hanging) response.destroy()
    this.#server.closeAllConnections()
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve())
    })
  }

  /** Somebody mentions the bot. */
  mention(channel: ChannelOf, text: string, who?: Person): Stored {
    return this.say(channel, `<@${this.guilds.bot.id}> ${text}`, { author: who ?? person() })
  }

  /** Somebody says something in a channel, a thread, or to the bot alone. */
  say(channel: ChannelOf, content: string, over: Partial<Stored> = {}): Stored {
    const stored = this.guilds.write({ channel_id: channel.id, author: person(), content, ...over })
    this.tell(stored)
    return stored
  }

  /** Again: delivered again. */
  tell(message: Stored): void {
    this.gateway.dispatch('MESSAGE_CREATE', messageEvent(this.guilds, message))
  }

  edit(message: Stored, content: string): void {
    Object.assign(message, { content, edited_timestamp: new Date().toISOString() })
    this.gateway.dispatch('MESSAGE_UPDATE', messageEvent(this.guilds, message))
  }

  remove(message: Stored): void {
    this.guilds.remove(message)
    const { id, channel_id } = message
    const guild = this.guilds.channels.get(channel_id)?.guild_id
    this.gateway.dispatch('MESSAGE_DELETE', { id, channel_id, guild_id: guild })
  }

  /** `double.command(channel, 'ask', { question: 'How many wells?' })` */
  command(
    channel: ChannelOf,
    name: string,
    options: Parameters<typeof commandData>[1] = {},
    over: Partial<Pick<InteractionOf, 'who' | 'permissions'>> = {},
  ): Interacted {
    return this.interact(channel, { type: 2, data: commandData(name, options), ...over })
  }

  /** As somebody types; the focused option is the one that is completed. */
  typing(
    channel: ChannelOf,
    name: string,
    options: Parameters<typeof commandData>[1],
    focused: string,
  ): Interacted {
    return this.interact(channel, { type: 4, data: commandData(name, options, focused) })
  }

  /** Somebody presses a button, or picks from a select menu, under a message. */
  press(
    under: Stored,
    customId: string,
    { values, who }: { readonly values?: readonly string[]; readonly who?: Person } = {},
  ): Interacted {
    const data =
      values === undefined
        ? { custom_id: customId, component_type: 2 }
        : { custom_id: customId, component_type: 3, values }
    const channel = this.guilds.channels.get(under.channel_id) ?? this.guilds.channel()
    return this.interact(channel, { type: 3, data, under, ...(who !== undefined && { who }) })
  }

  interact(
    channel: ChannelOf,
    given: Pick<InteractionOf, 'type' | 'data'> &
      Partial<Pick<InteractionOf, 'who' | 'permissions'>> & { readonly under?: Stored },
  ): Interacted {
    const { type, data, permissions, under, who = person() } = given
    const asked = this.interactions.add(channel.id, who.id, under)
    const body = interactionBody(this.guilds, {
      type,
      asked,
      who,
      data,
      ...(permissions !== undefined && { permissions }),
    })
    const deliver = (): void => this.gateway.dispatch('INTERACTION_CREATE', body)
    deliver()
    return { asked, deliver }
  }

  /** Keeps a file as Discord's own hosts do. @returns its address */
  file(name: string, bytes: Buffer): string {
    const path = `/attachments/${randomUUID()}/${name}`
    this.files.set(path, bytes)
    return `${this.address}${path}`
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.address)
    const file = this.files.get(url.pathname)
    if (file !== undefined) {
      response.end(file)
      return
    }
    const path = url.pathname.replace(/^\/api\/v10\//, '').split('/')
    const { body, files } = await contentOf(request)
    const route = `${request.method} /${routeOf(path)}`
    const call: Call = { route, path, body, at: performance.now(), status: 0 }
    this.calls.push(call)
    const mishap = this.faults.take(route, channelOf(path))
    if (mishap !== undefined && this.#spoil(mishap, response, call)) return
    const asking = { path, query: url.searchParams, body, files }
    if (mishap?.kind === 'late') {
      setTimeout(() => this.#answer(request, asking), mishap.after).unref()
      response.destroy()
      return
    }
    const answer = this.#answer(request, asking)
    call.status = answer.status
    if (mishap?.kind === 'lost') response.destroy()
    else if (mishap?.kind === 'garbled') response.writeHead(200).end('<html>Sorry')
    else send(response, answer)
  }

  #answer(request: IncomingMessage, asking: Omit<Parameters<Rest['run']>[0], 'method'>): Answer {
    const { path } = asking
    const open = path[0] === 'interactions' || path[0] === 'webhooks'
    const good = this.knows && request.headers.authorization === `Bot ${this.token}`
    if (!open && !good) return { status: 401, body: { message: '401: Unauthorized', code: 0 } }
    try {
      const body = this.rest.run({ method: request.method ?? 'GET', ...asking })
      return body === undefined ? { status: 204 } : { status: 200, body }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const { status, code, message } = error
      return { status, body: { message, code } }
    }
  }

  /** Whether nothing is done. */
  #spoil(mishap: Mishap, response: ServerResponse, call: Call): boolean {
    switch (mishap.kind) {
      case 'limited': {
        const { seconds, global = false } = mishap
        call.status = 429
        const headers = {
          'retry-after': String(Math.ceil(seconds)),
          'x-ratelimit-scope': global ? 'global' : 'user',
          ...(global
            ? { 'x-ratelimit-global': 'true' }
            : {
                'x-ratelimit-limit': '5',
                'x-ratelimit-remaining': '0',
                'x-ratelimit-reset-after': String(seconds),
                'x-ratelimit-bucket': 'scripted',
              }),
        }
        const body = { message: 'You are being rate limited.', retry_after: seconds, global }
        send(response, { status: 429, body, headers })
        return true
      }
      case 'status':
        call.status = mishap.status
        response.writeHead(mishap.status).end('upstream')
        return true
      case 'error':
        call.status = mishap.status
        send(response, { status: mishap.status, body: { message: 'scripted', code: mishap.code } })
        return true
      case 'cut':
        response.destroy()
        return true
      case 'hang':
        this.#hanging.add(response)
        return true
      case 'late':
      case 'lost':
      case 'garbled':
        break
    }
    return false
  }
}

/** What somebody did, and a way to deliver it again. */
export interface Interacted {
  readonly asked: Asked
  deliver(): void
}

interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const type = body === undefined ? 'text/html; charset=utf-8' : 'application/json'
  response.writeHead(status, { 'content-type': type, ...headers })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}

/** Ids by ":id", tokens by ":token". */
const routeOf = (path: readonly string[]): string =>
  path
    .map((part, at) =>
      /^\d{15,}$/.test(part)
        ? ':id'
        : at === 2 && ['interactions', 'webhooks'].includes(path[0] ?? '')
          ? ':token'
          : decodeURIComponent(part),
    )
    .join('/')

const channelOf = ([root, id]: readonly string[]): string | undefined =>
  root === 'channels' ? id : undefined

async function contentOf(request: IncomingMessage): Promise<{ body: Json; files: SentFile[] }> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  const raw = Buffer.concat(parts)
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data'))
    return { body: jsonOf(raw.toString('utf8')), files: [] }
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData()
  const files: SentFile[] = []
  let body: Json = {}
  for (const [name, value] of form) {
    if (typeof value !== 'string') files.push({ name: value.name, bytes: value.size })
    else if (name === 'payload_json') body = jsonOf(value)
  }
  return { body, files }
}

/** A list as a table by its places. */
function jsonOf(text: string): Json {
  if (text === '') return {}
  const value: unknown = JSON.parse(text)
  return isJson(value)
    ? value
    : Object.fromEntries(Object.entries(Array.isArray(value) ? value : []))
}
