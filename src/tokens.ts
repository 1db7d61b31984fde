/**
 * Tokens for the desk where it is reached from elsewhere: whose they are, which sets they see, when they
 * were last used. Kept as hashes: whoever reads the store learns none of them.
 */
import { createHash, randomBytes } from 'node:crypto'
import * as z from 'zod'
import { first, type Sql } from './store/sql.ts'

/** Tokens are told from other secrets by it. */
const PREFIX = 'vbt_'
/** Guessing one takes longer than the world has. */
const BYTES = 32
/** A use is noted no more often, in milliseconds: every page would write otherwise. */
const NOTED_EVERY = 60_000

export const TOKEN_NAME = /^[\p{Ll}\p{N}][\p{Ll}\p{N}_-]{0,39}$/u

export interface Token {
  readonly name: string
  /** ISO 8601, UTC. */
  readonly made: string
  readonly used?: string
}

/** What the desk asks of them. */
export interface TokenCheck {
  /** Whose token it is; nothing where it is none, or none any more. */
  holderOf(token: string): Promise<string | undefined>
  /** Whether it has one still. */
  has(name: string): Promise<boolean>
  isEmpty(): Promise<boolean>
}

const Row = z.object({ name: z.string(), made: z.string(), used: z.string().nullable() })

export class TokenBook implements TokenCheck {
  readonly #sql: Sql
  readonly #clock: () => Date

  constructor(sql: Sql, clock: () => Date) {
    this.#sql = sql
    this.#clock = clock
  }

  /** A new token, told this once; one the name had before is none any more. */
  async issue(name: string): Promise<string> {
    const token = `${PREFIX}${randomBytes(BYTES).toString('base64url')}`
    await this.#sql.run(
      `INSERT INTO tokens (name, hash, made, used) VALUES (?, ?, ?, NULL)
        ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, made = excluded.made, used = NULL`,
      [name, hashOf(token), this.#clock().toISOString()],
    )
    return token
  }

  /** @returns whether there was one */
  async revoke(name: string): Promise<boolean> {
    return (await this.#sql.run('DELETE FROM tokens WHERE name = ?', [name])) > 0
  }

  async holderOf(token: string): Promise<string | undefined> {
    if (!token.startsWith(PREFIX)) return undefined
    // Looked up by its hash: how long that takes says nothing of the token.
    const hash = hashOf(token)
    const row = await first(this.#sql, 'SELECT name, made, used FROM tokens WHERE hash = ?', [hash])
    if (row === undefined) return undefined
    const { name, used } = Row.parse(row)
    await this.#note(hash, used)
    return name
  }

  async has(name: string): Promise<boolean> {
    return (
      (await first(this.#sql, 'SELECT 1 AS has FROM tokens WHERE name = ?', [name])) !== undefined
    )
  }

  async isEmpty(): Promise<boolean> {
    return (await first(this.#sql, 'SELECT 1 AS has FROM tokens LIMIT 1')) === undefined
  }

  /** By name. */
  async list(): Promise<Token[]> {
    const rows = await this.#sql.all('SELECT name, made, used FROM tokens ORDER BY name')
    return rows.map((row) => {
      const { name, made, used } = Row.parse(row)
      return { name, made, ...(used !== null && { used }) }
    })
  }

  /** Of the token itself: its name may have another by now. */
  async #note(hash: string, used: string | null): Promise<void> {
    const now = this.#clock()
    if (used !== null && now.getTime() - Date.parse(used) < NOTED_EVERY) return
    await this.#sql
      .run('UPDATE tokens SET used = ? WHERE hash = ?', [now.toISOString(), hash])
      // A use that cannot be noted must not shut its holder out.
      .catch(() => 0)
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
