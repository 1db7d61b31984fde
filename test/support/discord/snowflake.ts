/** Discord's ids: of no two things the same, and growing with time. */

const EPOCH = 1_420_070_400_000n
let last = 0n

export function snowflake(at: number = Date.now()): string {
  const id = (BigInt(at) - EPOCH) << 22n
  last = id > last ? id : last + 1n
  return String(last)
}

/** Ids grow in length, too. */
export const byAge = (a: string, b: string): number =>
  a.length - b.length || (a < b ? -1 : Number(a > b))
