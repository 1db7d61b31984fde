/** A draft from a file or from standard input, as text. */
import { readFile, stat } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { draftFrom, LARGEST_DRAFT, tooLarge } from '../check/draft-file.ts'
import { VerbatimError } from '../errors.ts'

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
  return draftFrom(path, await bytesOf(path), signal)
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > LARGEST_DRAFT) throw tooLarge(path)
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
