/** A chat platform's one door: its settings, what they lack, its adapter, and whether it is set up. */
import type * as z from 'zod'
import type { Language } from '../index/languages/packs.ts'
import type { Adapter, Inbox, Ledger, Memory } from './adapter.ts'
import type { LinkCheck } from './links.ts'
import type { Logger } from './log.ts'
import type { Health } from './monitor.ts'
import type { TokenCheck } from './tokens.ts'

interface Variable {
  /** In the environment: tokens stand in no file. */
  readonly variable: string
  readonly default: string
  readonly meaning: string
}

export interface Environment {
  /** The value of a variable; one that is set and empty is not set. */
  readonly text: (variable: string) => string | undefined
  /** A value that is not as it must be is told beside the other settings, and is none. */
  readonly checked: <T>(variable: string, schema: z.ZodType<T>) => T | undefined
}

/** What an adapter is made with, beside its own settings. */
export interface Needs {
  readonly ledger: Ledger
  readonly memory: Memory
  readonly inbox: Inbox
  readonly log: Logger
  /** Of those who reach the desk from elsewhere. */
  readonly tokens: TokenCheck
  /** Of those who follow a link out of a chat. */
  readonly links: LinkCheck
  /** Where people reach the desk, as it is set. */
  readonly publicUrl: string | undefined
  /** Of a channel, where it is set: of what the platform says there beside replies. */
  readonly languageOf: (place: string) => Language | undefined
  /** Private hosts that may be reached. */
  readonly allow: readonly string[]
  /** How the bot fares. */
  readonly health: Health
  /** A line for the person at the machine. */
  readonly tell: (line: string) => void
}

/** Something that was looked at, and how it stands. */
export interface Finding {
  readonly ok: boolean
  /** No token in it. */
  readonly text: string
  /** What to do; where it is not ok. */
  readonly fix?: string
}

export interface Platform {
  /** As it is typed, and stands before the channels of the platform: `slack:C0123`. */
  readonly name: string
  /** The variables that set it up, in words. */
  readonly needs: string
  readonly variables: readonly Variable[]
  read(environment: Environment): PlatformSetup
}

/** A platform with its settings read. */
export interface PlatformSetup {
  readonly name: string
  /** Whether it is served when none is named. */
  readonly wanted: boolean
  /** Served without anything being set up for it: what else there is to set up is told beside it. */
  readonly byDefault: boolean
  /** What people name a place on it by, where that is no other platform's: an e-mail address. */
  readonly addressed?: RegExp
  /** What must be set before it can be served, in a sentence. */
  readonly missing: string | undefined
  /** Loads what the platform needs and makes its adapter. */
  readonly make: (needs: Needs) => Promise<Adapter>
  /** Never rejects. In the order in which to fix. */
  readonly examine: () => Promise<readonly Finding[]>
}
