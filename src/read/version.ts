/** A quote's own mark: whether a document still has its words, told without keeping them. */
import { createHash } from 'node:crypto'

/** Of SHA-256, in hexadecimal digits: enough that no other words of a document have it by chance. */
const LENGTH = 12

/** @param text of the quote */
export const quoteVersion = (text: string): string =>
  createHash('sha256').update(text.toWellFormed()).digest('hex').slice(0, LENGTH)
