/** One thing that was measured, and what it may be. */
export interface Check {
  readonly what: string
  readonly measured: number
  readonly least?: number
  readonly most?: number
}

export const passes = ({ measured, least = -Infinity, most = Infinity }: Check): boolean =>
  measured >= least && measured <= most
