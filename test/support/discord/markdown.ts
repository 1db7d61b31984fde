/**
 * What Discord makes of a text, by a reader of the rules that its clients and its servers go by; knows
 * nothing of how the text was made, only which few of those rules replies are laid out with.
 */
import { isSource, type Shown } from '../injections.ts'

export function readMarkdown(markdown: string): Shown {
  const reading = new Reading()
  reading.block(markdown)
  // Servers know no escapes, and read in code too.
  const bare = markdown.replaceAll(new RegExp(LINK.source, 'gu'), (link, _, url: string) =>
    isSource(url) ? '' : link,
  )
  for (const [what, sign] of SERVED) {
    const found = sign.exec(bare)?.[0]
    if (found !== undefined) reading.live.push(`${what}: ${found}`)
  }
  // Parts of it may be in bold.
  if (STRAY.test(bare.replaceAll('**', ''))) reading.live.push(`hidden: ${JSON.stringify(bare)}`)
  const seen = (text: string): string => text.replaceAll(BREAK, '')
  return {
    lines: reading.lines.map(seen).filter((line) => line !== ''),
    code: reading.code.map(seen),
    quotes: reading.quotes.map(seen),
    live: reading.live,
  }
}

/** What addresses, calls and fences are broken by; nobody sees it. */
const BREAK = '\u200b'
const STRAY = /(?<!:|@|`|discord|discordapp)\u200b/iu

const SERVED: readonly (readonly [string, RegExp])[] = [
  ['a call to all', /@(?:everyone|here)/iu],
  ['a mention', /<@[!&]?\d+>/u],
  ['an address', /[a-z][a-z\d+.-]*:\/\/\S/iu],
  ['an invitation', /discord(?:app)?\.(?:gg|com|me|li|io|new|gift)\b/iu],
]

const LINK = /\[((?:\\.|[^[\]\\])*)\]\(\s*<?([^\s<>()]*)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/uy

/** At the beginning of a line. */
const OPENING = {
  quoteOfAll: /[ ]*>>> ?/uy,
  quote: /(?:[ ]*> [^\n]*(?:\n|$))+/uy,
  small: /[ ]*-# /uy,
  heading: /[ ]*(#{1,3})\s+/uy,
  list: /([ ]*(?:[-*+]|\d+[.)])) +/uy,
}
const FENCE = /```(?:[\w+.#-]*\n)?([\s\S]*?)```/uy
const ESCAPE = /\\([^0-9A-Za-z\s])/uy

/** Formats that replies are laid out with. */
const LAID_OUT = [
  /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/uy,
  /\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/uy,
]

/** Whatever only text in a document would ask for. */
const LIVE: readonly (readonly [string, RegExp])[] = [
  ['a mention', /<(?:@[!&]?|#)\d+>/uy],
  ['a picture', /<a?:\w+:\d+>|:[^\s:]+:/uy],
  ['a time', /<t:-?\d+(?::\w)?>/uy],
  ['a command', /<\/[^<>:]+:\d+>/uy],
  ['a way', /<id:\w+>/uy],
  ['an address', /<(?:[a-z][a-z\d+.-]*:[^<>\s]+|[^<>\s@]+@[^<>\s]+|\+\d+)>/iuy],
  ['code', /(`+)[\s\S]*?[^`]\1(?!`)/uy],
  ['a line below', /__(?:\\[\s\S]|[^\\])+?__(?!_)/uy],
  ['italics', /_(?:__|\\[\s\S]|[^\\_])+?_(?!\w)/uy],
  ['a line through', /~~[\s\S]+?~~/uy],
  ['a spoiler', /\|\|[\s\S]+?\|\|/uy],
]

class Reading implements Shown {
  lines: string[] = ['']
  readonly code: string[] = []
  readonly quotes: string[] = []
  readonly live: string[] = []

  /** @param opens whether it stands at the beginning of a line */
  block(source: string, opens = true): void {
    let opening = opens
    for (let at = 0; at < source.length;) {
      if (opening) {
        const length = this.#opened(source, at)
        if (length > 0) {
          at += length
          continue
        }
      }
      opening = source[at] === '\n'
      at += opening ? this.#line() : this.#inline(source, at)
    }
  }

  #line(): number {
    this.lines.push('')
    return 1
  }

  /** @returns how much of the source is dealt with */
  #opened(source: string, at: number): number {
    const quote = match(OPENING.quote, source, at)
    if (quote !== undefined) {
      const inner = new Reading()
      inner.block(quote[0].replaceAll(/^ *> /gmu, '').replace(/\n$/u, ''))
      this.quotes.push(inner.lines.join('\n'))
      this.lines.push(...inner.lines, '')
      this.code.push(...inner.code)
      // A quote that holds a quote, a list or a heading is none of the layout.
      this.live.push(...inner.live)
      return quote[0].length
    }
    const heading = match(OPENING.heading, source, at)
    if (heading?.[1] === '#') this.live.push('a large heading')
    const list = match(OPENING.list, source, at)
    if (list !== undefined && list[1] !== '-') this.live.push(`a list: ${list[1]}`)
    const other = match(OPENING.quoteOfAll, source, at) ?? match(OPENING.small, source, at)
    if (other !== undefined) this.live.push(`an opening: ${other[0]}`)
    return (heading ?? list ?? other)?.[0].length ?? 0
  }

  #inline(source: string, at: number): number {
    const fence = match(FENCE, source, at)
    if (fence !== undefined) {
      this.code.push(fence[1] ?? '')
      return fence[0].length
    }
    const escaped = match(ESCAPE, source, at)
    if (escaped !== undefined) return this.#say(escaped[1] ?? '', 2)
    const link = match(LINK, source, at)
    if (link !== undefined) {
      if (!isSource(link[2] ?? '')) this.live.push(`a link: ${link[0]}`)
      this.block(link[1] ?? '', false)
      return link[0].length
    }
    for (const format of LAID_OUT) {
      const found = match(format, source, at)
      if (found === undefined) continue
      this.block(found[1] ?? '', false)
      return found[0].length
    }
    for (const [what, sign] of LIVE) {
      const found = match(sign, source, at)
      if (found !== undefined) this.live.push(`${what}: ${found[0]}`)
    }
    return this.#say(source[at] ?? '', 1)
  }

  #say(words: string, length: number): number {
    this.lines.push(`${this.lines.pop() ?? ''}${words}`)
    return length
  }
}

function match(rule: RegExp, source: string, at: number): RegExpExecArray | undefined {
  rule.lastIndex = at
  return rule.exec(source) ?? undefined
}
