/** What tests of the readers look at: a text read as a document, in short. */
import { expect } from 'vitest'
import { PUT_BETWEEN } from '../../index/clean/rows.ts'
import type { Document, Span } from '../../index/document.ts'
import { documentOf } from '../../index/readers/read.ts'
import { sentences } from '../../index/sentences.ts'

/** Reads `text` as the file `name`; fails when nothing in it can be quoted. */
export function read(text: string, name = 'note.txt'): Document {
  const { document } = documentOf(name, text, 'hash')
  if (document === undefined) throw new Error(`nothing to quote in ${JSON.stringify(text)}`)
  return document
}

/** The paragraphs, each on one line, as they can be quoted. */
export const paragraphs = (document: Document): string[] =>
  document.paragraphs.map(({ start, end }) => oneLine(document.clean.slice(start, end)))

/** The paragraphs of a plain text. */
export const readParagraphs = (text: string): string[] => paragraphs(read(text))

export const headings = (document: Document): string[] =>
  document.sections.map(({ heading }) => heading)

/** Every sentence that can be quoted, in offsets of the reading text. */
export const sentenceSpans = (document: Document): Span[] =>
  document.paragraphs.flatMap((paragraph) =>
    sentences(document.clean.slice(paragraph.start, paragraph.end), document.language).map(
      (span) => ({ start: span.start + paragraph.start, end: span.end + paragraph.start }),
    ),
  )

export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/**
 * What the original has where the reading text has `span`: its pieces, and between those of a table's
 * row what parts cells and heads.
 */
export function original(document: Document, span: Span): string {
  let text = ''
  for (const { start, end, at } of document.map.pieces(span)) {
    const between = document.clean.slice(span.start + text.length, at)
    expect(PUT_BETWEEN).toContain(between)
    expect(end).toBeGreaterThan(start)
    expect(end).toBeLessThanOrEqual(document.text.length)
    text += between + document.text.slice(start, end)
  }
  return text
}

/** Checks that every paragraph and sentence is the document's own text, in order, inside it. */
export function expectVerbatim(document: Document): void {
  let last = 0
  for (const span of document.paragraphs) {
    expect(span.start).toBeGreaterThanOrEqual(last)
    expect(span.end).toBeGreaterThan(span.start)
    expect(span.end).toBeLessThanOrEqual(document.clean.length)
    last = span.end
  }
  for (const span of [...document.paragraphs, ...sentenceSpans(document)])
    expect(original(document, span)).toBe(document.clean.slice(span.start, span.end))
}
