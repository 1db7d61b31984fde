/** Tokens `from` to `to`, the latter exclusive. */
export interface TokenRange {
  readonly from: number
  readonly to: number
}
