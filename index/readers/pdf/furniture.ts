/**
 * Running headers, footers and page numbers: lines at the head or the foot of a page that recur at the
 * same height on a page near by, count the pages, or stand below the last rule.
 */
import { isUrl } from '../../clean/lines.ts'
import type { Fragment } from './fragments.ts'
import { joinFragments } from './fragments.ts'
import { around, beside, type Box } from './matrix.ts'
import type { Extent } from './visible.ts'

export interface PageLines {
  readonly fragments: readonly Fragment[]
  readonly rules: readonly Box[]
  readonly extent: Extent
}

export interface Furniture {
  readonly head: ReadonlySet<Fragment>
  readonly foot: ReadonlySet<Fragment>
}

interface Row extends Box {
  readonly fragments: readonly Fragment[]
  readonly text: string
  readonly size: number
}

interface Edge {
  readonly rows: readonly Row[]
  /** Rows of the edge that are furniture, by their index from the edge inwards. */
  readonly found: Set<number>
  /** Parts of other rows that are furniture. */
  readonly parts: Set<Fragment>
}

type Side = 'head' | 'foot'

/** Rows of a page that are looked at from either side. */
const DEEPEST = 7
/** How far in furniture may begin, in parts of the page's height. */
const ZONE = 0.16
/** Pages so far apart share their furniture: left and right ones alternate. */
const NEAR = 2
/** Heights that count as the same, in points. */
const LEVEL = 6

/** @param bodySize size of most of the document's text */
export function findFurniture(pages: readonly PageLines[], bodySize: number): Furniture[] {
  const heads = pages.map((page) => edgeOf(page, 'head'))
  const feet = pages.map((page) => edgeOf(page, 'foot'))
  const numbers = [countPages(heads), countPages(feet)]
  for (const [at, page] of pages.entries()) {
    for (const [side, edges] of [
      ['head', heads],
      ['foot', feet],
    ] as const) {
      const edge = edges[at]
      if (edge === undefined) continue
      markRecurring(edges, at, pages)
      withoutText(edge, page, side)
      markNumbers(edge, at, pages.length, numbers[side === 'head' ? 0 : 1])
      if (side === 'foot') markBelowRule(edge, page, bodySize)
      markArtifacts(edge, at, side, bodySize)
      markBetween(edge)
    }
  }
  markTabs(heads)
  markTabs(feet)
  return pages.map((page, at) => ({
    head: collect(heads[at], (row) => at === 0 && row.size >= bodySize * 1.25),
    foot: collect(feet[at], () => false),
    page,
  }))
}

function collect(edge: Edge | undefined, spare: (row: Row) => boolean): Set<Fragment> {
  if (edge === undefined) return new Set()
  const rows = edge.rows.filter((row, at) => edge.found.has(at) && !spare(row))
  return new Set([...rows.flatMap(({ fragments }) => fragments), ...edge.parts])
}

/** Rows from the edge of the page inwards. */
function edgeOf({ fragments, extent }: PageLines, side: Side): Edge {
  const zone = extent.height * ZONE
  const near = fragments.filter(({ top, bottom }) =>
    side === 'head' ? bottom < zone : top > extent.height - zone,
  )
  const rows: Fragment[][] = []
  for (const fragment of [...near].sort((a, b) => a.base - b.base)) {
    const row = rows.find((other) => other.some((each) => beside(each, fragment) >= 0.5))
    if (row === undefined) rows.push([fragment])
    else row.push(fragment)
  }
  const ordered = rows.map((row): Row => {
    const whole = joinFragments(
      row.sort((a, b) => a.left - b.left),
      '\t',
    )
    return { ...around(row), fragments: row, text: whole.text, size: whole.size }
  })
  if (side === 'foot') ordered.reverse()
  return { rows: ordered.slice(0, DEEPEST), found: new Set(), parts: new Set() }
}

