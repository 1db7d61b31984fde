/** A draft from the bytes of a file, as text. */
import { extname } from 'node:path'
import { Parser } from '../../index/parsing/parser.ts'
import { VerbatimError } from '../errors.ts'
import { type Language, wordingsIn } from '../wordings/in-language.ts'

/** Read as they are: their marks of quotations and headings are seen. */
const PLAIN: ReadonlySet<string> = new Set(['', '.txt', '.text', '.md', '.markdown'])
/** A draft has no more bytes; of a longer one the first part is checked anyway. */
export const LARGEST_DRAFT = 20_000_000

/**
 * @param name by whose end its format is told
 * @throws VerbatimError 'usage' for what cannot be read; the reason of `signal` once that is aborted
 */
export async function draftFrom(
  name: string,
  bytes: Uint8Array,
  signal?: AbortSignal,
  language?: Language,
): Promise<string> {
  if (bytes.byteLength > LARGEST_DRAFT) throw tooLarge(name, language)
  if (PLAIN.has(extname(name).toLowerCase())) {
    const { decode } = await import('../../index/readers/decode.ts')
    const decoded = decode(bytes)
    if (decoded === undefined)
      throw new VerbatimError('usage', wordingsIn(language).checks.noText(name))
    return decoded.text
  }
  const parser = new Parser({ processes: 1 })
  try {
    const parsed = await parser.parse({ name, bytes }, signal)
    if (parsed.documents === undefined)
      throw new VerbatimError('usage', `${name}: ${parsed.reason}`)
    return parsed.documents.map(({ document }) => document.clean).join('\n\n')
  } finally {
    await parser.close()
  }
}

export const tooLarge = (name: string, language?: Language): VerbatimError =>
  new VerbatimError('usage', wordingsIn(language).checks.tooLarge(name, LARGEST_DRAFT / 1_000_000))
