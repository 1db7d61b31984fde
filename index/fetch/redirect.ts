/** Where a redirect leads, under the rules of every other address. */
import type { Allow } from './allow.ts'
import { parseTarget, type Refusal, type Target } from './target.ts'

export const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** @param location the Location header of `from` */
export function redirectTarget(from: URL, location: string, allow: Allow): Target | Refusal {
  const target = parseTarget(location, allow, from)
  if ('reason' in target)
    return { reason: `redirected to ${shown(location, from)}: ${target.reason}` }
  if (from.protocol === 'https:' && target.url.protocol === 'http:')
    return {
      reason: `redirected from https to http at ${target.host.slice(0, 100)}, where anyone may change it; give an https address`,
    }
  return target
}

/** Without the path and query, which may hold what is nobody's business. */
function shown(location: string, from: URL): string {
  const url = URL.parse(location, from.href)
  return url === null ? 'what is no address' : `${url.protocol}//${url.host}`.slice(0, 120)
}
