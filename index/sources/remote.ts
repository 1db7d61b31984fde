/** The seam of sources that hold many files elsewhere: a list of pages, a bucket, a mailbox, an API. */
import type { Validators } from '../fetch/fetched.ts'
import type { Problem } from '../library/folder.ts'

export interface Remote {
  /**
   * What is there now, without loading it.
   * @param atMost so many that are new or changed are loaded of it, whatever more it lists
   * @throws the signal's reason, and nothing else
   */
  list(known: Known, signal: AbortSignal | undefined, atMost: number): Promise<Listing>
}

/** What was read before: name → stamp; without a stamp it could not be loaded. */
export type Known = ReadonlyMap<string, string>

export type Listing =
  | {
      readonly items: readonly Item[]
      /** Whether what is not listed is gone, rather than left as it is. */
      readonly whole: boolean
      readonly problems: readonly Problem[]
      /** The next look finds further ones. */
      readonly more?: boolean
      readonly reason?: undefined
    }
  /** Why nothing could be listed, with what to do; names no secret. */
  | { readonly reason: string; readonly retryAfterSeconds?: number }

export interface Item {
  /** Tells it from the others of its source, for good. */
  readonly name: string
  /** Changes whenever the file does; absent when only loading tells. */
  readonly stamp?: string
  load(validators: Validators, signal: AbortSignal | undefined): Promise<Got>
}

export type Got =
  | {
      readonly state: 'loaded'
      readonly bytes: Uint8Array
      readonly contentType?: string
      /** Where it is read by people. */
      readonly url?: string
      readonly validators?: Validators
    }
  /** Since the validators were given. */
  | { readonly state: 'unchanged' }
  /** `again`: may be otherwise next time. */
  | {
      readonly state: 'skipped'
      readonly reason: string
      readonly again: boolean
      readonly retryAfterSeconds?: number
    }
