/** Which IP addresses belong to the public internet, and what the others are. */
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

export type Address = ipaddr.IPv4 | ipaddr.IPv6

/** An address as a resolver or a socket spells it; undefined when it is none. */
export const parseAddress = (text: string): Address | undefined =>
  isIP(text) === 0 ? undefined : ipaddr.parse(text)

/** What an address is if it is not one of the public internet: “a private address”. */
export function notPublic(address: Address): string | undefined {
  if (isMetadata(address)) return 'where clouds hand out credentials (metadata service)'
  const range: string = address.range()
  if (range !== 'unicast') return KINDS[range] ?? 'an address set aside for special use'
  if (address.kind() === 'ipv4') return undefined
  const bytes = address.toByteArray()
  // Only 2000::/3 is given out; below ::/96 lie the old spellings of IPv4 addresses.
  if ((bytes[0] ?? 0) >> 5 !== 1) return 'an address outside the public internet'
  return notPublicWithin(bytes)
}

/** Public or link-local addresses at which clouds answer whoever asks from inside. */
export const isMetadata = (address: Address): boolean => METADATA.has(address.toString())

const METADATA: ReadonlySet<string> = new Set([
  '169.254.169.254',
  '169.254.170.2',
  '169.254.170.23',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  'fd00:ec2::254',
  'fd00:ec2::23',
  'fd20:ce::254',
])

/** ISATAP tunnels carry an IPv4 address behind a public IPv6 prefix. */
function notPublicWithin(bytes: readonly number[]): string | undefined {
  const [u = 0, v, w, x] = bytes.slice(8, 12)
  if ((u & 0xfd) !== 0 || v !== 0 || w !== 0x5e || x !== 0xfe) return undefined
  return notPublic(new ipaddr.IPv4(bytes.slice(12)))
}

/** By the names ipaddr.js has for ranges. */
const KINDS: Readonly<Record<string, string>> = {
  loopback: 'this machine itself (loopback)',
  unspecified: 'this machine itself (unspecified)',
  private: 'a private address',
  uniqueLocal: 'a private address (unique local)',
  deprecatedSiteLocal: 'a private address (site-local)',
  linkLocal: 'a link-local address',
  carrierGradeNat: 'an address inside a provider’s network',
  multicast: 'a multicast address',
  broadcast: 'a broadcast address',
  reserved: 'a reserved address',
  benchmarking: 'a reserved address',
  discard: 'a reserved address',
  ipv4Mapped: 'an IPv4 address in IPv6 clothes',
  rfc6145: 'an IPv4 address in IPv6 clothes',
  rfc6052: 'an IPv4 address in IPv6 clothes (NAT64)',
  '6to4': 'an IPv4 address in IPv6 clothes (6to4)',
  teredo: 'an IPv4 address in IPv6 clothes (Teredo)',
}
