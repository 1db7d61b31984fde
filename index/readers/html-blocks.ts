/** The words of an HTML block inside Markdown: `<p align="center">…</p>`, `<details>`, `<table>`. */
import type { SyntaxNodeRef } from '@lezer/common'
import type { Block } from '../clean/blocks.ts'
import { trimSpans } from '../clean/spans.ts'
import type { Span } from '../document.ts'

/** Their contents are for machines. */
const NO_WORDS = /^\s*<(?:script|style|pre|textarea|svg|template|!|\?)/iu
const TAG = /<!--[^]*?-->|<\/?(?<name>[a-z][a-z0-9-]*)(?:\s[^<>]*)?\/?>/giu
/** These stand within a sentence; any other tag ends a block. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i img ins kbd mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

export function htmlBlocks(body: string, node: SyntaxNodeRef): Block[] {
  const html = body.slice(node.from, node.to)
  if (NO_WORDS.test(html)) return []
  const blocks: Block[] = []
  let spans: Span[] = []
  let level: number | undefined
  let from = 0
  const keep = (to: number): void => {
    if (to > from) spans.push({ start: node.from + from, end: node.from + to })
  }
  const close = (): void => {
    const kept = trimSpans(body, spans)
    spans = []
    if (kept.length === 0) return
    blocks.push(
      level === undefined ? { kind: 'text', spans: kept } : { kind: 'heading', spans: kept, level },
    )
  }
  for (const match of html.matchAll(TAG)) {
    const name = match.groups?.['name']?.toLowerCase()
    keep(match.index)
    from = match.index + match[0].length
    if (name === undefined || INLINE.has(name)) continue
    close()
    level = /^<h[1-6]/iu.test(match[0]) ? Number(match[0][2]) : undefined
  }
  keep(html.length)
  close()
  return blocks
}
