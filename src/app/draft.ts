/** A draft from a file or from standard input, as text. */
import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { text } from 'node:stream/consumers'
import { Parser } from '../../index/parsing/parser.ts'
import { VerbatimError } from '../errors.ts'

/** Read as they are: their marks of quotations and headings are seen. */
const PLAIN: ReadonlySet<string> = new Set(['', '.txt', '.text', '.md', '.markdown'])
/** A draft has no more bytes; of a longer one the first part is checked anyway. */
const LARGEST_MEGABYTES = 20

/**
 * @param path of a file, or `-` for standard input
 * @throws VerbatimError 'usage' for what is not there or cannot be read
 */
export async function readDraftFile(path: string, signal: AbortSignal): Promise<string> {
  if (path === '-') {
    if (process.stdin.isTTY)
      process.stderr.write('Type the draft, then Ctrl-D on a line of its own.\n')
    return text(process.stdin)
  }
  const bytes = await bytesOf(path)
  if (PLAIN.has(extname(path).toLowerCase())) {
    const { decode } = await import('../../index/readers/decode.ts')
    const decoded = decode(bytes)
    if (decoded === undefined)
      throw new VerbatimError('usage', `${path} is no text; save it as text, Markdown or DOCX.`)
    return decoded.text
  }
  const parser = new Parser({ processes: 1 })
  try {
    const parsed = await parser.parse({ name: basename(path), bytes }, signal)
    if (parsed.documents === undefined)
      throw new VerbatimError('usage', `${path}: ${parsed.reason}`)
    return parsed.documents.map(({ document }) => document.clean).join('\n\n')
  } finally {
    await parser.close()
  }
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > LARGEST_MEGABYTES * 1_000_000)
      throw new VerbatimError(
        'usage',
        `${path} has more than ${LARGEST_MEGABYTES} MB; give the part that is to be checked.`,
      )
    return await readFile(path)
  } catch (error) {
    if (error instanceof VerbatimError) throw error
    const reason = error instanceof Error ? error.message.replace(/^E\w+: /u, '') : String(error)
    throw new VerbatimError(
      'usage',
      `${path} cannot be read: ${reason}. Give a file, or - to read what is typed or piped.`,
      { cause: error },
    )
  }
}
