/** An address as a person gives it, under `allow` as a person writes it: how it is spelt, or why it is refused. */
import { parseAllow } from '../../../index/fetch/allow.ts'
import { parseTarget } from '../../../index/fetch/target.ts'

export function checkAddress(
  url: string,
  allow: readonly string[],
): { readonly url: string } | { readonly reason: string } {
  const target = parseTarget(url, parseAllow(allow))
  return 'reason' in target ? target : { url: target.url.href }
}
