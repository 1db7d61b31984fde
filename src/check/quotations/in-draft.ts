/** The quotations of a draft: what stands between its quotation marks, and its block quotes. */
import type { Span } from '../../../index/document.ts'

export interface Quotation extends Span {
  /** With its marks. */
  readonly outer: Span
  /** The mark at its beginning has no other: it was taken to the end of its paragraph. */
  readonly open: boolean
}

const CLOSINGS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '"': '"',
  '‘': '’',
}
const BLOCK = /^[ \t]{0,3}>[ \t]?/u

/** In the order of the draft; a quotation inside another is a part of that. */
export function quotationsIn(draft: string): Quotation[] {
  const found: Quotation[] = []
  for (const paragraph of paragraphsOf(draft)) {
    if (BLOCK.test(draft.slice(paragraph.start, paragraph.end)))
      found.push({ ...withoutMarks(draft, paragraph), outer: paragraph, open: false })
    else found.push(...inParagraph(draft, paragraph))
  }
  return found.filter(({ start, end }) => end > start)
}

/** Stretches between empty lines; the lines of a block quote stand by themselves. */
function paragraphsOf(draft: string): Span[] {
  const found: { start: number; end: number; block: boolean }[] = []
  let open: { start: number; end: number; block: boolean } | undefined
  for (const { index, 0: line } of draft.matchAll(/[^\n]*(?:\n|$)/gu)) {
    if (line === '') break
    const end = index + line.trimEnd().length
    const block = BLOCK.test(line)
    if (line.trim() === '') open = undefined
    else if (open === undefined || open.block !== block) {
      open = { start: index, end, block }
      found.push(open)
    } else open.end = end
  }
  return found
}

/** A block quote from its first to its last word: the marks of its lines stay inside. */
function withoutMarks(draft: string, { start, end }: Span): Span {
  const mark = BLOCK.exec(draft.slice(start, end))?.[0] ?? ''
  return { start: start + mark.length, end }
}

function inParagraph(draft: string, { start, end }: Span): Quotation[] {
  const found: Quotation[] = []
  for (let at = start; at < end; at++) {
    const mark = draft[at] ?? ''
    const closing = CLOSINGS[mark]
    if (closing === undefined || !opens(draft, at, mark)) continue
    const close = closeOf(draft, at, end, mark, closing)
    if (close === undefined) {
      // An apostrophe opens nothing; a straight mark does where a word follows.
      if (mark === '‘' || (mark === '"' && !/\p{L}/u.test(draft[at + 1] ?? ''))) continue
      found.push({ ...trimmed(draft, at + 1, end), outer: { start: at, end }, open: true })
      break
    }
    found.push({
      ...trimmed(draft, at + 1, close),
      outer: { start: at, end: close + 1 },
      open: false,
    })
    at = close
  }
  return found
}

function opens(draft: string, at: number, mark: string): boolean {
  if (mark !== '"' && mark !== '‘') return true
  const before = draft[at - 1]
  return before === undefined || /[\s([—–:]/u.test(before)
}

function closeOf(
  draft: string,
  from: number,
  end: number,
  mark: string,
  closing: string,
): number | undefined {
  let depth = 0
  for (let at = from + 1; at < end; at++) {
    const one = draft[at] ?? ''
    if (closing.includes(one)) {
      // ’ is an apostrophe inside a word.
      if (one === '’' && /\p{L}/u.test(draft[at + 1] ?? '')) continue
      if (
        one === '"' &&
        /\d/u.test(draft[at - 1] ?? '') &&
        /^\s?(?:x|by|\d)/u.test(draft.slice(at + 1, at + 4))
      )
        continue
      if (depth === 0) return at
      depth--
    } else if (one === mark && mark !== '"') depth++
  }
  return undefined
}

function trimmed(draft: string, start: number, end: number): Span {
  let [from, to] = [start, end]
  while (from < to && /\s/u.test(draft[from] ?? '')) from++
  while (to > from && /\s/u.test(draft[to - 1] ?? '')) to--
  return { start: from, end: to }
}
