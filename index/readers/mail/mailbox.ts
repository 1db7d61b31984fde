/** A mailbox in one file (mbox) → its mails; a file that is one mail stays one. */

/** "From ana@example.org Tue Mar  5 10:00:00 2024" stands before each mail, after an empty line. */
const POSTMARK = /(?<=^|\n\r?\n)From \S{0,300} [^\r\n]{0,100}\b\d{4}[^\r\n]{0,20}\r?\n/gu

export function mailsOf(bytes: Uint8Array): Uint8Array[] {
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== 'From ') return [bytes]
  // One character a byte: the mails keep their own encodings.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const mails = text
    .split(POSTMARK)
    .filter((mail) => mail.trim() !== '')
    .map((mail) => Buffer.from(mail.replace(/^>(?=>*From )/gmu, ''), 'latin1'))
  return mails.length === 0 ? [bytes] : mails
}
