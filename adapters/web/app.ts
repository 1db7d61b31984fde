/** The desk as one function from requests to responses; it knows nothing of ports. */
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { HTTPException } from 'hono/http-exception'
import type { Answerer, Ledger, Memory } from '../../src/adapter.ts'
import type { LinkCheck } from '../../src/links.ts'
import type { Logger } from '../../src/log.ts'
import type { Health } from '../../src/monitor.ts'
import type { TokenCheck } from '../../src/tokens.ts'
import { addApi } from './api/api.ts'
import { isForPrograms, problem } from './api/problems.ts'
import { assetOf } from './assets.ts'
import { addPages } from './pages/add.ts'
import { askPages } from './pages/ask.ts'
import { briefingPages } from './pages/briefings.ts'
import { byToken } from './entrance.ts'
import { checkPages } from './pages/check.ts'
import { failedPage, notFoundPage } from './pages/failed.ts'
import { figurePages } from './pages/figures.ts'
import { gapPages } from './pages/gaps.ts'
import { printedPages } from './pages/printed.ts'
import { readerPages } from './pages/reader.ts'
import { sourcePages } from './pages/sources.ts'
import { addHealth } from './health.ts'
import { addMcp } from './mcp.ts'
import type { Posts } from './posts.ts'
import type { Provider } from './provider.ts'
import { headers, limits, onlyLocal, ownForms } from './security.ts'
import { type App, type Env, makeSite, viewOf } from './site.ts'

export interface AppOptions {
  readonly answer: Answerer
  readonly posts: Posts
  readonly ledger: Ledger
  readonly log: Logger
  readonly tokens: TokenCheck
  readonly links: LinkCheck
  readonly provider?: Provider | undefined
  readonly health: Health
  readonly memory: Memory
  /** Where people reach the desk, where that is set. */
  readonly publicUrl: string | undefined
  /** Whether whoever sits at the machine is let in without a token. */
  readonly isLocal: boolean
  /** Then connections are not kept for further requests. */
  readonly isStopping: () => boolean
}

const FOR_GOOD = 'public, max-age=31536000, immutable'

export function makeApp(options: AppOptions): App {
  const { answer, posts, ledger, log, publicUrl, isLocal, isStopping } = options
  const app = new Hono<Env>()
  const site = makeSite(answer, posts, publicUrl)
  app.use(async (c, next) => {
    await next()
    if (isStopping()) c.header('Connection', 'close')
  })
  const secure = publicUrl?.startsWith('https:') === true
  const entrance = byToken({ ...options, secure })
  app.use(headers(), ownForms())
  addHealth(app, options.health)
  if (isLocal) app.use(onlyLocal())
  app.get('/assets/:name', (c) => {
    const asset = assetOf(c.req.param('name'))
    if (asset === undefined) return c.notFound()
    return c.body(asset.body, 200, { 'Content-Type': asset.type, 'Cache-Control': FOR_GOOD })
  })
  if (!isLocal) {
    app.use('/login', limits())
    entrance.addForm(app)
    app.use(entrance.check)
  }
  // To tell how large a body is, it is read: not of anybody who is turned away.
  app.use(limits())
  // What is asked is nobody else's business, a browser's cache included.
  app.use(async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  app.use(etag())
  addMcp(app, site)
  addApi(app, { site, ledger })
  askPages(app, site)
  figurePages(app, site)
  checkPages(app, site)
  readerPages(app, site)
  printedPages(app, site)
  briefingPages(app, site)
  sourcePages(app, site)
  addPages(app, site)
  gapPages(app, site)
  app.notFound((c) => notFoundPage(c, viewOf(c)))
  app.onError((error, c) => {
    if (error instanceof HTTPException)
      return isForPrograms(c.req.path)
        ? problem(c, 403, 'usage', 'Other sites may not ask here.')
        : error.getResponse()
    log.error({ err: error, path: c.req.path }, 'a page failed')
    const message = 'Something went wrong here. Try again.'
    if (isForPrograms(c.req.path)) return problem(c, 500, 'internal', message)
    return failedPage(c, viewOf(c), { kind: 'failed', code: 'internal', message })
  })
  return app
}
