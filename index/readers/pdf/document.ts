/** The pages of a PDF → one reading: furniture out, columns in order, paragraphs joined, notes apart. */
import type { Reading } from '../reading.ts'
import { isContents } from './contents.ts'
import { joinContinued } from './continuations.ts'
import type { Fragment } from './fragments.ts'
import { findFurniture } from './furniture.ts'
import { bodyOf, markHeadings } from './headings.ts'
import type { Layout } from './layout.ts'
import { lineNumbers } from './line-numbers.ts'
import { toLines } from './lines.ts'
import { markNotes, raisedMarks } from './notes.ts'
import { withPanels } from './panels.ts'
import { applyOutline, type OutlineEntry } from './outline.ts'
import { type Draft, toDrafts } from './paragraphs.ts'
import { toRegions } from './regions.ts'
import { type Properties, statedOf, titlesOf } from './title.ts'
import { type PageText, writeText } from './write.ts'

export function toReading(
  layouts: readonly Layout[],
  labels: readonly string[],
  properties: Properties,
  outline: readonly OutlineEntry[],
): Reading {
  const body = bodyOf(layouts.flatMap(({ fragments }) => fragments))
  const furniture = findFurniture(layouts, body.size)
  const marks = raisedMarks(layouts.flatMap(({ fragments }) => fragments))
  const all: Draft[] = []
  const pages: PageText[] = []
  for (const [at, layout] of layouts.entries()) {
    const { head = NONE, foot = NONE } = furniture[at] ?? {}
    const drafts = pageDrafts(layout, at, (fragment) => head.has(fragment) || foot.has(fragment))
    markNotes(drafts, marks, layout.rules, body)
    if (isContents(drafts, at, layouts.length)) for (const draft of drafts) draft.kind = 'note'
    all.push(...drafts)
    pages.push({
      label: labels[at] ?? String(at + 1),
      head: toLines([...head]).map(({ text }) => text),
      foot: [...toLines([...foot]).map(({ text }) => text), ...layout.aslant],
    })
  }
  markHeadings(all, body)
  applyOutline(all, outline)
  const drafts = joinContinued(all)
  const { text, blocks, places } = writeText(pages, drafts)
  return {
    text,
    bodyStart: 0,
    blocks,
    stated: statedOf(properties, text.slice(0, places[1]?.start ?? text.length)),
    titles: titlesOf(drafts, body, layouts[0]?.extent),
    places,
  }
}

const NONE: ReadonlySet<Fragment> = new Set()

function pageDrafts(
  { fragments, shapes, rules, extent, turned }: Layout,
  page: number,
  isFurniture: (fragment: Fragment) => boolean,
): Draft[] {
  const numbers = lineNumbers(fragments)
  const own = fragments.filter((fragment) => !isFurniture(fragment) && !numbers.has(fragment))
  const regions = toRegions(withPanels(own, shapes, extent), rules)
  const sideways = turned.flatMap((list) => toRegions(list, []))
  return [...regions, ...sideways].flatMap((region) => toDrafts(region, page))
}
