/** Streams that stand in for a terminal. */
import { PassThrough } from 'node:stream'
import { WriteStream } from 'node:tty'
import { stripVTControlCharacters } from 'node:util'

/** Takes what is typed. `tty`: as a terminal does, key by key. */
export const typing = ({ tty = false } = {}) =>
  Object.assign(new PassThrough(), tty ? { isTTY: true, setRawMode: () => {} } : {})

/** Keeps what is written. */
export function screen({ tty = false, columns = 80 } = {}) {
  const stream = new PassThrough()
  const chunks: string[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString()))
  if (tty) Object.assign(stream, { isTTY: true, columns, getColorDepth })
  return Object.assign(stream, {
    raw: () => chunks.join(''),
    shown: () => stripVTControlCharacters(chunks.join('')),
  })
}

/** The real one, which reads the environment. */
const getColorDepth = (environment?: object) =>
  WriteStream.prototype.getColorDepth(environment ?? process.env)
