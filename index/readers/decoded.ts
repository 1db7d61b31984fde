/** The reader of a format that is text: decodes first. */
import { decode } from './decode.ts'
import { type Reader, type Reading, single } from './reading.ts'

export const decodedReader =
  (read: (text: string) => { reading: Reading; problems: readonly string[] }): Reader =>
  ({ bytes }) => {
    const decoded = decode(bytes)
    if (decoded === undefined)
      return Promise.resolve({ reason: 'a binary file, not text; convert it to text or Markdown' })
    const { reading, problems } = read(decoded.text)
    const notes = [...(decoded.note === undefined ? [] : [decoded.note]), ...problems]
    return Promise.resolve(single(reading, notes))
  }
