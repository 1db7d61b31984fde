/** Whether a request is Slack's, is of now, and is here for the first time. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Ledger } from '../../src/adapter.ts'

/** How far a request's time may be off, either way. */
const WINDOW_SECONDS = 5 * 60

export interface Claim {
  /** `x-slack-request-timestamp`: seconds since 1970. */
  readonly timestamp: string | undefined
  /** `x-slack-signature`: "v0=" and the HMAC in hex. */
  readonly signature: string | undefined
  /** As it came over the wire. */
  readonly body: Buffer
}

/** @returns what is wrong, or nothing */
export async function refusal(
  { timestamp, signature, body }: Claim,
  secret: string,
  ledger: Ledger,
  now: Date,
): Promise<string | undefined> {
  if (timestamp === undefined || signature === undefined) return 'unsigned'
  if (!/^\d{1,12}$/.test(timestamp)) return 'no timestamp'
  if (!/^v0=[0-9a-f]{64}$/.test(signature)) return 'no signature'
  const base = Buffer.concat([Buffer.from(`v0:${timestamp}:`), body])
  const mac = createHmac('sha256', secret).update(base).digest()
  if (!timingSafeEqual(mac, Buffer.from(signature.slice(3), 'hex'))) return 'forged'
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > WINDOW_SECONDS)
    return 'stale, or from the future; check the clock'
  // The time is part of what is signed: the same signature is the same request.
  const { state } = await ledger.begin(`slack/request/${signature}`)
  return state === 'new' ? undefined : 'replayed'
}
