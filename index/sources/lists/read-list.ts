/**
 * A file that lists addresses — a sitemap, an index of sitemaps, a feed, an OPML — → its links. Runs in
 * a child process; what it found goes back as the notes of a file without documents, a link each.
 */
import { gunzipSync } from 'node:zlib'
import { parseFeed, parseOpml } from 'feedsmith'
import { decode } from '../../readers/decode.ts'
import { entriesOf } from '../../readers/feed/entries.ts'
import { feedSource } from '../../readers/feed/source.ts'
import type { ReadResult } from '../../readers/read.ts'
import type { Input } from '../../readers/reading.ts'
import { Unreadable } from '../../readers/reading.ts'
import { readXml, xmlText } from '../../readers/xml.ts'
import type { Link, List } from './link.ts'
import { MOST_LINKS, readSitemap } from './sitemap.ts'

/** A sitemap may have 50 MB; unpacked, no more is read. */
const LARGEST = 60_000_000

/** So much tells what a list is; even, for letters of two bytes. */
const HEAD = 4096

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
  const head = decode(input.bytes.subarray(0, HEAD))?.text ?? ''
  const lines = textLines(head, input.bytes)
  if (lines !== undefined) return { kind: 'sitemap', links: lines.map((url) => ({ url })) }
  const root = rootOf(head)
  if (root === 'urlset' || root === 'sitemapindex')
    return readSitemap(xmlText(input.bytes, 'the sitemap'), root)
  if (root === 'opml') return { kind: 'opml', links: outlines(xmlText(input.bytes, 'the OPML')) }
  const { text } = feedSource(input)
  const { entries } = entriesOf(parseFeed(text), input.url)
  return { kind: 'feed', links: entries.flatMap(({ url }) => (url === undefined ? [] : [{ url }])) }
}

/** The name of the first element, wherever comments and declarations stand. */
function rootOf(head: string): string {
  const names: string[] = []
  const first = (name: string): void => void (names.length === 0 && names.push(name))
  const ignored = (): void => {
    // Only the first name counts.
  }
  readXml(head, 'the list', { open: first, close: ignored, text: ignored })
  return names[0]?.toLowerCase() ?? ''
}

/** A sitemap may be plain text: an address a line, and nothing else. */
function textLines(head: string, bytes: Uint8Array): string[] | undefined {
  if (!/^\s*https?:\/\//iu.test(head)) return undefined
  const lines = (decode(bytes)?.text ?? '').split(/\s+/u).filter((line) => line !== '')
  return lines.every((line) => /^https?:\/\//iu.test(line)) ? lines.slice(0, MOST_LINKS) : undefined
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
