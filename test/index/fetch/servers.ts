/** Servers of this machine that tests of fetching speak to. */
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Server,
  type Socket,
} from 'node:net'
import { onTestFinished } from 'vitest'
import { Fetcher, type FetcherOptions } from '../../../index/fetch/fetcher.ts'

export interface Site {
  readonly host: string
  readonly port: number
  /** Without a slash at the end. */
  readonly url: string
  readonly requests: readonly IncomingMessage[]
}

/** A web site on 127.0.0.1, until the test has finished. */
export async function site(answer: RequestListener): Promise<Site> {
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    answer(request, response)
  })
  const port = await listen(server, '127.0.0.1')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { host: `127.0.0.1:${port}`, port, url: `http://127.0.0.1:${port}`, requests }
}

/** Speaks plain TCP on 127.0.0.1, until the test has finished. */
export async function wire(answer: (socket: Socket) => void): Promise<Site> {
  const { port } = await tcp('127.0.0.1', answer)
  return { host: `127.0.0.1:${port}`, port, url: `http://127.0.0.1:${port}`, requests: [] }
}

/** What nobody may connect to: listens on every address of this machine and counts connections. */
export async function canary(): Promise<{ readonly port: number; hits(): number }> {
  let hits = 0
  const answer = (socket: Socket): void => {
    hits++
    socket.end('HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 6\r\n\r\nsecret')
  }
  // A machine without IPv6 has no `::`.
  const { port } = await tcp('::', answer).catch(() => tcp('0.0.0.0', answer))
  return { port, hits: () => hits }
}

/** A fetcher that may speak to `sites`, at once and shortly. */
export function fetcher(sites: readonly Site[], options: Partial<FetcherOptions> = {}): Fetcher {
  const made = new Fetcher({
    allow: sites.map(({ host }) => host),
    maxBytes: 1_000_000,
    secondsBetween: 0,
    seconds: 10,
    lookup: () => Promise.reject(new Error('the test looks nothing up')),
    ...options,
  })
  onTestFinished(() => made.close())
  return made
}

async function tcp(host: string, answer: (socket: Socket) => void): Promise<{ port: number }> {
  const sockets = new Set<Socket>()
  const server = createTcpServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    answer(socket)
  })
  const port = await listen(server, host)
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { port }
}

async function listen(server: Server, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, host, resolve)
  })
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
