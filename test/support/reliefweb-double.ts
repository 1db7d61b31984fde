/**
 * Stands in for version 2 of ReliefWeb's API at the wire: reports in the shape it has, an appname that must be
 * approved, conditions, sorting and paging as it documents them. What it does not know it refuses.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Site, site } from '../index/fetch/servers.ts'

export interface MadeReport {
  readonly id: number
  readonly title: string
  readonly body?: string
  readonly changed: string
  readonly country: { readonly iso3: string; readonly name: string }
  readonly source?: string
  readonly file?: { readonly name: string; readonly text: string }
}

export async function reliefwebDouble(
  appname: string,
  reports: MadeReport[],
): Promise<Site & { readonly queries: URLSearchParams[] }> {
  const queries: URLSearchParams[] = []
  const made: Site = await site((request, response) => {
    const url = new URL(request.url ?? '', made.url)
    const file = reports.find(
      ({ id, file: own }) => own && url.pathname === `/files/${id}/${own.name}`,
    )
    if (url.pathname.startsWith('/files/') && file?.file?.text === '') {
      response.writeHead(404).end()
      return
    }
    if (file?.file !== undefined) {
      response.writeHead(200, { 'content-type': 'text/plain' }).end(file.file.text)
      return
    }
    queries.push(url.searchParams)
    answer(request, response, url)
  })

  function answer(request: IncomingMessage, response: ServerResponse, url: URL): void {
    const { searchParams: asked } = url
    const refuse = (status: number, message: string): void => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ time: 1, status, error: { type: 'Error', message } }))
    }
    if (request.method !== 'GET' || url.pathname !== '/v2/reports')
      return refuse(404, 'no such resource')
    if (asked.get('appname') !== appname)
      return refuse(403, `You are not using an approved appname: ${asked.get('appname')}`)
    const unknown = [...asked.keys()].find((key) => !KNOWN.test(key))
    if (unknown !== undefined) return refuse(400, `Invalid query field '${unknown}'`)
    const from = asked.get('filter[conditions][0][value][from]') ?? ''
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/u.test(from))
      return refuse(400, `Invalid range 'from' value for field 'date.changed'`)
    if (asked.getAll('sort[]').join() !== 'date.changed:asc,id:asc')
      return refuse(400, 'the stand-in sorts in one way only')
    const countryField = asked.get('filter[conditions][1][field]')
    const countries = asked.getAll('filter[conditions][1][value][]')
    const words = (asked.get('query[value]') ?? '').toLowerCase().split(/\s+/u).filter(Boolean)
    const found = reports
      .filter(({ changed }) => Date.parse(changed) >= Date.parse(from))
      .filter(({ country }) => {
        if (countryField === null) return true
        return countries.includes(countryField === 'country.iso3' ? country.iso3 : country.name)
      })
      .filter(({ title, body = '' }) =>
        words.every((word) => `${title} ${body}`.toLowerCase().includes(word)),
      )
      .sort(
        (one, other) => Date.parse(one.changed) - Date.parse(other.changed) || one.id - other.id,
      )
    const offset = Number(asked.get('offset'))
    const limit = Number(asked.get('limit'))
    const page = found.slice(offset, offset + limit)
    response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        time: 4,
        href: url.href,
        links: { self: { href: url.href } },
        took: 2,
        totalCount: found.length,
        count: page.length,
        data: page.map((report) => ({
          id: String(report.id),
          score: 1,
          href: `https://api.reliefweb.example/v2/reports/${report.id}`,
          fields: fieldsOf(report),
        })),
      }),
    )
  }

  const fieldsOf = ({ id, title, body, changed, source, file }: MadeReport) => ({
    id,
    title,
    ...(body !== undefined && { 'body-html': body }),
    url: `https://reliefweb.example/node/${id}`,
    date: { changed, created: changed, original: changed },
    source: [{ name: source ?? 'Valley Relief Fund' }],
    language: [{ code: 'en' }],
    ...(file !== undefined && {
      file: [
        {
          id: `${id}1`,
          url: `${made.url}/files/${id}/${file.name}`,
          filename: file.name,
          mimetype: 'text/plain',
          filesize: String(file.text.length),
        },
      ],
    }),
  })

  return { ...made, queries }
}

const KNOWN =
  /^(?:appname|limit|offset|fields\[include\]\[\]|sort\[\]|query\[(?:value|operator)\]|filter\[operator\]|filter\[conditions\]\[[01]\]\[(?:field|operator|value\]\[|value\]\[from)\])$/u
