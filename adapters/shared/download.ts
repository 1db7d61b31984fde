/** Bytes from elsewhere, no more than asked for. */
import { VerbatimError } from '../../src/errors.ts'

/** @throws VerbatimError 'documents' when there are more than `most` bytes */
export async function bytesOf(response: Response, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.byteLength
    if (length > most)
      throw new VerbatimError(
        'documents',
        `The file is larger than ${Math.floor(most / 1_000_000)} MB; drop a smaller one.`,
      )
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}
