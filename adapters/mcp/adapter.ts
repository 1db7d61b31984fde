/** Assistants over standard input and output: whoever starts it speaks the protocol with it. */
import { randomUUID } from 'node:crypto'
import type { Readable, Writable } from 'node:stream'
import {
  serveStdio,
  type StdioServerHandle,
  StdioServerTransport,
} from '@modelcontextprotocol/server/stdio'
import type { Adapter, Answerer, Receipt } from '../../src/adapter.ts'
import { VerbatimError } from '../../src/errors.ts'
import type { Reply } from '../../src/reply.ts'
import { type Asking, makeServer } from './server.ts'

export interface McpOptions {
  readonly input: Readable
  readonly output: Writable
  /** Of the desk, where there is one for others. */
  readonly address: string | undefined
}

export class Mcp implements Adapter {
  readonly name = 'mcp'
  readonly #options: McpOptions
  readonly #ended = Promise.withResolvers<void>()
  readonly #underWay = new Set<Promise<Reply>>()
  #served: StdioServerHandle | undefined

  constructor(options: McpOptions) {
    this.#options = options
  }

  /** Resolves when whoever asks has closed its end. */
  get ended(): Promise<void> {
    return this.#ended.promise
  }

  start(answer: Answerer): Promise<void> {
    const { input, output, address } = this.#options
    const ask = ({ text = '', request }: Asking): Promise<Reply> => {
      const id = randomUUID()
      const asked = answer({
        id,
        text,
        user: 'you',
        channel: this.name,
        // What one call asks changes nothing of another.
        thread: id,
        platform: this.name,
        local: true,
        ...(request !== undefined && { request }),
      })
      this.#underWay.add(asked)
      void asked.finally(() => this.#underWay.delete(asked))
      return asked
    }
    input.once('end', () => this.#ended.resolve())
    input.once('close', () => this.#ended.resolve())
    this.#served = serveStdio(() => makeServer({ ask, address }), {
      transport: new StdioServerTransport(input, output),
    })
    return Promise.resolve()
  }

  post(): Promise<Receipt> {
    return Promise.reject(new VerbatimError('usage', 'An assistant is shown nothing unasked.'))
  }

  isShared(): Promise<boolean> {
    return Promise.resolve(false)
  }

  async stop(): Promise<void> {
    await Promise.allSettled(this.#underWay)
    await this.#served?.close()
    this.#ended.resolve()
  }
}
