/** The body of a response: unpacked while it streams, never past a limit. */
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import * as zlib from 'node:zlib'

/** More bytes than may be read, packed or unpacked. */
export class TooLargeError extends Error {}

/** A Content-Encoding that is not asked for. */
export class EncodingError extends Error {}

/** For Accept-Encoding. Not deflate, by which some servers mean zlib's format and some a bare stream. */
export const ENCODINGS = 'gzip, br, zstd'

/**
 * Reads all of `body`; it is destroyed at the first byte over the limit, however well it is packed.
 * @param encoding the Content-Encoding
 * @throws TooLargeError, EncodingError; zlib's or the socket's error when the body is damaged or cut
 */
export async function readBody(
  body: Readable,
  encoding: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const unpack = unpacker(encoding)
  const chunks: Uint8Array[] = []
  const keep = async (unpacked: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of limited(unpacked, maxBytes)) chunks.push(chunk)
  }
  if (unpack === undefined) await pipeline(body, keep)
  // Packed bytes are counted too: packed nothing is endless without ever unpacking to a byte.
  else
    await pipeline(
      body,
      (packed: AsyncIterable<Uint8Array>) => limited(packed, maxBytes),
      unpack,
      keep,
    )
  return Buffer.concat(chunks)
}

async function* limited(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > maxBytes) throw new TooLargeError()
    yield chunk
  }
}

function unpacker(encoding: string): NodeJS.ReadWriteStream | undefined {
  const chunkSize = 64 * 1024
  // One layer only: a bomb packed twice is a thousand times smaller than one packed once.
  switch (encoding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return undefined
    case 'gzip':
    case 'x-gzip':
      return zlib.createGunzip({ chunkSize })
    case 'deflate':
      return zlib.createInflate({ chunkSize })
    case 'br':
      return zlib.createBrotliDecompress({ chunkSize })
    case 'zstd':
      return zlib.createZstdDecompress({
        chunkSize,
        // 8 MB: the largest window RFC 9659 lets a server use.
        params: { [zlib.constants.ZSTD_d_windowLogMax]: 23 },
      })
    default:
      throw new EncodingError()
  }
}
