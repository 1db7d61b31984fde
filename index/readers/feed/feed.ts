/** Feeds — RSS, RDF, Atom, JSON Feed → a document of each entry. */
import { DetectError, parseFeed } from 'feedsmith'
import type { FrontMatter } from '../../front-matter.ts'
import { type Entry, entriesOf } from './entries.ts'
import { feedSource } from './source.ts'
import { htmlReading } from '../html/reading.ts'
import { type Input, type Reader, type Reading, type Readings, Unreadable } from '../reading.ts'

export const readFeedFile: Reader = (input) => {
  try {
    return Promise.resolve(read(input))
  } catch (error) {
    return Promise.resolve({ reason: reasonOf(error) })
  }
}

/** A feed is what is new; a longer one is an archive, and its first entries are the newest. */
const MOST_ENTRIES = 1000

function read(input: Input): Readings | { reason: string } {
  const { text, note } = feedSource(input)
  const { publisher, entries } = entriesOf(
    parseFeed(text, { maxItems: MOST_ENTRIES + 1 }),
    input.url,
  )
  if (entries.length === 0)
    return { reason: 'a feed without entries; add the page of a document, or wait for its first' }
  const notes = note === undefined ? [] : [note]
  if (entries.length > MOST_ENTRIES)
    notes.push(`more than ${MOST_ENTRIES} entries; the first ${MOST_ENTRIES} were read`)
  const parts = new Map<string, number>()
  const readings: Reading[] = []
  let bare = 0
  for (const entry of entries.slice(0, MOST_ENTRIES)) {
    const reading = htmlReading(entry.html, statedBy(entry, publisher))
    if (reading.blocks.length === 0) {
      bare++
      continue
    }
    readings.push({ ...reading, part: unique(entry.key, parts) })
  }
  if (readings.length === 0)
    return { reason: 'no entry of the feed has text; add the pages it links to' }
  if (bare > 0)
    notes.push(
      `${bare} ${bare === 1 ? 'entry has' : 'entries have'} no text in the feed; add the ${bare === 1 ? 'page it links' : 'pages they link'} to`,
    )
  return { readings, attachments: [], notes }
}

function statedBy(entry: Entry, feed: string | undefined): FrontMatter {
  const { title, url, date, byline, language } = entry
  const publisher = entry.source ?? feed
  return {
    ...(title !== undefined && { title }),
    ...(publisher !== undefined && { publisher }),
    ...(byline !== undefined && { byline }),
    ...(date !== undefined && { date }),
    ...(url !== undefined && { url }),
    ...(language !== undefined && { language }),
  }
}

/** Entries that share their key are told apart by their order. */
function unique(key: string, parts: Map<string, number>): string {
  const count = (parts.get(key) ?? 0) + 1
  parts.set(key, count)
  return count === 1 ? key : `${key}~${count}`
}

function reasonOf(error: unknown): string {
  if (error instanceof Unreadable) return error.message
  if (error instanceof DetectError)
    return 'no feed: neither RSS, Atom nor JSON Feed; save it as text or as a web page'
  return 'a damaged feed that cannot be read; fetch it again'
}
