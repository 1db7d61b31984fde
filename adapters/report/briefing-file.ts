/** A briefing as a file to take along. What writes it is loaded only then. */
import { plainWording } from '../../src/ask/wording.ts'
import type { Summary } from '../../src/reply.ts'

/** Those that are offered. */
export const BRIEFING_FILES = { word: '.docx', markdown: '.md', html: '.html' } as const
export type BriefingFile = keyof typeof BRIEFING_FILES

/** In characters, without the ending. */
const LONGEST_NAME = 60

/** "briefing-moura.docx", and what is in it. */
export async function briefingFile(
  summary: Summary,
  kind: BriefingFile,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const ending = BRIEFING_FILES[kind]
  const content = await briefingAs(summary, ending)
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return { name: `${nameOf(summary)}${ending}`, bytes }
}

const nameOf = ({ title }: Summary): string =>
  plainWording(title)
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, LONGEST_NAME)
    .replace(/^-|-$/gu, '') || 'briefing'

/** @param ending `.docx`, `.html`; Markdown for any other */
export async function briefingAs(summary: Summary, ending: string): Promise<string | Uint8Array> {
  const { briefingOf } = await import('./briefing.ts')
  const briefing = briefingOf(summary)
  if (ending === '.docx') {
    const { briefingDocx } = await import('./briefing-docx.ts')
    return briefingDocx(briefing)
  }
  if (ending === '.html') {
    const { briefingHtml } = await import('./briefing-html.ts')
    return briefingHtml(briefing)
  }
  const { briefingMarkdown } = await import('./briefing-markdown.ts')
  return briefingMarkdown(briefing)
}
