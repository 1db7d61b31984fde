/** The desk: a small server of pages, for people without a chat platform and for citations to lead to. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { serve, type ServerType } from '@hono/node-server'
import type { Adapter, Answerer, Ledger, Memory, Receipt } from '../../src/adapter.ts'
import { VerbatimError } from '../../src/errors.ts'
import type { LinkCheck } from '../../src/links.ts'
import type { Logger } from '../../src/log.ts'
import type { Health } from '../../src/monitor.ts'
import type { Reply } from '../../src/reply.ts'
import type { TokenCheck } from '../../src/tokens.ts'
import { addressOf, isLoopbackHost } from './address.ts'
import { problemOf, type ProblemStatus } from './api/problems.ts'
import { makeApp } from './app.ts'
import { Posts } from './posts.ts'
import { Provider, type ProviderOptions } from './provider.ts'
import { PLATFORM } from './site.ts'
import { commandLine } from '../../src/command-line.ts'

export interface WebOptions {
  readonly host: string
  /** 0 takes any that is free. */
  readonly port: number
  readonly memory: Memory
  readonly ledger: Ledger
  readonly tokens: TokenCheck
  readonly links: LinkCheck
  /** Of OpenID Connect, where people log in by it. */
  readonly oidc?: Omit<ProviderOptions, 'home'> | undefined
  readonly health: Health
  /** Where people reach the desk, where that is set: then everybody needs a token. */
  readonly publicUrl: string | undefined
  readonly log: Logger
  /** For the person at the machine. */
  readonly tell: (line: string) => void
}

/** A request takes no longer to arrive. */
const ARRIVES_MS = 30_000
/** Requests under way have so long to end once the desk is stopped. */
const ENDING_MS = 10_000
const MOST_CONNECTIONS = 500

export class Web implements Adapter {
  readonly name = PLATFORM
  readonly #options: WebOptions
  readonly #posts: Posts
  #server: ServerType | undefined
  #stopping: Promise<void> | undefined

  constructor(options: WebOptions) {
    this.#options = options
    this.#posts = new Posts(options.memory)
  }

  /** Where it is reached. */
  get address(): string | undefined {
    const address = this.#server?.address()
    return isInfo(address) ? addressOf({ host: this.#options.host, port: address.port }) : undefined
  }

  /** @throws VerbatimError 'config' when the port is taken or may not be used */
  async start(answer: Answerer): Promise<void> {
    const { host, port, ledger, memory, tokens, links, oidc, health, publicUrl, log, tell } =
      this.#options
    const isLocal = publicUrl === undefined && isLoopbackHost(host)
    const app = makeApp({
      answer,
      posts: this.#posts,
      ledger,
      memory,
      tokens,
      links,
      provider:
        oidc === undefined || publicUrl === undefined
          ? undefined
          : new Provider({ ...oidc, home: publicUrl }),
      health,
      publicUrl,
      isLocal,
      log,
      isStopping: () => this.#stopping !== undefined,
    })
    const server = await listening(() => serve({ fetch: app.fetch, hostname: host, port }), {
      host,
      port,
    })
    this.#server = server
    tell(`Read and ask at ${publicUrl ?? this.address ?? ''}`)
    if (!isLocal && (await tokens.isEmpty()))
      tell(`Nobody has a token yet. Make one: ${commandLine('token NAME --sets SET,SET')}`)
  }

  post(destination: string, reply: Reply, key: string): Promise<Receipt> {
    return this.#posts.add(destination, reply, key)
  }

  isShared(): Promise<boolean> {
    return Promise.resolve(false)
  }

  stop(): Promise<void> {
    const server = this.#server
    this.#stopping ??= server === undefined ? Promise.resolve() : closed(server)
    return this.#stopping
  }
}

/** @throws VerbatimError 'config' with what to do */
function listening(
  open: () => ServerType,
  { host, port }: Pick<WebOptions, 'host' | 'port'>,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = open()
    if (isHttp(server)) {
      server.requestTimeout = ARRIVES_MS
      server.headersTimeout = ARRIVES_MS / 2
      server.maxConnections = MOST_CONNECTIONS
      server.on('clientError', turnBack)
    }
    server.once('listening', () => resolve(server))
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new VerbatimError('config', reasonOf(error, host, port), { cause: error })),
    )
  })
}

/** What is no request that can be read is told why, as the interface tells whatever goes wrong. */
function turnBack({ code }: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const [status, detail] = UNREADABLE[code ?? ''] ?? [400, 'That is no request of HTTP.']
  const problem = problemOf(status, 'usage', detail)
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${status} ${problem.title}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

const UNREADABLE: Readonly<Record<string, readonly [status: ProblemStatus, detail: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'The address or the headers are too long; send a shorter request.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time; send it again.'],
}

function reasonOf({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  const fix = `set VERBATIM_WEB to another address, for example 127.0.0.1:${port + 1}, or to off`
  if (code === 'EADDRINUSE')
    return `${host}:${port} is taken, perhaps by another session: close that, or ${fix}.`
  if (code === 'EACCES') return `${host}:${port} may not be used: ${fix}.`
  if (code === 'EADDRNOTAVAIL') return `${host} is no address of this machine: ${fix}.`
  return `${host}:${port} cannot be used (${message}): ${fix}.`
}

function closed(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => isHttp(server) && server.closeAllConnections(), ENDING_MS)
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    if (isHttp(server)) server.closeIdleConnections()
  })
}

const isHttp = (server: ServerType): server is Server => 'closeIdleConnections' in server

const isInfo = (address: string | AddressInfo | null | undefined): address is AddressInfo =>
  typeof address === 'object' && address !== null
