/** DOCX → HTML by its structure → text and blocks. Notes, comments, pictures and deleted text stay out. */
import mammoth from 'mammoth'
import { htmlReading } from '../html/reading.ts'
import { type Reader, single, Unreadable } from '../reading.ts'
import { coreOf } from '../zip/core.ts'
import { Zip } from '../zip/zip.ts'
import { safeCopy } from './safe-copy.ts'
import { styleMap } from './styles.ts'

export const readDocxFile: Reader = async ({ bytes }) => {
  const zip = new Zip(bytes)
  const copy = safeCopy(zip)
  const html = await convert(copy, styleMap(zip))
  const core = coreOf(zip)
  return single({ ...htmlReading(html, core.stated), ...core })
}

async function convert(buffer: Buffer, styles: string[]): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        styleMap: styles,
        // A file could map its own words to nothing, and name files of this machine as its pictures.
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        transformDocument: withoutMarks,
      },
    )
    return value
  } catch (error) {
    throw new Unreadable('is damaged or no Word document; open it in Word and save it again', {
      cause: error,
    })
  }
}

/** A node of the converter's own tree. */
interface Node {
  readonly type: string
  readonly children?: readonly Node[]
}

const LEFT_OUT = new Set(['noteReference', 'commentReference', 'image', 'checkbox'])

/** Where no mark refers to them, the converter leaves notes and comments out. */
function withoutMarks(node: Node): Node {
  if (node.children === undefined) return node
  const children = node.children.filter(({ type }) => !LEFT_OUT.has(type)).map(withoutMarks)
  return { ...node, children }
}
