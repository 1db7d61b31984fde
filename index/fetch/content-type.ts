/** Which types of content are worth downloading; what it really is, its bytes tell later. */

/** Why content of this type is not downloaded; undefined when it may be, or says nothing of itself. */
export function refuseContentType(contentType: string | undefined): string | undefined {
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (type === '' || type.startsWith('text/') || TYPES.has(type)) return undefined
  const shown = /^[\w!#$&^.+-]{1,60}\/[\w!#$&^.+-]{1,80}$/u.test(type) ? type : 'an unknown type'
  return `${shown} is no document; give the address of a page, a feed, or a PDF, Word, EPUB, Excel, CSV or mail file`
}

export const ACCEPT = [
  'text/html',
  'application/xhtml+xml',
  'application/rss+xml',
  'application/atom+xml',
  'application/feed+json',
  'application/pdf',
  'text/markdown',
  'text/plain;q=0.9',
  'application/xml;q=0.9',
  '*/*;q=0.5',
].join(', ')

const TYPES: ReadonlySet<string> = new Set([
  'application/xhtml+xml',
  'application/xml',
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/json',
  'application/feed+json',
  'application/pdf',
  'application/x-pdf',
  'application/markdown',
  'application/x-markdown',
  'application/csv',
  'application/epub+zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'message/rfc822',
  // Lists of pages come so.
  'application/gzip',
  'application/x-gzip',
  // What servers send for files whose type they do not know, or take for the older format.
  'application/msword',
  'application/vnd.ms-excel',
  'application/octet-stream',
  'binary/octet-stream',
  'application/download',
  'application/x-download',
  'application/force-download',
])
