/** What a file is, by its content: its first bytes, the files in it, the words it begins with. */
import { decode } from '../decode.ts'
import { foreign } from './foreign.ts'
import { archive } from './archive.ts'
import type { Sniffed } from './sniffed.ts'

/** So much is looked at for what a text begins with. */
const HEAD = 4096
/** Some programs put bytes of their own before a PDF. */
const PDF_WITHIN = 1024

/** `undefined` for text of any kind: the name decides. */
export function sniff(bytes: Uint8Array): Sniffed | undefined {
  if (isPdf(bytes)) return { name: 'PDF', sure: true }
  const packed = archive(bytes)
  if (packed !== undefined) return packed
  const other = foreign(bytes)
  if (other !== undefined) return { reason: other, sure: true }
  const head = bytes.subarray(0, Math.min(HEAD, bytes.length & ~1))
  const text = decode(head)?.text
  return text === undefined ? undefined : sniffText(text.replace(/^\uFEFF/u, '').trimStart())
}

/** A text may speak of `%PDF-`: further down, the rest must look like one. */
function isPdf(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, PDF_WITHIN * 4)).toString('latin1')
  const at = head.slice(0, PDF_WITHIN + 4).indexOf('%PDF-')
  return at === 0 || (at > 0 && /^%PDF-\d\.\d[^]{0,2000}?\b\d+ \d+ obj\b/u.test(head.slice(at)))
}

/** Comments and declarations that may stand before the root of a page or feed. */
const PROLOGUE =
  /^(?:<\?xml[^>]{0,300}>|<\?[^>]{0,300}\?>|<!--[^]*?-->|<!doctype(?! html)[^>[]{0,300}>|\s)+/iu

function sniffText(text: string): Sniffed | undefined {
  const start = text.replace(PROLOGUE, '')
  if (/^<(?:!doctype html\b|html[\s>])/iu.test(start)) return { name: 'HTML', sure: true }
  const isFeed =
    /^<(?:[\w-]+:)?rss[\s>]/iu.test(start) ||
    /^<(?:[\w-]+:)?feed\s[^>]*["']http:\/\/(?:www\.w3\.org\/2005\/Atom|purl\.org\/atom)/iu.test(
      start,
    ) ||
    /^<rdf:RDF\s[^>]*["']http:\/\/(?:purl\.org\/rss\/|my\.netscape\.com\/rdf)/iu.test(start) ||
    /^\{[^]{0,3000}?"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\\?\/version\\?\//u.test(start)
  if (isFeed) return { name: 'feed', sure: true }
  const list = /^<(?:[\w-]+:)?(?<root>urlset|sitemapindex|opml)[\s>]/iu.exec(start)?.groups?.[
    'root'
  ]
  if (list !== undefined) return { reason: LISTS[list.toLowerCase()] ?? '', sure: true }
  const mail = mailSign(text)
  if (mail !== undefined) return mail
  if (
    /^<(?:head|body|title|meta|script|style|div|p|h[1-6]|table|article|section|main|ul)[\s>]/iu.test(
      start,
    )
  )
    return { name: 'HTML', sure: false }
  if (text.startsWith('<?xml'))
    return {
      reason: 'an XML file of a kind that is not read; save it as HTML or text',
      sure: false,
    }
  if (/^[[{]\s*["[{\]}]/u.test(start))
    return { reason: 'a JSON file that is no feed; save it as CSV or text', sure: false }
  return undefined
}

const SITEMAP = 'a sitemap, which lists pages; to read those, add its address with --pages'
const LISTS: Readonly<Record<string, string>> = {
  urlset: SITEMAP,
  sitemapindex: SITEMAP,
  opml: 'an OPML, which lists feeds; to read those, add the file by its own path',
}

/** A memo begins with From and Subject as well; only mail programs write the others. */
const MACHINE =
  /^(?:mime-version|message-id|received|return-path|delivered-to|dkim-signature|x-mailer|content-type|content-transfer-encoding)$/iu
const HUMAN = /^(?:from|to|subject|date|cc|reply-to)$/iu

function mailSign(text: string): Sniffed | undefined {
  const isMailbox = /^From \S+@\S+ .{0,60}\b\d{4}\r?\n[\w-]+: /u.test(text)
  const names: string[] = []
  for (const line of text.split(/\r\n|\r|\n/u)) {
    if (/^[ \t]+\S/u.test(line) && names.length > 0) continue
    const name = /^([\w-]{2,60}):(?: |$)/u.exec(line)?.[1]
    if (name !== undefined) names.push(name)
    else if (!line.startsWith('From ') || names.length > 0) break
  }
  const machine = names.some((name) => MACHINE.test(name))
  const human = names.filter((name) => HUMAN.test(name)).length
  if (isMailbox || (machine && human >= 1)) return { name: 'mail', sure: true }
  return human >= 3 ? { name: 'mail', sure: false } : undefined
}
