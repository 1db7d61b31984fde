/** When a site asks to be left alone until. */

/** @returns whole seconds from `now`, at most a week; undefined when the header is neither form */
export function retryAfterSeconds(header: string | undefined, now: Date): number | undefined {
  const text = header?.trim() ?? ''
  if (/^\d{1,12}$/u.test(text)) return Math.min(Number(text), WEEK)
  const at = HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at)) return undefined
  return Math.min(Math.max(0, Math.ceil((at - now.getTime()) / 1000)), WEEK)
}

const WEEK = 7 * 24 * 60 * 60

/** “Wed, 21 Oct 2026 07:28:00 GMT”; Date.parse alone takes much else for a date. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/u
