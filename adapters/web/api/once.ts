/** Writes that are sent again do nothing again: whoever gives a key gets the first answer each time. */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Ledger } from '../../../src/adapter.ts'
import type { Asked } from '../site.ts'
import { problem } from './problems.ts'

export const HEADER = 'Idempotency-Key'

const Kept = z.object({ request: z.string(), status: z.int(), type: z.string(), body: z.string() })

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** @param content of the request */
export async function once(
  c: Asked,
  ledger: Ledger,
  content: string,
  write: () => Promise<Response>,
): Promise<Response> {
  const given = c.req.header(HEADER)
  if (given === undefined) return write()
  if (!/^[\x21-\x7e]{1,200}$/u.test(given))
    return problem(c, 400, 'usage', `${HEADER} takes 1 to 200 characters without spaces.`)
  const { channel } = c.get('visitor')
  const key = `web/once/${hashOf(JSON.stringify([channel, c.req.path, given]))}`
  const request = hashOf(content)
  const standing = await ledger.begin(key)
  if (standing.state === 'running' || standing.state === 'elsewhere')
    return problem(c, 409, 'usage', 'The same request is under way; ask again in a moment.')
  if (standing.state === 'done') {
    const kept = Kept.parse(JSON.parse(standing.receipt))
    if (kept.request !== request)
      return problem(
        c,
        422,
        'usage',
        `That ${HEADER} was used for another request; take a new one.`,
      )
    return new Response(kept.body, {
      status: kept.status,
      headers: { 'Content-Type': kept.type },
    })
  }
  try {
    const response = await write()
    const body = await response.text()
    const type = response.headers.get('Content-Type') ?? 'application/json'
    const { status } = response
    // What failed may work the next time.
    if (response.ok) await ledger.done(key, JSON.stringify({ request, status, type, body }))
    else await ledger.undo(key)
    return new Response(body, { status, headers: { 'Content-Type': type } })
  } catch (error) {
    await ledger.undo(key)
    throw error
  }
}
