/** Work that must happen once, among several processes. */
import type { Ledger, Standing } from '../adapter.ts'
import { pause } from './timing.ts'

/** How work stands that no other process is at. */
export type Decided = Exclude<Standing, { readonly state: 'elsewhere' }>

/** Milliseconds until it is asked again how another process fares. */
const AGAIN = 200

/** Begins it; where another process is at it, once that has ended it or died. */
export async function begin(
  ledger: Pick<Ledger, 'begin'>,
  key: string,
  signal?: AbortSignal,
): Promise<Decided> {
  return decided(() => ledger.begin(key), signal)
}

/** How it stands, once no other process is at it. @param ask is asked again until then */
export async function decided(
  ask: () => Promise<Standing>,
  signal?: AbortSignal,
): Promise<Decided> {
  for (;;) {
    const standing = await ask()
    if (standing.state !== 'elsewhere') return standing
    await pause(AGAIN, signal)
    signal?.throwIfAborted()
  }
}
