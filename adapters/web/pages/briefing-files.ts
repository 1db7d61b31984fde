/** A briefing as a file, to take along from the page that shows it. */
import type { Reply } from '../../../src/reply.ts'
import { BRIEFING_FILES, type BriefingFile, briefingFile } from '../../report/briefing-file.ts'
import { type Html, html, NONE } from '../html/html.ts'
import type { Asked } from '../site.ts'
import type { Words } from '../words.ts'

const TYPES: Readonly<Record<BriefingFile, string>> = {
  word: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  markdown: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
}
const LABELS: Readonly<Record<BriefingFile, string>> = {
  word: 'Word',
  markdown: 'Markdown',
  html: 'HTML',
}

export const KINDS = ['word', 'markdown', 'html'] as const satisfies readonly BriefingFile[]
export const endingOf = (kind: BriefingFile): string => BRIEFING_FILES[kind]

/** As what the name of a path ends with. */
export const kindOf = (name: string): BriefingFile | undefined =>
  KINDS.find((kind) => name.endsWith(endingOf(kind)))

/** The briefing to download; nothing where there is none. */
export async function sendBriefing(
  c: Asked,
  reply: Reply,
  kind: BriefingFile,
): Promise<Response | undefined> {
  if (reply.kind !== 'summary') return undefined
  const { name, bytes } = await briefingFile(reply, kind)
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': TYPES[kind],
    'Content-Disposition': `attachment; filename="${name}"`,
  })
}

/** @param address of the file that ends with `ending` */
export const filesHtml = (
  reply: Reply | undefined,
  address: (ending: string) => string,
  words: Words,
): Html =>
  reply?.kind === 'summary'
    ? html`<p class="next">
        ${words.download}${words.colon}${KINDS.map(
          (kind, at) =>
            html`${at === 0 ? '' : ' · '}<a href="${address(endingOf(kind))}" download
                >${LABELS[kind]}</a
              >`,
        )}
      </p>`
    : NONE
