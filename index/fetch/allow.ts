/** The hosts an operator opens on purpose though they are private: `allow` in verbatim.yaml. */
import ipaddr from 'ipaddr.js'
import { type Address, isMetadata, parseAddress } from './address.ts'
import { VerbatimError } from '../errors.ts'

export interface Allow {
  /** Whether a name is opened by name. */
  name(host: string, port: number): boolean
  /** Whether an address is opened; `metadata` only by its own address, never by a wider pattern. */
  address(address: Address, port: number): boolean
}

export class AllowError extends VerbatimError {
  constructor(message: string) {
    super('config', message)
    this.name = 'AllowError'
  }
}

/**
 * Patterns: `intranet.example`, `*.corp.example` (below it, not itself), `10.0.0.0/8`, `10.1.2.3`,
 * `fd00::/8`; all but networks may end in a port: `127.0.0.1:8080`, `[::1]:8080`.
 * @throws AllowError naming the pattern that is none of these
 */
export function parseAllow(patterns: readonly string[]): Allow {
  const names: Name[] = []
  const networks: Network[] = []
  for (const text of patterns) {
    const port = /:(\d{1,5})$/u.exec(text)?.[1]
    // The end of an IPv6 address is no port.
    if (port !== undefined && !/^[^:]*:.*:\d+$/u.test(text.replace(/^\[.*\]/u, '')))
      checkPort(text, Number(port))
    const pattern = network(text) ?? name(text)
    if (pattern === undefined)
      throw new AllowError(
        `allow: “${text}” is no host; write it like intranet.example, *.corp.example, 10.0.0.0/8 or 127.0.0.1:8080`,
      )
    if ('bits' in pattern) networks.push(pattern)
    else names.push(pattern)
  }
  return {
    name: (host, port) =>
      names.some(
        (one) =>
          (one.port ?? port) === port && (one.below ? host.endsWith(one.host) : host === one.host),
      ),
    address: (address, port) =>
      networks.some((one) => (one.port ?? port) === port && contains(one, address)),
  }
}

/** @throws AllowError for what is no port */
function checkPort(text: string, port: number): void {
  if (port < 1 || port > 65_535)
    throw new AllowError(`allow: “${text}” has no port from 1 to 65535 at its end; correct it`)
}

interface Name {
  /** With the leading dot if `below`. */
  readonly host: string
  readonly below: boolean
  readonly port: number | undefined
}

interface Network {
  readonly base: Address
  readonly bits: number
  readonly port: number | undefined
}

const contains = ({ base, bits }: Network, address: Address): boolean =>
  address.kind() === base.kind() &&
  address.match(base, bits) &&
  (!isMetadata(address) || bits === widthOf(base))

const widthOf = (address: Address): number => (address.kind() === 'ipv4' ? 32 : 128)

function network(text: string): Network | undefined {
  if (text.includes('/')) return wideNetwork(text)
  const [, bracketed, v4, port] = /^(?:\[([^\]]+)\]|([\d.]+))(?::(\d{1,5}))?$/u.exec(text) ?? []
  const base = parseAddress(bracketed ?? v4 ?? text)
  if (base === undefined || text.includes('%')) return undefined
  return { base, bits: widthOf(base), port: port === undefined ? undefined : Number(port) }
}

/** @throws AllowError when bits are set behind the prefix, as one of both is a slip */
function wideNetwork(text: string): Network | undefined {
  const [, address = '', prefix] = /^([\d.a-f:]+)\/(\d{1,3})$/iu.exec(text) ?? []
  const base = parseAddress(address)
  const bits = Number(prefix)
  if (base === undefined || !(bits <= widthOf(base))) return undefined
  const kind = base.kind() === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6
  const first = kind.networkAddressFromCIDR(`${base.toString()}/${bits}`).toString()
  if (first !== base.toString())
    throw new AllowError(`allow: “${text}” is inside ${first}/${bits}; write the one you mean`)
  return { base, bits, port: undefined }
}

function name(text: string): Name | undefined {
  const [, star, host = '', port] = /^(\*\.)?([^\s*:/@?#\\[\]%]+)(?::(\d{1,5}))?$/u.exec(text) ?? []
  if (host === '' || host.startsWith('.') || host.endsWith('.')) return undefined
  const url = URL.parse(`http://${host}/`)
  // A number in disguise, like 127.1, is an address and must be written as one.
  if (url === null || parseAddress(url.hostname) !== undefined) return undefined
  return {
    host: star === undefined ? url.hostname : `.${url.hostname}`,
    below: star !== undefined,
    port: port === undefined ? undefined : Number(port),
  }
}
