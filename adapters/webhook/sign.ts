/** Signatures as the Standard Webhooks specification has them: receivers have libraries that check them. */
import { createHmac } from 'node:crypto'

const PREFIX = 'whsec_'

/** A secret of 24 to 64 bytes, in base 64. */
export const SECRET = /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/u

export interface Signed {
  /** The same whenever the same post is sent again: who has seen it takes it no second time. */
  readonly id: string
  /** Whole seconds since 1970. */
  readonly timestamp: number
  readonly body: string
}

export function signedHeaders(
  { id, timestamp, body }: Signed,
  secret: string,
): Readonly<Record<string, string>> {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
  }
}
