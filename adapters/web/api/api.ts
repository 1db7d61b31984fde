/** The interface for programs: the routes as they are described, and their description. */
import * as z from 'zod'
import type { Ledger } from '../../../src/adapter.ts'
import { inertJson } from '../../../src/inert.ts'
import { documentOfPath, withReaders } from '../../../src/reader-address.ts'
import type { App, Asked, Site } from '../site.ts'
import { once } from './once.ts'
import { describeApi } from './openapi.ts'
import { failedProblem, invalid, problem } from './problems.ts'
import { type Route, ROUTES } from './routes.ts'

export interface ApiOptions {
  readonly site: Site
  readonly ledger: Ledger
}

const REST = '/{document}'
const DESCRIPTION = '/api/openapi.json'

/** Whether a path is the route's, whatever the method. */
const isAt = ({ path }: Route, asked: string): boolean =>
  path.endsWith(REST) ? asked.startsWith(path.slice(0, 1 - REST.length)) : asked === path

export function addApi(app: App, { site, ledger }: ApiOptions): void {
  app.get(DESCRIPTION, (c) => json(c, describeApi(site.addressOf(c))))
  // What takes the rest of a path comes after what is named.
  const sorted = [...ROUTES].sort((a, b) => a.path.length - b.path.length)
  for (const route of sorted)
    app.on(route.method, route.path.replace(REST, '/*'), (c) => serve(c, route, { site, ledger }))
  app.all('/api/*', (c) => {
    const known = ROUTES.filter((route) => isAt(route, c.req.path))
    if (known.length === 0 && c.req.path !== DESCRIPTION)
      return problem(c, 404, 'usage', `There is no such route; see ${DESCRIPTION}.`)
    const methods = known.length === 0 ? ['get'] : known.map(({ method }) => method)
    // Whoever may GET it may ask for its head alone.
    const allowed = methods.flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : ['POST']))
    c.header('Allow', [...new Set(allowed)].join(', '))
    return problem(c, 405, 'usage', `This route takes another method; see ${DESCRIPTION}.`)
  })
}

async function serve(c: Asked, route: Route, { site, ledger }: ApiOptions): Promise<Response> {
  const given = await givenTo(c, route)
  if (given instanceof Response) return given
  const run = async (): Promise<Response> => {
    const result = await route.run(c, site, given)
    return 'failed' in result
      ? failedProblem(c, result.failed)
      : json(c, withReaders(result.body, site.addressOf(c)))
  }
  return route.writes === true ? once(c, ledger, JSON.stringify(given), run) : run()
}

/** What the request gives, as the route takes it; else what is wrong with it. */
async function givenTo(c: Asked, route: Route): Promise<Response | Record<string, unknown>> {
  const { body, query, params, path } = route
  if (body !== undefined) {
    if (!/^application\/json(?:;|$)/iu.test(c.req.header('content-type') ?? ''))
      return problem(c, 415, 'usage', 'Send the request as application/json.')
    const sent = await c.req.json<unknown>().catch(() => undefined)
    const parsed = body.safeParse(sent)
    return parsed.success ? parsed.data : invalid(c, parsed.error)
  }
  const asked = (query ?? z.object({})).safeParse(c.req.query())
  if (!asked.success) return invalid(c, asked.error)
  if (params === undefined) return asked.data
  const rest = new URL(c.req.url).pathname.slice(path.length - REST.length + 1)
  const document = documentOfPath(rest)
  return document === undefined
    ? problem(c, 400, 'usage', 'The name of the document is not percent-encoded.')
    : { ...asked.data, document }
}

const json = (c: Asked, body: unknown): Response =>
  c.body(inertJson(body), 200, { 'Content-Type': 'application/json' })
