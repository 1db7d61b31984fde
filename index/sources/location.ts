/** Where sources are that are no folders: how each kind is written, and what is wrong with one that is not. */

export type AddressKind = 'page' | 'pages' | 'reliefweb' | 'bucket' | 'mailbox'

/** Read with secrets of whoever runs the bot: nobody in a chat may add one. */
const OF_THE_OPERATOR: ReadonlySet<AddressKind> = new Set(['bucket', 'mailbox'])

const SCHEMES: Readonly<Record<string, AddressKind>> = {
  'http:': 'page',
  'https:': 'page',
  'pages+http:': 'pages',
  'pages+https:': 'pages',
  'reliefweb:': 'reliefweb',
  's3:': 'bucket',
  'imap:': 'mailbox',
  'imaps:': 'mailbox',
}

export const WRITTEN =
  'https://…, pages+https://… (the pages that a sitemap or feed links to), reliefweb://reports?country=…, s3://bucket/prefix, imaps://user@host/Folder'

/** `undefined` for what is none. */
export function addressKind(location: string): AddressKind | undefined {
  const scheme = /^[a-z][a-z0-9+.-]*:(?=\/\/)/iu.exec(location)?.[0].toLowerCase()
  return scheme === undefined ? undefined : SCHEMES[scheme]
}

/** Whether many files are behind it, which are listed first. */
export function isList(location: string): boolean {
  const kind = addressKind(location)
  return kind !== undefined && kind !== 'page'
}

export function isOfTheOperator(location: string): boolean {
  const kind = addressKind(location)
  return kind !== undefined && OF_THE_OPERATOR.has(kind)
}

/** Why it is no location, with what to write instead; `undefined` when it is one. */
export function problemOf(location: string): string | undefined {
  const kind = addressKind(location)
  if (kind === undefined) return `such addresses are not read; there are ${WRITTEN}`
  if (kind === 'page') return undefined
  const url = URL.parse(location)
  if (url === null || url.host === '') return `has no host; write it like ${EXAMPLES[kind]}`
  if (url.password !== '') return `holds a password, which would be kept and shown; ${SECRETS}`
  return CHECKS[kind](url)
}

const SECRETS = 'take it out and set it in the environment, as docs/documents.md says'

type Listed = Exclude<AddressKind, 'page'>

const EXAMPLES: Readonly<Record<Listed, string>> = {
  pages: 'pages+https://example.org/sitemap.xml',
  reliefweb: 'reliefweb://reports?query=cholera&country=Mali&since=2026-01-01',
  bucket: 's3://bucket/prefix',
  mailbox: 'imaps://desk@mail.example.org/Reports',
}

const CHECKS: Readonly<Record<Listed, (url: URL) => string | undefined>> = {
  pages: () => undefined,
  bucket: ({ host, search, hash, username }) =>
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/u.test(host) && `${search}${hash}${username}` === ''
      ? undefined
      : `names no bucket; write it like ${EXAMPLES.bucket}`,
  mailbox: ({ username, pathname }) => {
    if (username === '') return `names no user; write it like ${EXAMPLES.mailbox}`
    return pathname.length > 1 ? undefined : `names no folder; write it like ${EXAMPLES.mailbox}`
  },
  reliefweb: ({ host, searchParams }) => {
    if (host !== 'reports') return `only reports are read; write it like ${EXAMPLES.reliefweb}`
    const odd = [...searchParams.keys()].find((key) => !RELIEFWEB.has(key))
    if (odd !== undefined)
      return `“${odd}” is not known; there are ${[...RELIEFWEB].join(', ')}: ${EXAMPLES.reliefweb}`
    const since = searchParams.get('since')
    return since === null || isDay(since)
      ? undefined
      : `since=${since} is no day; write it as 2026-01-01`
  },
}

const RELIEFWEB: ReadonlySet<string> = new Set(['query', 'country', 'since', 'files'])

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/u.test(text) && !Number.isNaN(Date.parse(text))
