/**
 * Keys in links to a document: whoever follows a citation out of a chat reads that document, and nothing
 * else, for some days, without a token. A key is good for one document, and as long as it is in one of the
 * sets that the chat saw.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'

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
  setsOf(document: string, key: string): readonly string[] | undefined
}

export class Links implements LinkCheck {
  readonly #database: DatabaseSync
  readonly #clock: () => Date
  #known: Buffer | undefined

  constructor(database: DatabaseSync, clock: () => Date) {
    this.#database = database
    this.#clock = clock
  }

  /** @param days that it is good for, the rest of today not counted */
  keyFor(document: string, sets: readonly string[], days: number): string {
    const until = Math.floor(this.#clock().getTime() / DAY) + 1 + days
    const claim = Buffer.from(JSON.stringify([sets, until])).toString('base64url')
    return `${claim}.${this.#signed(document, claim)}`
  }

  setsOf(document: string, key: string): readonly string[] | undefined {
    const [claim = '', signature = '', ...more] = key.length > LONGEST ? [] : key.split('.')
    // As it is written: several writings of the same bytes are no one's signature.
    const given = Buffer.from(signature)
    const due = Buffer.from(this.#signed(document, claim))
    if (more.length > 0 || given.length !== due.length || !timingSafeEqual(given, due))
      return undefined
    const [sets, until] = claimOf(claim) ?? [undefined, 0]
    return this.#clock().getTime() < until * DAY ? sets : undefined
  }

  #signed(document: string, claim: string): string {
    // Neither part can hold the sign between them.
    const words = `${Buffer.from(document).toString('base64url')}.${claim}`
    const whole = createHmac('sha256', this.#secret()).update(words).digest()
    return whole.subarray(0, SIGNATURE).toString('base64url')
  }

  /** Made when the first link is. */
  #secret(): Buffer {
    this.#known ??= this.#kept() ?? this.#made()
    return this.#known
  }

  #kept(): Buffer | undefined {
    const row = this.#database.prepare('SELECT value FROM facts WHERE name = ?').get(FACT)
    const secret = Buffer.from(z.string().safeParse(row?.['value']).data ?? '', 'base64')
    return secret.length === SECRET ? secret : undefined
  }

  #made(): Buffer {
    const secret = randomBytes(SECRET)
    this.#database
      .prepare('INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING')
      .run(FACT, secret.toString('base64'))
    // Another process may have been first.
    return this.#kept() ?? secret
  }
}

function claimOf(claim: string): z.infer<typeof Claim> | undefined {
  try {
    return Claim.safeParse(JSON.parse(Buffer.from(claim, 'base64url').toString())).data
  } catch {
    return undefined
  }
}
