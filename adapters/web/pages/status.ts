/** What a reply is among the answers of HTTP. */
import type { Reply } from '../../../src/reply.ts'

const STATUS = {
  usage: 400,
  question: 400,
  rate: 429,
  documents: 404,
  settings: 503,
  storage: 503,
} as const

/** That the documents do not say is an answer, too. */
export function statusOf(reply: Reply): 200 | 400 | 404 | 429 | 500 | 503 {
  if (reply.kind !== 'failed') return 200
  const status = new Map<string, 400 | 404 | 429 | 503>(Object.entries(STATUS)).get(reply.code)
  return status ?? 500
}
