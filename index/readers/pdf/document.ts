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
import { type Properties, propertyOf, statedOf, titlesOf } from './title.ts'
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
  const printed = areSane(labels, layouts.length) ? labels : []
  const all: Draft[] = []
  const pages: PageText[] = []
  for (const [at, layout] of layouts.entries()) {
    const { head = NONE, foot = NONE } = furniture[at] ?? {}
    const drafts = pageDrafts(layout, at, (fragment) => head.has(fragment) || foot.has(fragment))
    markNotes(drafts, marks, layout.rules, body)
    if (isContents(drafts, at, layouts.length)) for (const draft of drafts) draft.kind = 'note'
    all.push(...drafts)
    pages.push({
      label: pageLabel(at + 1, printed[at]),
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
    ...propertyOf(properties),
    stated: statedOf(properties, text.slice(0, places[1]?.start ?? text.length)),
    titles: titlesOf(drafts, body, layouts[0]?.extent),
    running: runningOf(pages),
    places,
  }
}

/** A label for each page, none twice: some programs call every page "1". */
const areSane = (labels: readonly string[], pages: number): boolean =>
  labels.length === pages &&
  new Set(labels).size === pages &&
  labels.every((label) => /^[\p{L}\p{N}][\p{L}\p{N} .-]{0,11}$/u.test(label))

/** As a viewer counts it, and as it is printed where that is another. */
const pageLabel = (number: number, printed = String(number)): string =>
  printed === String(number) ? printed : `${number} (printed ${printed})`

/** So many pages at least have a line that stands on page after page, and this share of all. */
const FEWEST_PAGES = 3
const SHARE = 0.3

/** Lines of heads and feet without their page numbers, the most frequent first. */
function runningOf(pages: readonly PageText[]): string[] {
  const counts = new Map<string, number>()
  for (const { head, foot } of pages)
    for (const line of new Set([...head, ...foot].map(withoutNumber)))
      counts.set(line, (counts.get(line) ?? 0) + 1)
  const least = Math.max(FEWEST_PAGES, pages.length * SHARE)
  return [...counts]
    .filter(([line, count]) => count >= least && /\p{L}{3}/u.test(line))
    .sort((a, b) => b[1] - a[1])
    .map(([line]) => line)
}

/** "Report 2006 51" and "52 Report 2006" are the same line. */
const withoutNumber = (line: string): string =>
  line
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(
      /^(?:\d{1,4}|[ivxlc]{1,7})\s+(?=\p{Lu})|(?<=[\p{L}\d])\s(?:[|·–-]\s)?(?:p(?:age|\.)?\s)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s(?:of|de|sur|von|\/)\s\d{1,4})?$/iu,
      '',
    )

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
