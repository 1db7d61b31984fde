/** The adapter keeps what every adapter promises: node --test examples/hook/adapter.test.ts */
import { createServer, type Server } from 'node:http'
import { json } from 'node:stream/consumers'
import { after, afterEach, beforeEach, describe, it } from 'node:test'
import { testAdapter, testNeeds } from 'verbatim/testing'
import * as z from 'zod'
import { hook } from './adapter.ts'

/** What a service has received. */
let shown = ''
const service = createServer(async (request, response) => {
  shown += z.object({ text: z.string() }).parse(await json(request)).text
  response.end()
})
const target = `http://127.0.0.1:${await portOf(service)}/`
after(() => service.close())
const secret = 'made up'
/** A free one, taken anew for each. */
let port = 0

async function deliver(body: string): Promise<void> {
  const headers = { Authorization: `Bearer ${secret}` }
  await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body })
}

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

async function freePort(): Promise<number> {
  const server = createServer()
  const free = await portOf(server)
  await new Promise((resolve) => server.close(resolve))
  return free
}

testAdapter(
  'the web hook',
  async () => {
    shown = ''
    port = await freePort()
    let said = 0
    let last = ''
    return {
      adapter: hook({ port, target, secret }, testNeeds()),
      destination: 'hall',
      say: (text) => {
        last = JSON.stringify({ id: `m${said++}`, user: 'ann', channel: 'hall', text })
        return deliver(last)
      },
      redeliver: async () => {
        await deliver(last)
        return true
      },
      shown: () => shown,
    }
  },
  { describe, it, beforeEach, afterEach },
)
