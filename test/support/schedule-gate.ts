/** What stands between a process and a platform: every call passes, and at a post it may be the last. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** Where a post is cut off: it never arrives, its answer never arrives, or its answer has just arrived. */
export type Cut = 'before' | 'accepted' | 'answered'

interface Armed {
  readonly cut: Cut
  /** So many posts pass first. */
  left: number
  readonly kill: () => void
}

const POST = /\/(?:chat\.postMessage|channels\/\d+\/messages)$/
const PASSED = ['authorization', 'content-type', 'user-agent'] as const

export class Gate {
  readonly #upstream: string
  readonly #server: Server
  #armed: Armed | undefined
  #port = 0

  private constructor(upstream: string) {
    this.#upstream = upstream
    this.#server = createServer((request, response) => {
      this.#take(request, response).catch(() => response.destroy())
    })
  }

  /** @param upstream the platform's address, without a path */
  static async open(upstream: string): Promise<Gate> {
    const gate = new Gate(upstream)
    await new Promise<void>((resolve) => {
      gate.#server.listen(0, '127.0.0.1', resolve)
    })
    const address = gate.#server.address()
    gate.#port = typeof address === 'object' && address !== null ? address.port : 0
    return gate
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** Kills once, at a post to come. */
  arm(cut: Cut, left: number, kill: () => void): void {
    this.#armed = { cut, left, kill }
  }

  disarm(): void {
    this.#armed = undefined
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve())
    })
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = request
    const parts: Buffer[] = []
    for await (const part of request) parts.push(Buffer.from(part))
    const isPost = method === 'POST' && POST.test(url)
    const armed = isPost ? this.#due() : undefined
    // The dead do not hang up: whoever is killed hears nothing more, not even that.
    if (armed?.cut === 'before') return armed.kill()
    const headers = new Headers()
    for (const name of PASSED) headers.set(name, request.headers[name] ?? '')
    const body = method === 'GET' ? {} : { body: Buffer.concat(parts) }
    const answer = await fetch(`${this.#upstream}${url}`, { method, headers, ...body })
    const content = Buffer.from(await answer.arrayBuffer())
    if (armed?.cut === 'accepted') return armed.kill()
    const type = answer.headers.get('content-type')
    response.writeHead(answer.status, { ...(type !== null && { 'content-type': type }) })
    response.end(content, armed?.kill)
    return undefined
  }

  #due(): Armed | undefined {
    const armed = this.#armed
    if (armed === undefined || armed.left-- > 0) return undefined
    this.#armed = undefined
    return armed
  }
}
