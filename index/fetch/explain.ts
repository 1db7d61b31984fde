/** What went wrong on the way, in a sentence that names no address of the inside. */

export const TOO_MANY_HEADERS = 'the site sends too many headers; check the address'

/** A status other than success, redirect or “not modified”. */
export function explainStatus(status: number): { reason: string; forGood: boolean } {
  const known = STATUSES[status]
  if (known !== undefined) return { reason: `${known} (${status})`, forGood: FOR_GOOD.has(status) }
  if (status >= 500)
    return { reason: `the site has a fault (${status}); it is tried again later`, forGood: false }
  return {
    reason: `the site does not give it (${status}); open the address in a browser and check it`,
    forGood: false,
  }
}

/** An error of the look-up, the connection, the protocol or the unpacking. */
export function explainError(error: unknown): string {
  const code = codeOf(error)
  const known = ERRORS.find(([codes]) => codes.test(code))
  if (known !== undefined) return known[1]
  return `it could not be fetched${code && ` (${code})`}; check the address and the network`
}

const STATUSES: Readonly<Record<number, string>> = {
  204: 'the site answers with nothing; check the address',
  205: 'the site answers with nothing; check the address',
  401: 'the page asks for a password, which is never sent; save the page as a file and add that',
  402: 'the page must be paid for; save the page as a file and add that',
  403: 'the site does not let programs in; save the page as a file and add that',
  404: 'there is no such page; check the address',
  407: 'a proxy asks for a password; check the network',
  408: 'the site waited too long; it is tried again later',
  410: 'the page is gone for good; remove the address',
  429: 'the site asks to come less often; it is tried again later',
  451: 'the page is withheld for legal reasons; remove the address',
  503: 'the site is busy; it is tried again later',
}

const FOR_GOOD: ReadonlySet<number> = new Set([401, 402, 410, 451])

const ERRORS: readonly (readonly [RegExp, string])[] = [
  [/^(?:ENOTFOUND|ENODATA)$/u, 'the host is not known; check the spelling'],
  [/^(?:EAI_AGAIN|ETIMEOUT|ESERVFAIL)$/u, 'the host could not be looked up; check the network'],
  [/^ECONNREFUSED$/u, 'the site does not take connections; check the address and the port'],
  [/^(?:ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/u, 'the site cannot be reached; check the network'],
  [
    /^(?:EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/u,
    'the site cannot be reached; check the network',
  ],
  [/^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET)$/u, 'the site broke off; it is tried again later'],
  [
    /^(?:UND_ERR_RES_CONTENT_LENGTH_MISMATCH|ERR_STREAM_PREMATURE_CLOSE)$/u,
    'the site broke off; it is tried again later',
  ],
  [/^(?:UND_ERR_HEADERS_OVERFLOW|HPE_HEADER_OVERFLOW)$/u, TOO_MANY_HEADERS],
  [/^HPE_/u, 'what answers does not speak HTTP; check the address and the port'],
  [
    /^(?:Z_|ERR__ERROR_|ERR_BROTLI|ERR_ZSTD|ZSTD_)/u,
    'it arrives damaged or cut; it is tried again later',
  ],
  [
    /^(?:CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_CERT)/u,
    'the site’s certificate is not valid; open the address in a browser and check it',
  ],
  [/^(?:EPROTO|ERR_SSL|ERR_TLS)/u, 'no secure connection could be made; check the address'],
]

/** Codes are words of the libraries, never text of the site. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  if (error.name === 'HTTPParserError') return 'HPE_'
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause
  return inner === error ? '' : codeOf(inner)
}
