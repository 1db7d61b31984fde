/**
 * A file that lists addresses — a sitemap, an index of sitemaps, a feed, an OPML — → its links. Runs in
 * a child process; what it found goes back as the notes of a file without documents, a link each.
 */
import { gunzipSync } from 'node:zlib'
import { parseFeed, parseOpml } from 'feedsmith'
import { entriesOf } from '../../readers/feed/entries.ts'
import { feedSource } from '../../readers/feed/source.ts'
import type { ReadResult } from '../../readers/read.ts'
import type { Input } from '../../readers/reading.ts'
import { Unreadable } from '../../readers/reading.ts'
import { xmlText } from '../../readers/xml.ts'
import type { Link, List } from './link.ts'
import { readSitemap } from './sitemap.ts'

/** A sitemap may have 50 MB; unpacked, no more is read. */
const LARGEST = 60_000_000

export function readList(input: Input): Promise<ReadResult> {
  try {
    const { kind, links } = listOf({ ...input, bytes: unpacked(input.bytes) })
    return Promise.resolve({
      documents: [],
      notes: [kind, ...links.map((one) => JSON.stringify(one))],
    })
  } catch (error) {
    const reason = error instanceof Unreadable ? error.message : NO_LIST
    return Promise.resolve({ reason })
  }
}

const NO_LIST =
  'no sitemap, no feed and no OPML, or a damaged one; check the address, or add it as a page'

function listOf(input: Input): List {
  const head = new TextDecoder().decode(input.bytes.subarray(0, 4096)).replace(/^\uFEFF/u, '')
  const root = /<(?!\?|!)(?:[\w-]+:)?(?<name>[\w-]+)/u.exec(head)?.groups?.['name']?.toLowerCase()
  if (root === 'urlset' || root === 'sitemapindex')
    return readSitemap(xmlText(input.bytes, 'the sitemap'), root)
  if (root === 'opml') return { kind: 'opml', links: outlines(xmlText(input.bytes, 'the OPML')) }
  const { text } = feedSource(input)
  const { entries } = entriesOf(parseFeed(text), input.url)
  return { kind: 'feed', links: entries.flatMap(({ url }) => (url === undefined ? [] : [{ url }])) }
}

function outlines(text: string): Link[] {
  const found: Link[] = []
  const visit = (all: readonly Outline[] | undefined): void => {
    for (const { xmlUrl, outlines: inner } of all ?? []) {
      if (xmlUrl !== undefined) found.push({ url: xmlUrl })
      visit(inner)
    }
  }
  visit(parseOpml(text).body?.outlines)
  return found
}

interface Outline {
  readonly xmlUrl?: string | undefined
  readonly outlines?: readonly Outline[] | undefined
}

function unpacked(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST })
  } catch {
    throw new Unreadable(
      `damaged, or unpacks to more than ${LARGEST / 1e6} MB; give a smaller sitemap`,
    )
  }
}
