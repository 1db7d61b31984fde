/** What holds for every request, whatever its page: whose it is, where it may come from, what a page may do. */
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { refuse } from './api/problems.ts'
import { MOST_UPLOAD } from './pages/add.ts'
import { PRINTED } from './pages/printed.ts'
import type { Asked, Env, Visitor } from './site.ts'

/** Nothing is loaded from anywhere else, and nothing runs that stands in a page. */
const shielded = (framed: boolean): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      // The picture of a page comes within it.
      imgSrc: framed ? ["'self'", 'data:'] : ["'self'"],
      frameSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: framed ? ["'self'"] : ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    crossOriginResourcePolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
    xFrameOptions: framed ? 'SAMEORIGIN' : 'DENY',
    // It is served over plain HTTP on the machine itself; what stands before it decides on more.
    strictTransportSecurity: false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  })

/** A page as it is printed stands beside its text, in a frame of this desk. */
export function headers(): MiddlewareHandler {
  const [usual, framed] = [shielded(false), shielded(true)]
  return (c, next) => (c.req.path.startsWith(PRINTED) ? framed(c, next) : usual(c, next))
}

/** In bytes: a draft of many pages. */
const MOST_BODY = 2_000_000

/** Only documents that are added may be larger, and drafts in files. */
export function limits(): MiddlewareHandler<Env> {
  const limit = (maxSize: number): MiddlewareHandler<Env> =>
    bodyLimit({
      maxSize,
      onError: (c) => refuse(c, 413, 'usage', 'Too large; send a shorter part.'),
    })
  const [usual, upload] = [limit(MOST_BODY), limit(MOST_UPLOAD)]
  return (c, next) => {
    // Nobody is known yet where a token is given.
    const visitor: Visitor | undefined = c.get('visitor')
    const isAdded = c.req.path === '/sources' && (visitor?.local ?? false)
    return isAdded || c.req.path === '/check' ? upload(c, next) : usual(c, next)
  }
}

export const ownForms = (): MiddlewareHandler => csrf()

const LOOPBACK = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|localhost|\[::1\])(?::\d{1,5})?$/iu

/** A name of this machine for itself. */
const isLoopback = (host: string): boolean => LOOPBACK.test(host)

/** Whether a request comes from the machine itself, through nothing else. */
export const isFromHere = (c: Asked): boolean =>
  isLoopback(c.req.header('host') ?? '') &&
  FORWARDED.every((name) => c.req.header(name) === undefined) &&
  /^(?:127\.|::1$|::ffff:127\.)/u.test(c.env.incoming.socket.remoteAddress ?? '')

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

/**
 * Only whoever sits at the machine is let in: the request names the machine as it names itself (a
 * name that leads here from elsewhere is a page's trick), comes over nobody, and is no other site's.
 */
export const onlyLocal = (): MiddlewareHandler<Env> => async (c, next) => {
  const host = c.req.header('host') ?? ''
  if (!isLoopback(host)) return refuse(c, 421, 'usage', 'Ask at http://127.0.0.1 of this machine.')
  if (FORWARDED.some((name) => c.req.header(name) !== undefined))
    return refuse(c, 403, 'usage', 'This desk is for its own machine.')
  // A link on another page may lead here; a picture or a script of its own may not.
  const site = c.req.header('sec-fetch-site')
  const mode = c.req.header('sec-fetch-mode')
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && mode !== 'navigate')
    return refuse(c, 403, 'usage', 'Other sites may not ask here.')
  c.set('visitor', { user: 'you', channel: 'desk', local: true })
  await next()
  return undefined
}
