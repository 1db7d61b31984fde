/**
 * Keys in links to a document: whoever follows a citation out of a chat reads that document, and nothing
 * else, for some days, without a token. A key is good for one document, and as long as it is in one of the
 * sets that the chat saw.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import type { Sight } from './sight.ts'
import type { Facts } from './store/facts.ts'

const DAY = 86_400_000
/** Bytes of the secret, and of the signature in a link: nobody guesses either. */
const SECRET = 32
const SIGNATURE = 16
const LONGEST = 2000
const FACT = 'link-secret'

/** The sets it was shown from, and the day since 1970 on which it is good no more. */
const Claim = z.tuple([z.array(z.string()), z.int()])

/** What the desk asks of them. */
export interface LinkCheck {
  /** The sets that a document may be read from with a key; nothing where it is forged, over, or another’s. */
  setsOf(document: string, key: string): Promise<readonly string[] | undefined>
}

export class Links implements LinkCheck {
  readonly #facts: Facts
  readonly #clock: () => Date
  #known: Buffer | undefined

  constructor(facts: Facts, clock: () => Date) {
    this.#facts = facts
    this.#clock = clock
  }

  /**
   * Keys for documents.
   * @param days that they are good for, the rest of today not counted
   */
  async keys(sets: readonly string[], days: number): Promise<(document: string) => string> {
    const secret = await this.#secret()
    const until = Math.floor(this.#clock().getTime() / DAY) + 1 + days
    const claim = Buffer.from(JSON.stringify([sets, until])).toString('base64url')
    return (document) => `${claim}.${signed(secret, document, claim)}`
  }

  async setsOf(document: string, key: string): Promise<readonly string[] | undefined> {
    const [claim = '', signature = '', ...more] = key.length > LONGEST ? [] : key.split('.')
    // As it is written: several writings of the same bytes are no one's signature.
    const given = Buffer.from(signature)
    const due = Buffer.from(signed(await this.#secret(), document, claim))
    if (more.length > 0 || given.length !== due.length || !timingSafeEqual(given, due))
      return undefined
    const [sets, until] = claimOf(claim) ?? [undefined, 0]
    return this.#clock().getTime() < until * DAY ? sets : undefined
  }

  /** Made when the first link is. */
  async #secret(): Promise<Buffer> {
    return (this.#known ??= await this.#kept())
  }

  async #kept(): Promise<Buffer> {
    const made = randomBytes(SECRET)
    const secret = Buffer.from(await this.#facts.settle(FACT, made.toString('base64')), 'base64')
    return secret.length === SECRET ? secret : made
  }
}

/**
 * Whoever has no token of their own reads what a chat cites by a key in its link, and nothing else.
 * @param days that it is good for; 0: nobody gets one
 */
export async function keysFor(
  platform: string,
  { shown }: Sight,
  days: number,
  links: Pick<Links, 'keys'>,
): Promise<(document: string) => string | undefined> {
  if (days === 0 || platform === 'web' || shown === undefined) return () => undefined
  return links.keys(shown, days)
}

function signed(secret: Buffer, document: string, claim: string): string {
  // Neither part can hold the sign between them.
  const words = `${Buffer.from(document).toString('base64url')}.${claim}`
  return createHmac('sha256', secret)
    .update(words)
    .digest()
    .subarray(0, SIGNATURE)
    .toString('base64url')
}

function claimOf(claim: string): z.infer<typeof Claim> | undefined {
  try {
    return Claim.safeParse(JSON.parse(Buffer.from(claim, 'base64url').toString())).data
  } catch {
    return undefined
  }
}
