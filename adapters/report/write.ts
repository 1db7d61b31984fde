/** Writes a check or a briefing to the file that was asked for, as its ending says. What writes it is loaded only then. */
import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { VerbatimError } from '../../src/errors.ts'
import { inertJson } from '../../src/inert.ts'
import type { Check, Summary } from '../../src/reply.ts'
import { briefingAs } from './briefing-file.ts'

/** @throws VerbatimError 'usage' when the file cannot be written */
export async function writeReport(reply: Check | Summary, path: string): Promise<void> {
  const ending = extname(path).toLowerCase()
  const content =
    reply.kind === 'check' ? await checkAs(reply, ending) : await briefingAs(reply, ending)
  try {
    await writeFile(path, content)
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^E\w+: /u, '') : String(error)
    throw new VerbatimError('usage', `${path} cannot be written: ${reason}; give another file`, {
      cause: error,
    })
  }
}

async function checkAs(check: Check, ending: string): Promise<string | Uint8Array> {
  if (ending === '.json') return `${inertJson(check)}\n`
  if (ending === '.docx') {
    const { toDocx } = await import('./docx.ts')
    return toDocx(check)
  }
  const { toMarkdown } = await import('./markdown.ts')
  return toMarkdown(check)
}
