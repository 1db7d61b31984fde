/** Headings, told by how large, how bold and how short a line is; and how deep each is. */
import { parseDigits } from './digits.ts'
import type { Draft } from './paragraphs.ts'

export interface Body {
  /** Size of most letters of the document. */
  readonly size: number
  readonly bold: boolean
  readonly color: string
}

/** Size and weight of most of a document's letters. */
export function bodyOf(lines: Iterable<Body & { readonly text: string }>): Body {
  const counts = new Map<string, Body & { count: number }>()
  for (const { text, size, bold, color } of lines) {
    const key = `${Math.round(size * 2)} ${bold} ${color}`
    const entry = counts.get(key) ?? { size, bold, color, count: 0 }
    entry.count += text.length
    counts.set(key, entry)
  }
  let body = { size: 10, bold: false, color: '#000000', count: 0 }
  for (const entry of counts.values()) if (entry.count > body.count) body = entry
  return body
}

/** How much larger than the body a heading is. */
const LARGER = 1.13
const MOST_WORDS = 24
const MOST_LETTERS = 180

/** Marks headings among `drafts`, in place. */
export function markHeadings(drafts: readonly Draft[], body: Body): void {
  for (const draft of drafts) if (looksLikeHeading(draft, body)) draft.kind = 'heading'
  const levels = levelsOf(drafts.filter(({ kind }) => kind === 'heading'))
  for (const draft of drafts)
    if (draft.kind === 'heading') draft.level = levels.get(styleOf(draft)) ?? 1
  withoutBare(drafts)
}

function looksLikeHeading(draft: Draft, body: Body): boolean {
  const { kind, closed, lines } = draft
  const numbered = kind === 'list' && lines.length === 1 && /^\d/u.test(lines[0]?.text ?? '')
  if ((kind !== 'text' && !numbered) || closed || lines.length > 4) return false
  const text = lines.map((line) => line.text).join(' ')
  const words = text.split(/\s+/u).length
  if (words > MOST_WORDS || text.length > MOST_LETTERS || !/\p{L}{3}/u.test(text)) return false
  if (/[.;,]$/u.test(text) && !/\b(?<![A-Z]\.)(?:[A-Z]\.){2,}$/u.test(text)) return false
  if (/^\p{Ll}/u.test(text) || parseDigits(text) > 0.5) return false
  const size = Math.min(...lines.map((line) => line.size))
  if (size >= body.size * LARGER) return true
  if (size < body.size * 0.93) return false
  const bold = !body.bold && lines.every((line) => line.bold)
  if (bold) return words <= 16
  const coloured = lines.length === 1 && words <= 8 && lines[0]?.color !== body.color
  if (coloured && size >= body.size * 1.04) return /^\p{Lu}/u.test(text)
  const capitals = lines.length === 1 && words <= 10 && /\p{Lu}{4}/u.test(text)
  return capitals && !/\p{Ll}/u.test(text) && !/\d{2}/u.test(text)
}

const styleOf = ({ lines }: Draft): string => {
  const size = Math.round(Math.max(...lines.map((line) => line.size)))
  return `${String(size).padStart(4, '0')} ${lines.every(({ bold }) => bold) ? 1 : 0}`
}

/** The largest is the highest; of the same size, the bold one. */
function levelsOf(headings: readonly Draft[]): Map<string, number> {
  const styles = [...new Set(headings.map(styleOf))].sort().reverse()
  return new Map(styles.map((style, at) => [style, Math.min(6, at + 1)]))
}

/** A heading with nothing under it is text, so that nothing is lost; only the first may be a title. */
function withoutBare(drafts: readonly Draft[]): void {
  const shown = drafts.filter(({ kind }) => kind !== 'note')
  const first = shown.findIndex(({ kind }) => kind === 'heading')
  const none = shown.every(({ kind }) => kind === 'heading')
  for (const [at, draft] of shown.entries()) {
    if (draft.kind !== 'heading') continue
    const next = shown[at + 1]
    const bare = next?.kind === 'heading' && (next.level ?? 1) <= (draft.level ?? 1)
    if (none || next === undefined || (bare && at !== first)) draft.kind = 'list'
  }
}
