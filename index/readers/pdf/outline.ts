/** The outline that a PDF carries: its chapters as its makers named and nested them. */
import { fold } from '../../analyzer.ts'
import type { Pdf } from './open.ts'
import type { Draft } from './paragraphs.ts'

export interface OutlineEntry {
  readonly title: string
  /** From 1, the outermost. */
  readonly level: number
  /** From 0. */
  readonly page: number
}

/** More are marks of a program, no chapters. */
const MOST_ENTRIES = 1500
const DEEPEST = 4

/** In order; empty where there is none, or it leads nowhere. */
export async function readOutline(pdf: Pdf): Promise<OutlineEntry[]> {
  const outline = await pdf.getOutline().catch(() => null)
  const entries: OutlineEntry[] = []
  type Node = NonNullable<typeof outline>[number]
  const visit = async (nodes: readonly Node[], level: number): Promise<void> => {
    for (const { title, dest, items } of nodes) {
      if (entries.length >= MOST_ENTRIES) return
      const page = await pageOf(pdf, dest)
      if (page !== undefined && title.trim() !== '') entries.push({ title, level, page })
      if (level < DEEPEST) await visit(items, level + 1)
    }
  }
  await visit(outline ?? [], 1)
  return entries
}

async function pageOf(pdf: Pdf, dest: unknown): Promise<number | undefined> {
  try {
    const found: unknown = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
    const [page]: readonly unknown[] = Array.isArray(found) ? found : []
    if (typeof page === 'number') return page
    const isReference = typeof page === 'object' && page !== null && 'num' in page && 'gen' in page
    if (!isReference || typeof page.num !== 'number' || typeof page.gen !== 'number')
      return undefined
    return await pdf.getPageIndex({ num: page.num, gen: page.gen })
  } catch {
    // An entry that leads nowhere is none.
    return undefined
  }
}

/** An outline of which less stands on its pages is of another edition. */
const LEAST_FOUND = 0.6
const LEAST_ENTRIES = 3

/** Makes headings of what the outline names, in place; other headings come below them. */
export function applyOutline(drafts: readonly Draft[], outline: readonly OutlineEntry[]): void {
  const byPage = Map.groupBy(
    drafts.filter(({ kind, lines }) => kind !== 'note' && lines.length <= 4),
    ({ page }) => page,
  )
  const found = new Map<Draft, number>()
  for (const { title, level, page } of outline) {
    const wanted = plain(title)
    const draft = (byPage.get(page) ?? []).find(
      (one) => !found.has(one) && wanted !== '' && isTitled(one, wanted),
    )
    if (draft !== undefined) found.set(draft, level)
  }
  if (found.size < LEAST_ENTRIES || found.size < outline.length * LEAST_FOUND) return
  const deepest = Math.max(...found.values())
  for (const draft of drafts) {
    const level = found.get(draft)
    if (level !== undefined) {
      draft.kind = 'heading'
      draft.level = level
    } else if (draft.kind === 'heading') draft.level = deepest + (draft.level ?? 1)
  }
}

/** The title, with or without the number before it. */
function isTitled({ lines }: Draft, wanted: string): boolean {
  const text = plain(lines.map((line) => line.text).join(' '))
  return (
    text === wanted ||
    (wanted.length > 8 && text.endsWith(wanted) && text.length < wanted.length + 8)
  )
}

const plain = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '')