function markRecurring(edges: readonly Edge[], at: number, pages: readonly PageLines[]): void {
  const edge = edges[at]
  for (const [index, row] of edge?.rows.entries() ?? []) {
    const recurs = (other: number): boolean =>
      other !== at &&
      edges[other]?.rows.some(
        (match) =>
          isSameRow(row, match, other - at) && isSameHeight(row, match, pages[at], pages[other]),
      ) === true
    const near = [...Array(NEAR * 2 + 1).keys()].filter((step) => recurs(at + step - NEAR)).length
    // A headline that two pages share is theirs; a banner is on more.
    const least = isHeadline(row, pages[at]) ? 2 : 1
    if (near >= least) edge?.found.add(index)
  }
}

/** A tab is as short as this: "FRA", "B", "12". */
const LONGEST_TAB = 5
/** So many pages, and so large a part of them, have their tab at one height. */
const LEAST_TABS = 6
const SHARE_OF_TABS = 0.4

/** Tabs at the edge of pages, as in directories: another on each page, at one height and of one size. */
function markTabs(edges: readonly Edge[]): void {
  const tabs = new Map<string, { readonly edge: Edge; readonly fragment: Fragment }[]>()
  for (const edge of edges)
    for (const { fragments, text, size, top } of edge.rows) {
      const [fragment] = fragments
      if (fragment === undefined || text.length > LONGEST_TAB || !/\p{Lu}/u.test(text)) continue
      if (/\p{Ll}/u.test(text)) continue
      const place = `${Math.round(top / 2)} ${Math.round(size)}`
      tabs.set(place, [...(tabs.get(place) ?? []), { edge, fragment }])
    }
  for (const own of tabs.values())
    if (own.length >= LEAST_TABS && own.length >= edges.length * SHARE_OF_TABS)
      for (const { edge, fragment } of own) edge.parts.add(fragment)
}

/** How much larger than the rest of its page a headline is. */
const HEADLINE = 1.8

function isHeadline(row: Row, page: PageLines | undefined): boolean {
  const rest = (page?.fragments ?? []).filter((fragment) => !row.fragments.includes(fragment))
  const sizes = rest.map(({ size }) => size).sort((a, b) => a - b)
  return row.size >= (sizes[Math.floor(sizes.length / 2)] ?? row.size) * HEADLINE
}

/** Furniture stands apart from the text; what recurs right beside it is text that is written so. */
function withoutText({ rows, found }: Edge, { fragments }: PageLines, side: Side): void {
  const marked = [...found].reduce((sum, index) => sum + (rows[index]?.fragments.length ?? 0), 0)
  // Pages that are all alike hold text all the same.
  if (marked === fragments.length) found.clear()
  for (let index = Math.max(-1, ...found); index >= 0; index--) {
    const row = rows[index]
    if (row === undefined || isApart(row, fragments, side)) return
    // The outermost may stand close to the text when it is set smaller.
    if (index === 0 && row.size < (rows[1]?.size ?? row.size) * 0.95) return
    found.delete(index)
  }
}

/** White space between a row and the text, in sizes of the row. */
const APART = 0.65

function isApart(row: Row, fragments: readonly Fragment[], side: Side): boolean {
  const gaps = fragments
    .filter((other) => !row.fragments.includes(other))
    .map(({ top, bottom }) => (side === 'head' ? top - row.bottom : row.top - bottom))
    .filter((gap) => gap > -row.size * 0.5)
  return Math.min(...gaps) >= row.size * APART
}

/** The same words, numbers of pages counted on. */
function isSameRow(a: Row, b: Row, step: number): boolean {
  if (a.text === b.text) return true
  if (Math.abs(a.size - b.size) > 0.6) return false
  const [left, right] = [a.text.split(/(\d+)/u), b.text.split(/(\d+)/u)]
  if (left.length !== right.length || left.length < 3) return false
  let counted = 0
  for (const [at, piece] of left.entries()) {
    const other = right[at] ?? ''
    if (piece === other) continue
    if (at % 2 === 0 || Number(other) - Number(piece) !== step) return false
    counted++
  }
  return counted === 1
}

