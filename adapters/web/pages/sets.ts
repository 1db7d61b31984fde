/** The sets of documents that whoever asks sees. */
import type { Asked, Site } from '../site.ts'

export async function setsOf(c: Asked, site: Site): Promise<readonly string[]> {
  const reply = await site.ask(c, { request: { kind: 'suggest', what: 'sets' } })
  return reply.kind === 'suggestions' ? reply.values : []
}
