/**
 * Who is let in, and as whom. On the machine itself whoever sits there; from anywhere else whoever has a
 * token, as a program's header or, from the form, as a browser's session.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import * as z from 'zod'
import type { Memory } from '../../src/adapter.ts'
import type { LinkCheck } from '../../src/links.ts'
import type { Logger } from '../../src/log.ts'
import { documentOfPath } from '../../src/reader-address.ts'
import { RateLimit } from '../../src/rate-limit.ts'
import type { TokenCheck } from '../../src/tokens.ts'
import { isForPrograms, problem, refuse } from './api/problems.ts'
import { loginPage } from './pages/login.ts'
import { PRINTED } from './pages/printed.ts'
import { Begun, CALLBACK, type Provider } from './provider.ts'
import { type App, type Asked, type Env, viewOf, type Visitor } from './site.ts'
import { commandLine } from '../../src/command-line.ts'

export interface EntranceOptions {
  readonly tokens: TokenCheck
  readonly links: LinkCheck
  /** Where people log in by OpenID Connect. */
  readonly provider?: Provider | undefined
  readonly log: Logger
  readonly memory: Memory
  /** Browsers keep the session's cookie from what is not encrypted. */
  readonly secure: boolean
  readonly clock?: () => Date
}

const COOKIE = 'session'
const HOURS = 12
/** Wrong tokens that one address may try in a minute. */
const MOST_TRIES = 20

const Session = z.object({
  name: z.string(),
  until: z.number(),
  /** Of somebody whom the provider knows; others have a token. */
  person: z.object({ domain: z.string().optional() }).optional(),
})
/** A login takes no longer. */
const LOGIN_MINUTES = 10
const LOGIN_COOKIE = 'login'
const begunKey = (state: string): string =>
  `web/login/${createHash('sha256').update(state).digest('hex')}`

const Login = Begun.extend({ until: z.number() })

/** A browser that left the form: its cookie is worth nothing without what is kept here. */
const kept = (id: string): string => `web/session/${createHash('sha256').update(id).digest('hex')}`

export function byToken({
  tokens,
  links,
  provider,
  log,
  memory,
  secure,
  clock = () => new Date(),
}: EntranceOptions): {
  check: MiddlewareHandler<Env>
  addForm: (app: App) => void
} {
  const tries = new RateLimit(MOST_TRIES)
  const mayTry = (c: Asked): boolean => tries.allows(placeOf(c), clock().getTime())

  const sessionOf = async (c: Asked): Promise<Visitor | undefined> => {
    const id = getCookie(c, COOKIE)
    const found = id === undefined ? undefined : await memory.recall(kept(id))
    const session = Session.safeParse(found).data
    if (session === undefined || session.until < clock().getTime()) return undefined
    const { name, person } = session
    if (person !== undefined)
      return {
        ...visitorOf(name),
        ...(person.domain !== undefined && { workspace: person.domain }),
      }
    return (await tokens.has(name)) ? visitorOf(name) : undefined
  }

  const letIn = async (
    c: Asked,
    session: Omit<z.infer<typeof Session>, 'until'>,
  ): Promise<void> => {
    const id = randomBytes(32).toString('base64url')
    await memory.keep(kept(id), { ...session, until: clock().getTime() + HOURS * 3_600_000 })
    setCookie(c, COOKIE, id, {
      path: '/',
      httpOnly: true,
      // A citation in a chat is a link from elsewhere; forms from elsewhere are turned away.
      sameSite: 'Lax',
      secure,
      maxAge: HOURS * 3600,
    })
  }

  return {
    check: async (c, next) => {
      const bearer = /^Bearer +(\S+)$/iu.exec(c.req.header('authorization') ?? '')?.[1]
      if (bearer !== undefined) {
        const name = await tokens.holderOf(bearer)
        if (name === undefined) return mayTry(c) ? unknown(c, provider) : tooOften(c)
        c.set('visitor', visitorOf(name))
        return next()
      }
      const linked = await linkedBy(c, links)
      if (linked !== undefined) {
        c.set('visitor', linked)
        return next()
      }
      const visitor = await sessionOf(c)
      if (visitor === undefined) return unknown(c, provider)
      c.set('visitor', visitor)
      return next()
    },

    addForm(app) {
      app.post('/login', async (c) => {
        const form = await c.req.parseBody()
        const given = typeof form['token'] === 'string' ? form['token'].trim() : ''
        const next = safePath(form['next'])
        const name = await tokens.holderOf(given)
        if (name === undefined)
          return mayTry(c)
            ? loginPage(c, viewOf(c), { next, refused: true, byProvider: provider !== undefined })
            : tooOften(c)
        await letIn(c, { name })
        return c.redirect(next, 303)
      })
      if (provider !== undefined) {
        app.get('/login/provider', async (c) => {
          if (!mayTry(c)) return tooOften(c)
          try {
            const { to, state, begun } = await provider.begin(safePath(c.req.query('next')))
            await memory.keep(begunKey(state), {
              ...begun,
              until: clock().getTime() + LOGIN_MINUTES * 60_000,
            })
            // Only the browser that began it ends it.
            setCookie(c, LOGIN_COOKIE, state, {
              path: CALLBACK,
              httpOnly: true,
              sameSite: 'Lax',
              secure,
              maxAge: LOGIN_MINUTES * 60,
            })
            return c.redirect(to.href, 303)
          } catch (error) {
            log.error({ err: error }, 'the provider of logins does not answer')
            return refuse(c, 503, 'internal', 'Logging in does not work just now. Try again later.')
          }
        })
        app.get(CALLBACK, async (c) => {
          const state = getCookie(c, LOGIN_COOKIE) ?? ''
          const begun = Login.safeParse(await memory.recall(begunKey(state))).data
          await memory.forget(begunKey(state))
          deleteCookie(c, LOGIN_COOKIE, { path: CALLBACK })
          const view = viewOf(c)
          const again = { next: begun?.next ?? '/', refused: true, byProvider: true }
          if (begun === undefined || begun.until < clock().getTime())
            return loginPage(c, view, again)
          try {
            const { name, domain } = await provider.end(new URL(c.req.url).search, state, begun)
            await letIn(c, { name, person: { ...(domain !== undefined && { domain }) } })
            return c.redirect(begun.next, 303)
          } catch (error) {
            log.warn({ err: error }, 'a login was refused')
            return loginPage(c, view, again)
          }
        })
      }
      app.post('/logout', async (c) => {
        const id = getCookie(c, COOKIE)
        if (id !== undefined) await memory.forget(kept(id))
        deleteCookie(c, COOKIE, { path: '/' })
        return c.redirect('/', 303)
      })
    },
  }
}

