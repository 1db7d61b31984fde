/**
 * Stands in for a server that speaks S3 at the wire: lists a bucket page by page, gives its files, and lets in
 * only whoever signs with the key's secret, by version 4 of the signature as its specification tells it.
 */
import { createHash, createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type Site, site } from '../index/fetch/servers.ts'

export interface BucketKey {
  readonly id: string
  readonly secret: string
}

const etagOf = (text: string): string => createHash('md5').update(text).digest('hex')

/**
 * @param files key → text; the test may change them
 * @param pageSize keys of a page
 * @param fails whether the next request ends in a fault of the server
 */
export async function bucketDouble(
  bucket: string,
  { id, secret }: BucketKey,
  files: Map<string, string>,
  pageSize = 2,
  fails: () => boolean = () => false,
): Promise<Site> {
  const made: Site = await site((request, response) => {
    const url = new URL(request.url ?? '', made.url)
    const refuse = (status: number, code: string): void => {
      response.writeHead(status, { 'content-type': 'application/xml' })
      response.end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`)
    }
    if (fails()) return refuse(500, 'InternalError')
    if (!isSigned(request, url, id, secret)) return refuse(403, 'SignatureDoesNotMatch')
    const [, name, ...rest] = url.pathname.split('/')
    if (name !== bucket) return refuse(404, 'NoSuchBucket')
    const key = rest.map((part) => decodeURIComponent(part)).join('/')
    if (key !== '') {
      const text = files.get(key)
      if (text === undefined) return refuse(404, 'NoSuchKey')
      response.writeHead(200, { 'content-type': 'binary/octet-stream', etag: `"${etagOf(text)}"` })
      response.end(text)
      return
    }
    if (url.searchParams.get('list-type') !== '2') return refuse(400, 'InvalidArgument')
    const prefix = url.searchParams.get('prefix') ?? ''
    const from = Number(url.searchParams.get('continuation-token')?.slice('after+'.length) ?? 0)
    const keys = [...files.keys()].filter((one) => one.startsWith(prefix)).sort()
    const page = keys.slice(from, from + pageSize)
    const more = from + pageSize < keys.length
    response.writeHead(200, { 'content-type': 'application/xml' }).end(
      `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${bucket}</Name><Prefix>${xml(prefix)}</Prefix><KeyCount>${page.length}</KeyCount><MaxKeys>${pageSize}</MaxKeys><IsTruncated>${more}</IsTruncated>${page
        .map((one) => {
          const text = files.get(one) ?? ''
          return `<Contents><Key>${xml(one)}</Key><LastModified>2026-02-01T08:00:00.000Z</LastModified><ETag>&quot;${etagOf(text)}&quot;</ETag><Size>${Buffer.byteLength(text)}</Size><StorageClass>STANDARD</StorageClass></Contents>`
        })
        .join(
          '',
        )}${more ? `<NextContinuationToken>after+${from + pageSize}</NextContinuationToken>` : ''}</ListBucketResult>`,
    )
  })
  return made
}

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** The server's side of the signature, written apart from what signs. */
function isSigned(
  { headers, method }: IncomingMessage,
  url: URL,
  id: string,
  secret: string,
): boolean {
  const given =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/u.exec(
      headers.authorization ?? '',
    )
  if (given === null) return false
  const [, who, day = '', region = '', names = '', signature] = given
  if (who !== id || !names.split(';').includes('host')) return false
  const query = [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&')
  const canonical = [
    method,
    url.pathname
      .split('/')
      .map((part) => encoded(decodeURIComponent(part)))
      .join('/'),
    query,
    ...names.split(';').map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    names,
    headers['x-amz-content-sha256'],
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const digest = createHash('sha256').update(canonical).digest('hex')
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, digest].join('\n')
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>(
    (one, part) => createHmac('sha256', one).update(part).digest(),
    `AWS4${secret}`,
  )
  return createHmac('sha256', key).update(toSign).digest('hex') === signature
}

const encoded = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
