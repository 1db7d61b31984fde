/** What a person typed, without Slack's markup: mentions, links and escapes. */

export interface Readings {
  /** A link is read as its address, not as what it is shown as. */
  readonly addresses?: boolean
}

/** `<@U1>` goes, `<#C1|rain>` is “#rain”, `<https://x|y>` is “y”, `&lt;` is “<”. */
export function plainText(raw: string, { addresses = false }: Readings = {}): string {
  return raw
    .replace(/<([^<>]*)>/gu, (_, inside: string) => read(inside, addresses))
    .replace(/&(lt|gt|amp);/gu, (_, name: string) => SIGNS[name] ?? '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .trim()
}

const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&' }

function read(inside: string, addresses: boolean): string {
  const bar = inside.indexOf('|')
  const what = bar === -1 ? inside : inside.slice(0, bar)
  const label = bar === -1 ? '' : inside.slice(bar + 1)
  // A space, so that what stood on its two sides does not grow together.
  if (what.startsWith('@')) return label === '' ? ' ' : `@${label.replace(/^@/u, '')}`
  if (what.startsWith('#')) return label === '' ? ' ' : `#${label.replace(/^#/u, '')}`
  if (what.startsWith('!')) return label
  const address = what.replace(/^mailto:/u, '')
  return addresses || label === '' ? address : label
}

/** Whether a text mentions a user. */
export const mentions = (text: string, user: string): boolean =>
  text.includes(`<@${user}>`) || text.includes(`<@${user}|`)