/** As the bot knows them: the sets of its channel are the token's. */
const visitorOf = (name: string): Visitor => ({ user: name, channel: name, local: false })

/** Whoever follows a link out of a chat reads its document, and that alone. */
async function linkedBy(c: Asked, links: LinkCheck): Promise<Visitor | undefined> {
  const { pathname } = new URL(c.req.url)
  const path = READ.find((prefix) => pathname.startsWith(prefix))
  const key = c.req.query('k')
  const document = path === undefined ? undefined : documentOfPath(pathname.slice(path.length))
  if (key === undefined || document === undefined || c.req.method !== 'GET') return undefined
  const sets = await links.setsOf(document, key)
  if (sets === undefined) return undefined
  // Those of one chat share a link; who they are nobody knows.
  const user = `link ${createHash('sha256').update(key).digest('hex').slice(0, 16)}`
  return { user, channel: user, local: false, link: { document, sets, key } }
}

const READ = ['/documents/', PRINTED]

const tooOften = (c: Asked): Response =>
  refuse(c, 429, 'rate', 'Too many tokens were tried from here. Try again in a minute.')

function unknown(c: Asked, provider: Provider | undefined): Response | Promise<Response> {
  if (!isForPrograms(c.req.path))
    return loginPage(c, viewOf(c), {
      next: pathWithQuery(c),
      refused: false,
      byProvider: provider !== undefined,
    })
  c.header('WWW-Authenticate', 'Bearer realm="Verbatim"')
  return problem(
    c,
    401,
    'token',
    `A token is needed: send it as Authorization: Bearer …. Whoever runs this makes one: ${commandLine('token NAME')}`,
  )
}

/** Whose tries are counted together. */
const placeOf = (c: Context<Env>): string => c.env.incoming.socket.remoteAddress ?? 'unknown'

const pathWithQuery = (c: Asked): string => {
  const { pathname, search } = new URL(c.req.url)
  return `${pathname}${search}`
}

/** A path of this desk, and of no other place. */
function safePath(value: unknown): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])/u.test(value)) return '/'
  const base = 'http://desk.invalid'
  if (!URL.canParse(value, base)) return '/'
  const url = new URL(value, base)
  return url.origin === base ? `${url.pathname}${url.search}` : '/'
}
