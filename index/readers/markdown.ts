/** Markdown → blocks, by the positions of its syntax tree: mark-up, link targets and code are left out. */
import type { SyntaxNodeRef, Tree } from '@lezer/common'
import { GFM, type InlineContext, parser as commonMark } from '@lezer/markdown'
import type { Block } from '../clean/blocks.ts'
import { isUrl } from '../clean/lines.ts'
import { trimSpans, without } from '../clean/spans.ts'
import { isFurnitureText } from '../clean/wordings.ts'
import type { Span } from '../document.ts'
import { readFrontMatter } from '../front-matter.ts'
import { decodedReader } from './decoded.ts'
import { htmlBlocks } from './html-blocks.ts'
import type { Reading } from './reading.ts'
import { textReading } from './text.ts'

/** Nodes whose text is no part of the running text. */
const LEFT_OUT = new Set([
  'CodeBlock',
  'FencedCode',
  'CommentBlock',
  'ProcessingInstructionBlock',
  'LinkReference',
  'HorizontalRule',
])

/** Nodes inside a paragraph that are mark-up and nothing else. */
const MARKS = new Set([
  'HeaderMark',
  'EmphasisMark',
  'StrikethroughMark',
  'CodeMark',
  'QuoteMark',
  'TaskMarker',
  'Image',
  'HTMLTag',
  'Comment',
  'ProcessingInstruction',
])

const LEAF =
  /^(?:(?:ATX|Setext)Heading(?<level>[1-6])|(?<text>Paragraph|Task)|TableHeader|TableRow)$/u

/** Deeper nesting has no reader, only a cost that grows with its square. */
const DEEPEST = 32
const TOO_DEEP = new RegExp(
  String.raw`^[ \t]*(?:>[ \t]*|(?:[-+*]|\d{1,9}[.)])[ \t]+){${DEEPEST}}`,
  'mu',
)

/** A longer paragraph is a whole text without line ends, or hostile; its marks stay as they are. */
const LONGEST_INLINE = 5000

const isTooLong = ({ end, offset }: InlineContext): boolean => end - offset > LONGEST_INLINE