function isSameHeight(a: Row, b: Row, pageA?: PageLines, pageB?: PageLines): boolean {
  if (Math.abs(a.top - b.top) <= LEVEL) return true
  const fromFoot = (row: Row, page?: PageLines): number => (page?.extent.height ?? 0) - row.bottom
  return Math.abs(fromFoot(a, pageA) - fromFoot(b, pageB)) <= LEVEL
}

const PAGE_NUMBER =
  /^(?:p\s?a\s?g\s?e|p\.?|pg\.?|seite|página)?\s*(?:[|:–-]\s*)?(\d{1,4}|[ivxl]{1,6})(?:\s*(?:(?:\/|\||of|sur|de|out of)\s*\d{1,4}|(?:[|–-]\s*)?p\s?a\s?g\s?e))?\s*[|–-]?$/iu

const pageNumberIn = (row: Row | undefined): string | undefined =>
  row === undefined ? undefined : PAGE_NUMBER.exec(row.text.replace(/\s+/gu, ' ').trim())?.[1]

/** How far the printed numbers run ahead of the pages, by the count that most pages agree on. */
function countPages(edges: readonly Edge[]): number | undefined {
  const counts = new Map<number, number>()
  for (const [at, { rows }] of edges.entries()) {
    const ahead = Number(pageNumberIn(rows[0])) - at
    if (!Number.isNaN(ahead)) counts.set(ahead, (counts.get(ahead) ?? 0) + 1)
  }
  let best: number | undefined
  for (const [ahead, count] of counts)
    if (count > (counts.get(best ?? Number.NaN) ?? 0)) best = ahead
  return best
}

/** The outermost row that is nothing but a number, where it is this page's. */
function markNumbers({ rows, found }: Edge, at: number, pages: number, ahead?: number): void {
  for (const [index, row] of rows.entries()) {
    const number = pageNumberIn(row)
    if (number === undefined) {
      if (found.has(index)) continue
      break
    }
    const labelled = /[^\d\s]/u.test(row.text) && !/^[ivxl]+$/iu.test(row.text)
    const counted = Number(number) - at === (ahead ?? 1) || Number(number) === at + 1
    const roman = /^[ivxl]+$/iu.test(number) && pages > 2
    if (labelled || counted || roman) found.add(index)
    break
  }
}

/** Addresses and imprints; whatever else stands there may be a figure of the report. */
const CONTACT =
  /https?:|www\.|\S@\S|©|\b(?:for (?:more|further) information|contacts?|visit|follow|tel|phone|e-?mail|disclaimer|copyright|pour plus d[’']information|courriel)\b/iu

/** What stands below a rule across the page at its very foot, where it is an address or has no figure. */
function markBelowRule(edge: Edge, { rules, extent }: PageLines, bodySize: number): void {
  const rule = rules.findLast(
    ({ left, right, top }) =>
      right - left >= extent.width * 0.6 && top > extent.height * (1 - ZONE) && top < extent.height,
  )
  if (rule === undefined) return
  const below = edge.rows.filter(({ top }) => top >= rule.top - 2)
  if (below.length > 4 || below.some(({ size }) => size > bodySize)) return
  for (const { fragments } of below)
    for (const fragment of fragments)
      if (CONTACT.test(fragment.text) || !/\d/u.test(fragment.text)) edge.parts.add(fragment)
}

/** What the document itself marks as no content, in the place of a header or a footer. */
function markArtifacts({ rows, found }: Edge, at: number, side: Side, bodySize: number): void {
  for (const [index, row] of rows.entries()) {
    const marked = row.fragments.every(({ artifact }) => artifact)
    if (marked && row.size <= bodySize * 1.1 && (side === 'foot' || at > 0)) found.add(index)
    // An address line at the foot of the page: contacts, not content.
    if (index === 0 && side === 'foot' && row.fragments.length === 1 && isUrl(row.text))
      found.add(index)
  }
}

/** What stands between furniture and the edge of the page is furniture, when it is small print. */
function markBetween({ rows, found }: Edge): void {
  const deepest = Math.max(-1, ...found)
  for (let index = 0; index < deepest; index++) {
    const row = rows[index]
    if (row !== undefined && row.text.length <= 120 && !/\d{2}/u.test(row.text)) found.add(index)
  }
}
