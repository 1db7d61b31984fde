/** Writes a check to the file that was asked for, as its ending says. What writes it is loaded only then. */
import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { VerbatimError } from '../../src/errors.ts'
import { inertJson } from '../../src/inert.ts'
import type { Check } from '../../src/reply.ts'

/** @throws VerbatimError 'usage' when the file cannot be written */
export async function writeCheck(check: Check, path: string): Promise<void> {
  const content = await contentOf(check, extname(path).toLowerCase())
  try {
    await writeFile(path, content)
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^E\w+: /u, '') : String(error)
    throw new VerbatimError('usage', `${path} cannot be written: ${reason}; give another file`, {
      cause: error,
    })
  }
}

async function contentOf(check: Check, ending: string): Promise<string | Uint8Array> {
  if (ending === '.json') return `${inertJson(check)}\n`
  if (ending === '.docx') {
    const { toDocx } = await import('./docx.ts')
    return toDocx(check)
  }
  const { toMarkdown } = await import('./markdown.ts')
  return toMarkdown(check)
}
