/** Mails (EML) and mailboxes of them → one document a mail, and the files they carry. */
import PostalMime, { type Address, type Attachment as Part, type Email } from 'postal-mime'
import type { FrontMatter } from '../../front-matter.ts'
import { htmlReading } from '../html/reading.ts'
import { type Attachment, type Reader, type Reading, Unreadable } from '../reading.ts'
import { dateOf } from './date.ts'
import { mailsOf } from './mailbox.ts'
import { ownBlocks, ownTextReading } from './own-words.ts'

/** No person sends more in one mail. */
const MOST_FILES = 500

export const readMailFile: Reader = async ({ bytes }) => {
  const mails = mailsOf(bytes)
  const readings: Reading[] = []
  const attachments: Attachment[] = []
  const notes: string[] = []
  for (const [at, mail] of mails.entries()) {
    const part = mails.length === 1 ? undefined : String(at + 1)
    const email = await parse(mail)
    if (isEncrypted(email)) {
      const what = part === undefined ? 'is encrypted' : `mail ${part} is encrypted`
      const reason = `${what}; decrypt it in your mail program and save it again`
      if (part === undefined) return { reason }
      notes.push(reason)
      continue
    }
    const { reading, quoted } = readMail(email)
    readings.push(part === undefined ? reading : { ...reading, part })
    if (quoted)
      notes.push(
        `${part === undefined ? 'the' : `mail ${part}: the`} earlier mail that it quotes was left out; add that mail itself`,
      )
    if (email.attachments.length > MOST_FILES)
      notes.push(`more than ${MOST_FILES} files in a mail; the first were read, save the others`)
    for (const { name, bytes: contents } of filesOf(email.attachments.slice(0, MOST_FILES)))
      attachments.push({ name: part === undefined ? name : `${part}/${name}`, bytes: contents })
  }
  return { readings, attachments, notes }
}

/** A mail within a mail is a file of its own, with its own sender and date. */
async function parse(mail: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(mail, { forceRfc822Attachments: true, maxNestingDepth: 50 })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new Unreadable(`is no mail that can be read (${message}); save it again as .eml`, {
      cause: error,
    })
  }
}

function readMail(email: Email): { reading: Reading; quoted: boolean } {
  const stated = statedBy(email)
  const forward = /^\s*(?:fwd?|tr|wg|rv|enc)\s*:/iu.test(email.subject ?? '')
  const text = email.text ?? ''
  if (email.html === undefined) return ownTextReading(text, stated, forward)
  const page = htmlReading(email.html, stated)
  // Many programs leave no more than "see the HTML" in the plain text.
  if (text.length >= page.text.length / 2 && text.trim() !== '')
    return ownTextReading(text, stated, forward)
  const blocks = ownBlocks(page.text, page.blocks, forward)
  return { reading: { ...page, blocks }, quoted: blocks.length < page.blocks.length }
}

function statedBy(email: Email): FrontMatter {
  const sender = nameOf(email.from)
  const title = oneLine(email.subject ?? '')
  const date = dateOf(email)
  return {
    ...(title !== '' && { title }),
    ...(sender !== undefined && { publisher: sender, byline: sender }),
    ...(date !== undefined && { date }),
  }
}

function nameOf(address: Address | undefined): string | undefined {
  const name = oneLine(address?.name ?? '') || oneLine(address?.address ?? '')
  return name === '' ? undefined : name
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim().slice(0, 300)

const isEncrypted = ({ attachments, headers }: Email): boolean =>
  attachments.some(({ mimeType }) => mimeType === 'application/pgp-encrypted') ||
  headers.some(
    ({ key, value }) =>
      key === 'content-type' &&
      (/^multipart\/encrypted/iu.test(value) ||
        (/^application\/(?:x-)?pkcs7-mime/iu.test(value) && !/signed-data/iu.test(value))),
  )

/** Pictures within the text, signatures and invitations are no documents. */
const NO_DOCUMENT =
  /^(?:application\/(?:(?:x-)?pkcs7-signature|pgp-signature|pgp-keys|ics)|text\/(?:calendar|x?-?vcard))$/u

function filesOf(parts: readonly Part[]): Attachment[] {
  const taken = new Map<string, number>()
  return parts.flatMap(({ filename, mimeType, disposition, related, content }, at) => {
    const within = related === true || disposition === 'inline'
    if (NO_DOCUMENT.test(mimeType) || (within && mimeType.startsWith('image/'))) return []
    const ending = mimeType === 'message/rfc822' ? '.eml' : ''
    const given =
      (filename ?? '')
        .split(/[/\\]/u)
        .at(-1)
        ?.replace(/\p{Cc}/gu, '')
        .trim() ?? ''
    const name = unique(/^\.*$/u.test(given) ? `attachment ${at + 1}${ending}` : given, taken)
    return [{ name, bytes: bytesOf(content) }]
  })
}

/** `report.pdf`, then `report (2).pdf`. */
function unique(name: string, taken: Map<string, number>): string {
  const copies = (taken.get(name) ?? 0) + 1
  taken.set(name, copies)
  if (copies === 1) return name
  return unique(name.replace(/(?=(?:\.[^.]*)?$)/u, ` (${copies})`), taken)
}

function bytesOf(content: Part['content']): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content)
  return new Uint8Array(content)
}
