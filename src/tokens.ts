/**
 * Tokens for the desk where it is reached from elsewhere: whose they are, which sets they see, when they
 * were last used. Kept as hashes: whoever reads the store learns none of them. SQLite.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'

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
  holderOf(token: string): string | undefined
  /** Whether it has one still. */
  has(name: string): boolean
  readonly isEmpty: boolean
}

const Row = z.object({ name: z.string(), made: z.string(), used: z.string().nullable() })

export class TokenBook implements TokenCheck {
  readonly #database: DatabaseSync
  readonly #clock: () => Date

  constructor(database: DatabaseSync, clock: () => Date) {
    this.#database = database
    this.#clock = clock
  }

  /** A new token, told this once; one the name had before is none any more. */
  issue(name: string): string {
    const token = `${PREFIX}${randomBytes(BYTES).toString('base64url')}`
    this.#database
      .prepare('INSERT OR REPLACE INTO tokens (name, hash, made, used) VALUES (?, ?, ?, NULL)')
      .run(name, hashOf(token), this.#clock().toISOString())
    return token
  }

  /** @returns whether there was one */
  revoke(name: string): boolean {
    return this.#database.prepare('DELETE FROM tokens WHERE name = ?').run(name).changes > 0
  }

  holderOf(token: string): string | undefined {
    if (!token.startsWith(PREFIX)) return undefined
    // Looked up by its hash: how long that takes says nothing of the token.
    const row = this.#database
      .prepare('SELECT name, made, used FROM tokens WHERE hash = ?')
      .get(hashOf(token))
    if (row === undefined) return undefined
    const { name, used } = Row.parse(row)
    this.#note(name, used)
    return name
  }

  has(name: string): boolean {
    return this.#database.prepare('SELECT 1 FROM tokens WHERE name = ?').get(name) !== undefined
  }

  get isEmpty(): boolean {
    return this.#database.prepare('SELECT 1 FROM tokens LIMIT 1').get() === undefined
  }

  /** By name. */
  list(): Token[] {
    return this.#database
      .prepare('SELECT name, made, used FROM tokens ORDER BY name')
      .all()
      .map((row) => {
        const { name, made, used } = Row.parse(row)
        return { name, made, ...(used !== null && { used }) }
      })
  }

  #note(name: string, used: string | null): void {
    const now = this.#clock()
    if (used !== null && now.getTime() - Date.parse(used) < NOTED_EVERY) return
    this.#database.prepare('UPDATE tokens SET used = ? WHERE name = ?').run(now.toISOString(), name)
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
