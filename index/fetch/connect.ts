/** Looks a host up once, checks every address, and connects to exactly those. */
import { lookup as resolve } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import type { buildConnector } from 'undici'
import { type Address, parseAddress } from './address.ts'
import type { Allow } from './allow.ts'
import { type Refusal, refuseAddress, type Target } from './target.ts'

/** Every address of a host name. */
export type Lookup = (host: string) => Promise<readonly string[]>

/** As the system resolves names, its hosts file included. */
export const systemLookup: Lookup = async (host) =>
  (await resolve(host, { all: true, order: 'verbatim' })).map(({ address }) => address)

/**
 * The addresses to connect to. One bad address refuses the host: which one a connection would take
 * is chance.
 * @throws the look-up's error
 */
export async function resolveTarget(
  target: Target,
  allow: Allow,
  lookup: Lookup,
): Promise<readonly string[] | Refusal> {
  if (target.address !== undefined) return [target.address.toString()]
  const addresses: string[] = []
  for (const text of await lookup(target.host)) {
    const address = parseAddress(text)
    if (address === undefined) return { reason: 'its name leads to what is no address' }
    const reason = refuseAddress(target, address, allow)
    if (reason !== undefined) return { reason }
    addresses.push(address.toString())
  }
  return addresses
}

/**
 * Connects to the checked addresses and no others: names are not looked up again, so an answer that
 * changes in between (DNS rebinding) changes nothing.
 */
export async function connectorTo(
  addresses: readonly string[],
  milliseconds: number,
): Promise<buildConnector.connector> {
  const undici = await import('undici')
  const connect = undici.buildConnector({
    lookup: pinned(addresses),
    timeout: milliseconds,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: 1000,
    allowH2: false,
    maxCachedSessions: 0,
    // Also when the environment says otherwise.
    rejectUnauthorized: true,
  })
  return (options, done) => {
    connect(options, (...[error, socket]) => {
      if (error !== null) {
        done(error, null)
        return
      }
      const peer = canonical(socket.remoteAddress)
      if (peer !== undefined && addresses.includes(peer)) {
        done(null, socket)
        return
      }
      socket.destroy()
      done(new Error('connected to an address that was not checked'), null)
    })
  }
}

const pinned =
  (addresses: readonly string[]): LookupFunction =>
  (_host, options, done) => {
    const all = addresses.map((address) => ({ address, family: isIP(address) }))
    const [first] = all
    if (first === undefined) done(new Error('no address'), '')
    else if (options.all === true) done(null, all)
    else done(null, first.address, first.family)
  }

function canonical(text: string | undefined): string | undefined {
  const address: Address | undefined = text === undefined ? undefined : parseAddress(text)
  return address?.toString()
}
