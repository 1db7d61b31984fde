/**
 * A stand-in for Slack at the wire: Web API, Socket Mode, signed requests, `response_url`, files. It
 * keeps what each channel shows, turns down what Slack turns down, and goes wrong by script.
 */
import { createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import {
  type Body,
  commandBody,
  deleteEvent,
  editEvent,
  mentionEvent,
  messageEvent,
  pressBody,
} from './slack/bodies.ts'
import { Faults, type Mishap } from './slack/faults.ts'
import { isJson, refusalOf } from './slack/limits.ts'
import { type Ack, SocketMode } from './slack/socket-mode.ts'
import { type Args, Refused, WebApi } from './slack/web-api.ts'
import { type Stored, Workspace } from './slack/workspace.ts'

/** A call of the Web API, or of a `response_url`. */
export interface Call {
  readonly method: string
  readonly args: Args
  /** Milliseconds of the monotonic clock. */
  readonly at: number
  /** Slack's code where it was turned down. */
  error?: string
}

interface Responding {
  readonly channel: string
  readonly user: string
  uses: number
  /** What the button stands under. */
  readonly under?: Stored
}

export class SlackDouble {
  readonly workspace = new Workspace()
  readonly sockets = new SocketMode()
  readonly faults = new Faults()
  readonly api: WebApi
  readonly calls: Call[] = []
  /** Files that people dropped, by id. */
  readonly dropped = new Map<string, string>()
  /** Whatever broke one of Slack's limits. */
  readonly violations: string[] = []
  // In parts: what looks like a token is taken for one by those who look for leaks.
  readonly botToken = ['xoxb', '17', 'loopback', randomUUID()].join('-')
  readonly appToken = ['xapp', '1', 'A0APP', randomUUID()].join('-')
  readonly signingSecret = randomUUID().replaceAll('-', '')
  readonly #server: Server
  readonly #responding = new Map<string, Responding>()
  readonly #hanging = new Set<ServerResponse>()
  #port = 0

  constructor() {
    this.api = new WebApi(this.workspace, () => this.address)
    this.#server = createServer((request, response) => {
      this.#take(request, response).catch(() => response.destroy())
    })
    this.#server.on('upgrade', (request, socket, head) =>
      this.sockets.upgrade(request, socket, head),
    )
  }

  static async open(): Promise<SlackDouble> {
    const double = new SlackDouble()
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
    return `${this.address}/api/`
  }

  async close(): Promise<void> {
    this.sockets.close()
    for (const response of this.#hanging) response.destroy()
    this.#server.closeAllConnections()
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve())
    })
  }

  /** Somebody mentions the bot; a channel tells of it by two events. */
  mention(channel: string, user: string, text: string, thread?: string): Said {
    const message = this.write(channel, user, `<@${this.workspace.bot.user_id}> ${text}`, thread)
    const events = [mentionEvent(this.workspace, message), messageEvent(this.workspace, message)]
    return this.#said(message, events)
  }

  /** Somebody says something in a channel, a thread, or (D…) to the bot alone. */
  say(channel: string, user: string, text: string, thread?: string): Said {
    const message = this.write(channel, user, text, thread)
    return this.#said(message, [messageEvent(this.workspace, message)])
  }

  /** Somebody drops a file with what they say. */
  drop(channel: string, user: string, text: string, name: string, content: string): Promise<Ack> {
    const id = `F${randomUUID().slice(0, 8)}`
    this.dropped.set(id, content)
    const message = this.write(channel, user, text)
    const url = `${this.address}/files/${id}`
    const file = { id, name, title: name, size: content.length, mode: 'hosted' }
    const files = [{ ...file, url_private: url, url_private_download: url }]
    const body = messageEvent(this.workspace, message, { subtype: 'file_share', files })
    return this.sockets.deliver('events_api', body)
  }

  edit(message: Stored, text: string): Promise<Ack> {
    const before = message.text
    message.text = text
    return this.sockets.deliver('events_api', editEvent(this.workspace, message, before))
  }

  remove(message: Stored): Promise<Ack> {
    this.workspace.remove(message)
    return this.sockets.deliver('events_api', deleteEvent(this.workspace, message))
  }

  command(channel: string, user: string, command: string, text: string): Promise<Ack> {
    const responseUrl = this.responseUrl({ channel, user, uses: 0 })
    const typed = { channel, user, command, text, responseUrl }
    return this.sockets.deliver('slash_commands', commandBody(this.workspace, typed))
  }

  /** Somebody presses a button of a message. */
  press(message: Stored, user: string, action: Body): Promise<Ack> {
    const responseUrl = this.responseUrl({
      channel: message.channel,
      user,
      uses: 0,
      under: message,
    })
    const body = pressBody(this.workspace, { user, message, action, responseUrl })
    return this.sockets.deliver('interactive', body)
  }

  /** A message that nobody is told of. */
  write(channel: string, user: string, text: string, thread?: string): Stored {
    return this.workspace.add({
      channel,
      user,
      text,
      ...(thread !== undefined && { thread_ts: thread }),
    })
  }

  responseUrl(responding: Responding): string {
    const id = randomUUID()
    this.#responding.set(id, responding)
    return `${this.address}/response/${id}`
  }

  /** Headers of a request that Slack signs. */
  signed(body: string, at: Date = new Date(), secret = this.signingSecret): Record<string, string> {
    const timestamp = String(Math.floor(at.getTime() / 1000))
    const mac = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')
    return {
      'content-type': 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${mac}`,
    }
  }

  #said(message: Stored, events: readonly Body[]): Said {
    const deliver = async (): Promise<void> => {
      await Promise.all(events.map((body) => this.sockets.deliver('events_api', body)))
    }
    return { message, events, deliver }
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.address)
    const raw = await bodyOf(request)
    const [, root = '', name = ''] = pathname.split('/')
    if (root === 'api') return this.#call(name, request, raw, response)
    if (root === 'response') return this.#respond(name, raw, response)
    if (root === 'upload') {
      const file = this.api.files.get(name)
      if (file !== undefined) file.bytes = raw.length
      response.writeHead(file === undefined ? 404 : 200).end(`OK - ${raw.length}`)
      return undefined
    }
    if (root === 'files') {
      const mine = request.headers.authorization === `Bearer ${this.botToken}`
      const dropped = mine ? this.dropped.get(name) : undefined
      // Slack shows its page to sign in to whoever may not have the file.
      if (dropped === undefined)
        response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')
      else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(dropped)
      return undefined
    }
    response.writeHead(404).end()
    return undefined
  }

  #call(method: string, request: IncomingMessage, raw: Buffer, response: ServerResponse): void {
    const args = argsOf(raw.toString('utf8'))
    const call: Call = { method, args, at: performance.now() }
    this.calls.push(call)
    const token = request.headers.authorization?.replace(/^Bearer /, '')
    const channel = typeof args['channel'] === 'string' ? args['channel'] : undefined
    const mishap = this.faults.take(method, channel)
    if (mishap !== undefined && this.#spoil(mishap, response, call)) return
    const wanted = method === 'apps.connections.open' ? this.appToken : this.botToken
    const answer =
      token === wanted ? this.#answer(method, args, call) : { ok: false, error: 'invalid_auth' }
    if (mishap?.kind === 'lost') response.destroy()
    else if (mishap?.kind === 'garbled') response.writeHead(200).end('<html>Sorry')
    else send(response, answer)
  }

  /** Whether nothing is done. */
  #spoil(mishap: Mishap, response: ServerResponse, call: Call): boolean {
    call.error = mishap.kind
    switch (mishap.kind) {
      case 'limited':
        response.writeHead(429, { 'retry-after': String(Math.ceil(mishap.seconds)) }).end()
        return true
      case 'status':
        response.writeHead(mishap.status).end('upstream')
        return true
      case 'error':
        send(response, { ok: false, error: mishap.error })
        return true
      case 'cut':
        response.destroy()
        return true
      case 'late':
        setTimeout(() => this.#answer(call.method, call.args, call), mishap.after).unref()
        response.destroy()
        return true
      case 'hang':
        this.#hanging.add(response)
        return true
      case 'lost':
      case 'garbled':
        break
    }
    return false
  }

  #answer(method: string, args: Args, call: Call): Args {
    try {
      return { ok: true, ...this.api.run(method, args) }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      call.error = error.message
      if (error.why !== '') this.violations.push(`${method}: ${error.message}: ${error.why}`)
      return { ok: false, error: error.message }
    }
  }

  #respond(id: string, raw: Buffer, response: ServerResponse): void {
    const responding = this.#responding.get(id)
    const args = argsOf(raw.toString('utf8'))
    this.calls.push({ method: 'response_url', args, at: performance.now() })
    if (responding === undefined) {
      response.writeHead(404).end('expired_url')
      return
    }
    const mishap = this.faults.take('response_url', responding.channel)
    if (mishap !== undefined && this.#spoil(mishap, response, { method: '', args, at: 0 })) return
    if (++responding.uses > 5) {
      this.violations.push('response_url: used more than 5 times')
      response.writeHead(404).end('used_url')
      return
    }
    const refusal = args['delete_original'] === true ? undefined : refusalOf(args)
    if (refusal !== undefined) {
      this.violations.push(`response_url: ${refusal.error}: ${refusal.why}`)
      response.writeHead(400).end(refusal.error)
      return
    }
    this.#show(responding, args)
    if (mishap?.kind === 'lost') response.destroy()
    else response.writeHead(200).end('ok')
  }

  #show({ channel, user, under }: Responding, args: Args): void {
    if (args['delete_original'] === true) {
      if (under !== undefined) this.workspace.remove(under)
      return
    }
    const { text, blocks } = args
    const content = {
      text: typeof text === 'string' ? text : '',
      ...(blocks !== undefined && { blocks }),
    }
    if (args['replace_original'] === true && under !== undefined) {
      Object.assign(under, content)
      return
    }
    const { bot_id, user_id } = this.workspace.bot
    const only = args['response_type'] === 'in_channel' ? {} : { only: user }
    this.workspace.add({ channel, bot_id, user: user_id, ...content, ...only })
  }
}

/** What somebody said: the message, and the events that tell of it. */
export interface Said {
  readonly message: Stored
  readonly events: readonly Body[]
  /** Tells of it, each event once; resolves when all are acknowledged. Again: delivered again. */
  deliver(): Promise<void>
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

/** Arguments that are words, whatever they begin with. */
const WORDS = new Set(['text', 'alt_txt', 'filename', 'title', 'status'])

/** A form whose values may be JSON, or JSON. */
function argsOf(text: string): Args {
  if (text.startsWith('{')) {
    const value: unknown = JSON.parse(text)
    return isJson(value) ? value : {}
  }
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([key, value]) => [
      key,
      /^[[{]/.test(value) && !WORDS.has(key) ? JSON.parse(value) : value,
    ]),
  )
}

function send(response: ServerResponse, answer: Args): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(answer))
}
