/** Interactions and what becomes of them: each acknowledged once within 3 s, answered within 15 minutes. */
import { randomUUID } from 'node:crypto'
import type { Stored } from './guilds.ts'
import type { Json } from './limits.ts'
import { snowflake } from './snowflake.ts'

export interface Asked {
  readonly id: string
  readonly token: string
  readonly user: string
  readonly channel: string
  /** Milliseconds of the monotonic clock. */
  readonly at: number
  /** The message that a component stands under. */
  readonly under?: Stored
  /** How it was acknowledged, and how long that took, in milliseconds. */
  acknowledged?: { readonly type: number; readonly after: number }
  /** The answer, once there is one. */
  original?: Stored
  choices?: readonly Json[]
  modal?: Json
  /** Nothing more is taken. */
  over?: boolean
}

export class Interactions {
  readonly all: Asked[] = []
  /** Milliseconds. */
  patience = 3000

  add(channel: string, user: string, under?: Stored): Asked {
    const asked: Asked = {
      id: snowflake(),
      token: `${randomUUID()}${randomUUID()}`.replaceAll('-', ''),
      user,
      channel,
      at: performance.now(),
      ...(under !== undefined && { under }),
    }
    this.all.push(asked)
    return asked
  }

  find(token: string): Asked | undefined {
    return this.all.find((each) => each.token === token)
  }
}
