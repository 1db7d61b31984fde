/**
 * A Word file → a copy with nothing but its text parts, each checked. The converter unpacks and parses
 * by itself: what it is given must be harmless, and be what was checked.
 */
import { strToU8, zipSync } from 'fflate'
import { Unreadable } from '../reading.ts'
import { checkDepth, xmlText } from '../xml.ts'
import type { Zip } from '../zip/zip.ts'

/** The converter's tree takes thirty times as much. A thousand pages are 20 MB. */
const MOST_BYTES = 25e6

/** @throws Unreadable when it is dangerous, damaged or no Word document */
export function safeCopy(zip: Zip): Buffer {
  const parts: Record<string, Uint8Array> = {}
  let left = MOST_BYTES
  for (const name of zip.names) {
    if (!isText(name)) continue
    const bytes = zip.read(name)
    if (bytes === undefined) continue
    left -= bytes.length
    if (left < 0)
      throw new Unreadable('holds more text than can be read at once; split it into several files')
    const xml = xmlText(bytes, name)
    checkDepth(xml, name)
    parts[name] = strToU8(xml)
  }
  if (!Object.keys(parts).some((name) => name.startsWith('word/')))
    throw new Unreadable('holds no Word document; open it in Word and save it as .docx')
  return Buffer.from(zipSync(parts, { level: 0 }))
}

/** Themes, settings, fonts and data of forms hold no words of the document. */
const isText = (name: string): boolean =>
  /\.(?:xml|rels)$/iu.test(name) &&
  !/^(?:customXml|docProps)\/|\/(?:theme|glossary|charts|diagrams|embeddings|media|fonts|activeX)\/|\/(?:settings|webSettings|fontTable)\.xml(?:\.rels)?$/iu.test(
    name,
  )
