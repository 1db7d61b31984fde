/** HTTP mode: Slack's signed requests to a public address. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Ledger } from '../../src/adapter.ts'
import { VerbatimError } from '../../src/errors.ts'
import type { Logger } from '../../src/log.ts'
import type { Body } from './seams.ts'
import { refusal } from './signature.ts'

export interface RequestsOptions {
  readonly signingSecret: string
  /** 0 takes any that is free. */
  readonly port: number
  /** Every address of the machine unless told. */
  readonly host?: string | undefined
  readonly ledger: Ledger
  readonly log: Logger
  readonly clock: () => Date
  readonly onBody: (body: Body, ack: (payload?: Body) => void) => void
}

const PATH = '/slack/events'
/** Slack's own are far smaller. */
const LARGEST_BODY = 1_000_000

export class Requests {
  readonly #options: RequestsOptions
  readonly #server: Server

  constructor(options: RequestsOptions) {
    this.#options = options
    this.#server = createServer((request, response) => {
      this.#take(request, response).catch((error: unknown) => {
        options.log.warn({ err: error }, 'a request was not taken')
        end(response, 500)
      })
    })
    this.#server.requestTimeout = 10_000
    this.#server.headersTimeout = 5000
    this.#server.on('clientError', (_error, socket) => socket.destroy())
  }

  /** @throws VerbatimError 'config' when it cannot have the port */
  async open(): Promise<void> {
    const { port, host, log } = this.#options
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', (error) =>
        reject(
          new VerbatimError(
            'config',
            `Slack: port ${port} cannot be listened on (${error.message}); give another.`,
            { cause: error },
          ),
        ),
      )
      this.#server.listen({ port, host }, resolve)
    })
    // After listening an error is of one connection.
    this.#server.on('error', (error) => log.warn({ err: error }, 'the server of requests'))
  }

  /** What it listens on. */
  get port(): number {
    return portOf(this.#server.address())
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return
    const closed = new Promise<void>((resolve) => {
      this.#server.close(() => resolve())
    })
    this.#server.closeIdleConnections()
    const timer = setTimeout(() => this.#server.closeAllConnections(), 1000)
    await closed
    clearTimeout(timer)
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { signingSecret, ledger, clock, log, onBody } = this.#options
    if (request.url?.split('?')[0] !== PATH) return end(response, 404)
    if (request.method !== 'POST') return end(response, 405)
    const raw = await bodyOf(request)
    if (raw === undefined) return end(response, 413)
    const body = parse(raw, request.headers['content-type'])
    // Slack checks the certificate unsigned; nothing is done but saying that somebody is there.
    if (body?.['ssl_check'] === '1') return end(response, 200)
    const claim = {
      timestamp: only(request.headers['x-slack-request-timestamp']),
      signature: only(request.headers['x-slack-signature']),
      body: raw,
    }
    const refused = await refusal(claim, signingSecret, ledger, clock())
    if (refused !== undefined) {
      log.warn({ why: refused }, 'a request is refused')
      return end(response, 401)
    }
    if (body === undefined) return end(response, 400)
    if (body['type'] === 'url_verification')
      return end(response, 200, { challenge: body['challenge'] })
    onBody(body, (payload) => end(response, 200, payload))
  }
}

/** Undefined: too long. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request) {
    const bytes = Buffer.from(part)
    length += bytes.length
    if (length > LARGEST_BODY) return undefined
    parts.push(bytes)
  }
  return Buffer.concat(parts)
}

/** JSON, a form with JSON in it, or a form that is the payload itself (slash commands). */
function parse(raw: Buffer, contentType = ''): Body | undefined {
  const text = raw.toString('utf8')
  if (!contentType.startsWith('application/x-www-form-urlencoded')) return json(text)
  const form = Object.fromEntries(new URLSearchParams(text))
  return form['payload'] === undefined ? form : json(form['payload'])
}

function json(text: string): Body | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { ...value }
      : undefined
  } catch {
    return undefined
  }
}

function end(response: ServerResponse, status: number, payload?: Body): void {
  if (response.writableEnded || response.destroyed) return
  if (payload === undefined) {
    response.writeHead(status, { connection: status === 413 ? 'close' : 'keep-alive' }).end()
    return
  }
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(payload))
}

const only = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0
