/** Which web addresses may be fetched at all, told before anything is looked up or connected to. */
import { type Address, isMetadata, notPublic, parseAddress } from './address.ts'
import type { Allow } from './allow.ts'
import { BAD_PORTS } from './bad-ports.ts'

/** Where a request goes. */
export interface Target {
  /** Without credentials, fragment, or a dot at the end of the host. */
  readonly url: URL
  /** A name, or an address as ipaddr.js spells it. */
  readonly host: string
  readonly port: number
  /** Given when the host is an address. */
  readonly address?: Address
}

export interface Refusal {
  /** A sentence with what to do, without the address of the page. */
  readonly reason: string
}

/** Reads an address, a redirect's against `base`, and refuses what must not be fetched; without a look-up. */
export function parseTarget(text: string, allow: Allow, base?: URL): Target | Refusal {
  if (text.length > MAX_LENGTH)
    return { reason: `the address is longer than ${MAX_LENGTH} characters; give a shorter one` }
  if (ANOTHER_HOST.test(text))
    return { reason: 'programs read this address in different ways; write it without \\ and @' }
  const url = URL.parse(text, base?.href)
  if (url === null)
    return { reason: 'this is no web address; write it whole, like https://example.org/page' }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return { reason: `only http and https addresses are fetched, not ${url.protocol.slice(0, 20)}` }
  if (url.username !== '' || url.password !== '')
    return { reason: 'the address holds a user name or password; give it without' }
  url.hash = ''
  const target = targetOf(url)
  return 'reason' in target ? target : (refuse(target, allow) ?? target)
}

/** Why an address a host leads to is not connected to; undefined when it may be. */
export function refuseAddress(target: Target, address: Address, allow: Allow): string | undefined {
  const kind = notPublic(address)
  if (kind === undefined || allow.address(address, target.port)) return undefined
  if (target.address === undefined && allow.name(target.host, target.port) && !isMetadata(address))
    return undefined
  const shown = address.toString()
  const told = target.host === shown ? shown : `${shorten(target.host)} leads to ${shown}, which`
  return `${told} is ${kind}; ${fix(isMetadata(address) ? shown : target.host, target)}`
}

/** A host that speaks something else than HTTP: any port will do, and all else is refused as for pages. */
export function parseHost(host: string, port: number, allow: Allow): Target | Refusal {
  const url = URL.parse(`https://${host}:${port}/`)
  if (url === null) return { reason: 'the host in the address is no name; check the spelling' }
  const target = targetOf(url)
  if ('reason' in target || isOpened(target, allow)) return target
  const reason = refuseHost(target, allow)
  return reason === undefined ? target : { reason }
}

const MAX_LENGTH = 4096

/** "http://here\\@there/" and "http://here#@there/": which of the two is the host is a matter of taste. */
const ANOTHER_HOST = /^[^?#]*\\|^[^/?#]*:\/\/[^/?#]*#[^/?]*@/u

function targetOf(url: URL): Target | Refusal {
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1)
  const host = url.hostname
  if (host.split('.').includes('') || host.length > 253)
    return { reason: 'the host in the address is no name; check the spelling' }
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  const address = parseAddress(host.replace(/^\[(.*)\]$/u, '$1'))
  return address === undefined
    ? { url, host, port }
    : { url, host: address.toString(), port, address }
}

function refuse(target: Target, allow: Allow): Refusal | undefined {
  const { host, port } = target
  if (isOpened(target, allow)) return undefined
  const reason = refuseHost(target, allow)
  if (reason !== undefined) return { reason }
  if (BAD_PORTS.has(port))
    return { reason: `port ${port} is not one for web pages; ${fix(host, target)}` }
  return undefined
}

const isOpened = ({ host, port, address }: Target, allow: Allow): boolean =>
  address === undefined ? allow.name(host, port) : allow.address(address, port)

const refuseHost = (target: Target, allow: Allow): string | undefined =>
  target.address === undefined ? refuseName(target) : refuseAddress(target, target.address, allow)

/** Names that mean the inside of a machine, a network or a cloud, whatever they resolve to. */
function refuseName(target: Target): string | undefined {
  const { host } = target
  const kind = METADATA_NAMES.has(host)
    ? 'where clouds hand out credentials (metadata service)'
    : LOCAL.some((ending) => host === ending || host.endsWith(`.${ending}`))
      ? 'a name for this machine or its own network'
      : undefined
  return kind && `${shorten(host)} is ${kind}; ${fix(host, target)}`
}

const METADATA_NAMES: ReadonlySet<string> = new Set([
  'metadata',
  'metadata.goog',
  'instance-data',
  'metadata.tencentyun.com',
])

const LOCAL: readonly string[] = [
  'localhost',
  'localdomain',
  'localhost4',
  'localhost6',
  'ip6-localhost',
  'ip6-loopback',
  'local',
  'internal',
  'home.arpa',
]

function fix(host: string, { url, port }: Target): string {
  const bracketed = host.includes(':') ? `[${host}]` : host
  const pattern = url.port === '' ? host : `${bracketed}:${port}`
  return `to open it on purpose, add "${shorten(pattern)}" to \`allow\` in verbatim.yaml`
}

const shorten = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text)