/** What any mark-up in a line has; most paragraphs have none, and need no look at every character. */
const INLINE = /[\\`*_~[\]<&]/

const parser = commonMark.configure([
  GFM,
  {
    parseInline: [
      {
        name: 'NothingInline',
        before: 'Escape',
        parse: (context: InlineContext, _next: number, at: number) =>
          at === context.offset && (isTooLong(context) || !INLINE.test(context.text))
            ? context.end
            : -1,
      },
    ],
  },
])

export const readMarkdownFile = decodedReader(markdownReading)

export function markdownReading(text: string): { reading: Reading; problems: readonly string[] } {
  if (isTooDeep(text)) {
    const { reading, problems } = textReading(text)
    return { reading, problems: [...problems, 'Markdown nested too deep; read as plain text'] }
  }
  const { matter, bodyStart, problems } = readFrontMatter(text)
  const blocks = readMarkdown(text, bodyStart)
  return {
    reading: { text, bodyStart, blocks, stated: matter, titles: [], places: [] },
    problems,
  }
}

/** Whether the text is nested too deep to be read as Markdown. */
const isTooDeep = (text: string): boolean => TOO_DEEP.test(text)

interface Leaf {
  readonly kind: Block['kind']
  readonly level?: number
  readonly row: boolean
  span: Span
  readonly cuts: Span[]
  /** Where a `<br>` ends a line. */
  readonly breaks: Span[]
}

/** `bodyStart` is where the text begins, after any front matter; offsets stay those of the whole file. */
function readMarkdown(text: string, bodyStart: number): Block[] {
  const body = text.slice(bodyStart)
  // The parser takes a CR alone for a letter; the offsets stay the same.
  const tree = parser.parse(body.replace(/\r(?!\n)/gu, '\n'))
  const labels = body.includes(']:') ? definedLabels(tree, body) : new Set<string>()
  const blocks: Block[] = []
  let lists = 0
  let leaf: Leaf | undefined
  tree.iterate({
    enter(node) {
      if (LEFT_OUT.has(node.name)) return false
      if (isList(node)) lists++
      else if (leaf !== undefined) return addCuts(leaf, node, body, labels)
      else if (node.name === 'HTMLBlock') blocks.push(...htmlBlocks(body, node))
      else leaf = leafOf(node, lists > 0)
      return true
    },
    leave(node) {
      if (isList(node)) lists--
      if (leaf === undefined || !LEAF.test(node.name)) return
      blocks.push(...toBlocks(leaf, body))
      leaf = undefined
    },
  })
  return blocks
    .filter((block) => !isFurniture(body, block))
    .map((block) => ({ ...block, spans: block.spans.map((span) => shift(span, bodyStart)) }))
}

const isList = (node: SyntaxNodeRef): boolean =>
  node.name === 'BulletList' || node.name === 'OrderedList'

function leafOf(node: SyntaxNodeRef, inList: boolean): Leaf | undefined {
  const match = LEAF.exec(node.name)
  if (match === null) return undefined
  const { level, text } = match.groups ?? {}
  const common = { span: { start: node.from, end: node.to }, cuts: [], breaks: [] }
  if (level !== undefined) return { kind: 'heading', level: Number(level), row: false, ...common }
  if (text !== undefined) return { kind: inList ? 'list' : 'text', row: false, ...common }
  return { kind: 'list', row: true, ...common }
}

/** Notes what of `node` is mark-up. Says whether its children are looked at. */
function addCuts(
  leaf: Leaf,
  node: SyntaxNodeRef,
  body: string,
  labels: ReadonlySet<string>,
): boolean {
  const span = { start: node.from, end: node.to }
  if (MARKS.has(node.name)) {
    if (node.name === 'HTMLTag' && /^<br\b/iu.test(body.slice(node.from, node.to))) {
      // A table's row stays one line, and its words apart.
      if (!leaf.row) leaf.breaks.push(span)
      return false
    }
    // The blank after a `>` goes with it.
    const blank = node.name === 'QuoteMark' && /[ \t]/u.test(body[node.to] ?? '') ? 1 : 0
    leaf.cuts.push({ start: node.from, end: node.to + blank })
    return false
  }
  if (node.name === 'Escape') leaf.cuts.push({ start: node.from, end: node.from + 1 })
  else if (node.name === 'HardBreak' && body[node.from] === '\\')
    leaf.cuts.push({ start: node.from, end: node.from + 1 })
  else if (node.name === 'Autolink')
    leaf.cuts.push({ start: node.from, end: node.from + 1 }, { start: node.to - 1, end: node.to })
  else if (node.name === 'Link') return addLinkCuts(leaf, node, body, labels)
  return true
}

/** Keeps the words of a link. `[U.S.]` is one only where the document defines it; `[^1]` is a mark. */
function addLinkCuts(
  leaf: Leaf,
  node: SyntaxNodeRef,
  body: string,
  labels: ReadonlySet<string>,
): boolean {
  if (body[node.from + 1] === '^') {
    leaf.cuts.push({ start: node.from, end: node.to })
    return false
  }
  const close = node.node.getChildren('LinkMark')[1]
  if (close === null || close === undefined) return true
  const label = node.node.getChild('LinkLabel')
  const written = label === null || label.to - label.from <= 2 ? undefined : label
  const known =
    body[close.to] === '(' ||
    labels.has(
      written === undefined
        ? toLabel(body.slice(node.from, close.to))
        : toLabel(body.slice(written.from, written.to)),
    )
  if (known)
    leaf.cuts.push({ start: node.from, end: node.from + 1 }, { start: close.from, end: node.to })
  return true
}

function definedLabels(tree: Tree, body: string): Set<string> {
  const labels = new Set<string>()
  tree.iterate({
    enter(node) {
      if (LEAF.test(node.name)) return false
      if (node.name === 'LinkLabel') labels.add(toLabel(body.slice(node.from, node.to)))
      return true
    },
  })
  return labels
}

/** `[Some  Label]` → `some label`. */
const toLabel = (brackets: string): string =>
  brackets.slice(1, -1).trim().replace(/\s+/gu, ' ').toLowerCase()

/** The notes that stand at the end of a paragraph: `[^1]: …`. */
const NOTES = /^[ \t>]*\[\^[^\]\s]+\]:/mu
const INDENTATION = /(?<=[\r\n])[ \t]+/gu

function toBlocks(leaf: Leaf, body: string): Block[] {
  let { start, end } = leaf.span
  if (leaf.row) {
    // From the first cell to the last, as the document has it: `Gao | 12 %`.
    const isEdge = (at: number): boolean => start < end && /[\s|]/u.test(body[at] ?? '')
    while (isEdge(start)) start++
    while (isEdge(end - 1)) end--
  }
  const notes = leaf.row ? -1 : body.slice(start, end).search(NOTES)
  if (notes >= 0) end = start + notes
  const indentation = [...body.slice(start, end).matchAll(INDENTATION)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }))
  const cuts = [...leaf.cuts, ...indentation].sort((a, b) => a.start - b.start || a.end - b.end)
  const lines = without([{ start, end }], leaf.breaks)
  return lines.flatMap((line): Block[] => {
    const spans = trimSpans(body, without([line], cuts))
    if (spans.length === 0) return []
    return [
      leaf.level === undefined
        ? { kind: leaf.kind, spans }
        : { kind: leaf.kind, spans, level: leaf.level },
    ]
  })
}

const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by })

function isFurniture(text: string, block: Block): boolean {
  if (block.kind === 'heading') return false
  const words = block.spans
    .map((span) => text.slice(span.start, span.end))
    .join('')
    .trim()
  return isUrl(words) || isFurnitureText(words)
}
