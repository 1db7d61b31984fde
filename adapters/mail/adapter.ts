/** Digests by e-mail: plain text and HTML, one message for one post, never twice. Nothing is answered by it. */
import { createHash } from 'node:crypto'
import nodemailer, { type Transporter } from 'nodemailer'
import { begin } from '../../src/delivery/begin.ts'
import type { Adapter, Ledger, Receipt } from '../../src/adapter.ts'
import { UnderWay } from '../../src/delivery/under-way.ts'
import { VerbatimError } from '../../src/errors.ts'
import { inertText } from '../../src/inert.ts'
import type { Reply } from '../../src/reply.ts'
import { briefingOf } from '../report/briefing.ts'
import { briefingHtml } from '../report/briefing-html.ts'
import { renderReply } from '../terminal/render.ts'
import { ADDRESS } from './address.ts'

export interface MailOptions {
  /** smtp://user:password@host:port */
  readonly server: string
  readonly from: string
  readonly ledger: Ledger
}

/** Milliseconds; a server that says nothing for so long is not there. */
const PATIENCE = 20_000
/** What mail programs show without breaking lines. */
const WIDTH = 72

export class Mail implements Adapter {
  readonly name = 'mail'
  readonly #options: MailOptions
  readonly #transport: Transporter
  readonly #underWay = new UnderWay<Receipt>()

  constructor(options: MailOptions) {
    this.#options = options
    this.#transport = transportTo(options.server)
  }

  start(): Promise<void> {
    return Promise.resolve()
  }

  /** Addresses are named by whoever sets the bot up. */
  isShared(): Promise<boolean> {
    return Promise.resolve(false)
  }

  post(destination: string, reply: Reply, key: string): Promise<Receipt> {
    const name = `mail/post/${destination}/${key}`
    return this.#underWay.run(name, () => this.#once(destination, reply, name))
  }

  async stop(): Promise<void> {
    await this.#underWay.settled()
    this.#transport.close()
  }

  /** @throws VerbatimError where nobody can tell whether an earlier run has sent it: a mail cannot be looked for */
  async #once(to: string, reply: Reply, name: string): Promise<Receipt> {
    const { ledger } = this.#options
    if (!ADDRESS.test(to))
      throw new VerbatimError('usage', `“${to}” is no address; write mail:desk@example.org.`)
    const id = `<${createHash('sha256').update(name).digest('hex').slice(0, 32)}@verbatim>`
    const standing = await begin(ledger, name)
    if (standing.state === 'done') return { id: standing.receipt }
    if (standing.state !== 'new')
      throw new VerbatimError(
        'usage',
        'Whether this mail went out is not known; it is not sent again.',
      )
    try {
      await this.#send(to, reply, id)
    } catch (error) {
      // What the server has refused, or never heard of, did not go out.
      if (isRefused(error)) await ledger.undo(name)
      throw error
    }
    await ledger.done(name, id)
    return { id }
  }

  async #send(to: string, reply: Reply, messageId: string): Promise<void> {
    const { from } = this.#options
    await this.#transport.sendMail({
      from: { name: 'Verbatim', address: from },
      to: { name: '', address: to },
      messageId,
      subject: inertText(reply.kind === 'summary' ? reply.title : 'Verbatim').slice(0, 200),
      text: renderReply(reply, { width: WIDTH, style: (_, text) => text }),
      ...(reply.kind === 'summary' && { html: briefingHtml(briefingOf(reply)) }),
      list: { unsubscribe: { url: `mailto:${from}?subject=unsubscribe`, comment: 'Unsubscribe' } },
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  }
}

/** Why the server cannot be reached, in its own words; nothing where it can. */
export async function reaches(server: string): Promise<string | undefined> {
  const transport = transportTo(server)
  try {
    await transport.verify()
    return undefined
  } catch (error) {
    return error instanceof Error ? inertText(error.message) : 'the server does not answer'
  } finally {
    transport.close()
  }
}

const transportTo = (server: string): Transporter =>
  nodemailer.createTransport({
    url: server,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
  })

/** Before the text of a mail was handed over, or where the server has said no to it. */
const isRefused = (error: unknown): boolean =>
  error instanceof Error &&
  (('responseCode' in error && typeof error.responseCode === 'number') ||
    ('code' in error &&
      ['ECONNECTION', 'EDNS', 'EAUTH', 'EENVELOPE', 'ESOCKET'].includes(String(error.code)) &&
      !('command' in error && error.command === 'DATA')))
