/** What came of a fetch. */

/** What a site gives to ask later whether anything changed. */
export interface Validators {
  readonly etag?: string
  readonly lastModified?: string
}

/** Reasons are short sentences with what to do; they do not name the page, nor quote what it says. */
export type Fetched =
  | {
      readonly state: 'fetched'
      /** Unpacked. */
      readonly bytes: Uint8Array
      /** Where it was found, after redirects. */
      readonly url: string
      /** As the site states it, parameters included. */
      readonly contentType?: string
      readonly validators: Validators
    }
  /** Since the validators were given. */
  | { readonly state: 'unchanged' }
  /** Never to be tried again as it is. */
  | { readonly state: 'refused'; readonly reason: string; readonly status?: number }
  /** May work later. */
  | {
      readonly state: 'failed'
      readonly reason: string
      readonly retryAfterSeconds?: number
      /** What the site answered with, where it answered. */
      readonly status?: number
    }
