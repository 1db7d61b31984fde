/** Where sources are that are no folders: how each kind is written, and what is wrong with one that is not. */

type AddressKind = 'page' | 'pages'

const SCHEMES: Readonly<Record<string, AddressKind>> = {
  'http:': 'page',
  'https:': 'page',
  'pages+http:': 'pages',
  'pages+https:': 'pages',
}

export const WRITTEN = 'https://…, pages+https://… (the pages that a sitemap or feed links to)'

/** `undefined` for what is none. */
export function addressKind(location: string): AddressKind | undefined {
  const scheme = /^[a-z][a-z0-9+.-]*:(?=\/\/)/iu.exec(location)?.[0].toLowerCase()
  return scheme === undefined ? undefined : SCHEMES[scheme]
}

/** Why it is no location, with what to write instead; `undefined` when it is one. */
export function problemOf(location: string): string | undefined {
  const kind = addressKind(location)
  if (kind === undefined) return `such addresses are not read; there are ${WRITTEN}`
  if (kind === 'page') return undefined
  const host = URL.parse(location)?.host ?? ''
  return host === ''
    ? 'has no host; write it like pages+https://example.org/sitemap.xml'
    : undefined
}
