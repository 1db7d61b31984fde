/** A web hook: a service posts `{ id, user, channel, text }` here, and replies are posted to it. */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { text as textOf } from 'node:stream/consumers'
import { isSilent, plainText, VerbatimError } from 'verbatim/adapter'
import type { Adapter, Answerer, Needs, Platform, Receipt, Reply } from 'verbatim/adapter'
import * as z from 'zod'

const Asked = z.object({ id: z.string(), user: z.string(), channel: z.string(), text: z.string() })

/** Replies are posted to `target`; both sides send the secret as `Authorization: Bearer …`. */
type Options = Readonly<Record<'target' | 'secret', string>> & { readonly port: number }

export function hook({ port, target, secret }: Options, { ledger }: Needs): Adapter {
  const underWay = new Map<string, Promise<Receipt>>()
  const Authorization = `Bearer ${secret}`
  let server: Server | undefined

  /** @returns a status for the service: the answer comes later, and another way */
  async function take(request: IncomingMessage, answer: Answerer): Promise<number> {
    if (request.headers.authorization !== Authorization) return 401
    if (!(Number(request.headers['content-length']) <= 10_000)) return 413
    const asked = Asked.safeParse(await textOf(request).then(JSON.parse).catch(String))
    if (!asked.success) return 400
    const reply = () => answer({ ...asked.data, platform: 'hook' })
    // What fails is undone: delivered again, it is answered then.
    once(`hook/asked/${asked.data.id}`, asked.data.channel, reply).catch(() => {})
    return 202
  }

  /** What was sent stands in the ledger; only what a crash cut short comes again, by the same id. */
  function once(id: string, channel: string, reply: () => Promise<Reply>): Promise<Receipt> {
    const sent = underWay.get(id) ?? send(id, channel, reply).finally(() => underWay.delete(id))
    underWay.set(id, sent)
    return sent
  }

  async function send(id: string, channel: string, reply: () => Promise<Reply>): Promise<Receipt> {
    if ((await ledger.begin(id)).state === 'done') return { id }
    try {
      await hand(id, channel, await reply())
    } catch (error) {
      await ledger.undo(id)
      throw error
    }
    await ledger.done(id, id)
    return { id }
  }

  async function hand(id: string, channel: string, reply: Reply): Promise<void> {
    if (isSilent(reply)) return
    const headers = { 'Content-Type': 'application/json', Authorization }
    const body = JSON.stringify({ id, channel, text: plainText(reply) })
    const { ok, status } = await fetch(target, { method: 'POST', headers, body })
    if (!ok) throw new VerbatimError('usage', `${target} answers ${status}.`)
  }

  return {
    name: 'hook',
    start(answer) {
      server = createServer((request, response) => {
        void take(request, answer).then((status) => response.writeHead(status).end())
      })
      const listening = Promise.withResolvers<void>()
      server.once('error', listening.reject).listen(port, '127.0.0.1', listening.resolve)
      return listening.promise
    },
    post: (channel, reply, key) => once(`hook/post/${channel}/${key}`, channel, async () => reply),
    isShared: async () => false,
    async stop() {
      server?.close()
      while (underWay.size > 0) await Promise.allSettled(underWay.values())
      server?.closeAllConnections()
    },
  }
}

const variables = [
  { variable: 'HOOK_TARGET', default: 'none', meaning: 'The address replies are posted to.' },
  { variable: 'HOOK_SECRET', default: 'none', meaning: 'What both sides send as a token.' },
  { variable: 'HOOK_PORT', default: '4500', meaning: 'Where questions are taken.' },
]

export default {
  name: 'hook',
  needs: 'HOOK_TARGET and HOOK_SECRET',
  variables,
  read({ text }) {
    const [target = '', secret = '', port = '4500'] = variables.map(({ variable }) =>
      text(variable),
    )
    const isSet = target !== '' && secret !== ''
    const missing = isSet ? undefined : 'The web hook needs HOOK_TARGET and HOOK_SECRET.'
    const make = async (needs: Needs) => hook({ port: Number(port), target, secret }, needs)
    const examine = async () => [{ ok: isSet, text: missing ?? `takes questions on port ${port}` }]
    return { name: 'hook', wanted: target !== '', byDefault: false, missing, make, examine }
  },
} satisfies Platform
