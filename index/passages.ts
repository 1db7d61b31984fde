/**
 * Document → passages: a few neighbouring sentences under one heading, the unit that is searched.
 * Offsets are those of the document's reading text.
 */
import type { Document, Paragraph } from './document.ts'
import { sentences } from './sentences.ts'

/** A sentence, or a list item or row of a table, which stand for one. */
export type Sentence = Paragraph

/** A passage as its document alone has it. */
export interface Outline {
  readonly sentences: readonly Sentence[]
  /** The headings above it, outermost first, joined by “ › ”; empty when there are none. */
  readonly heading: string
}

export interface Passage extends Outline {
  /** Unique over all documents of a corpus; neighbours in a document have neighbouring numbers. */
  readonly id: number
  readonly document: Document
}

/** Paragraphs are put together up to this many characters, and split when they are twice as long. */
const TARGET = 600

export function outlines(document: Document): Outline[] {
  const groups: { heading: string; sentences: Sentence[]; length: number }[] = []
  let section = 0
  let previous: { heading: string; list: boolean } | undefined
  for (const paragraph of document.paragraphs) {
    while ((document.sections[section]?.end ?? Number.POSITIVE_INFINITY) <= paragraph.start)
      section++
    const under = document.sections[section]
    const heading = under !== undefined && under.start <= paragraph.start ? under.heading : ''
    for (const part of parts(document, paragraph)) {
      const length = (part.at(-1)?.end ?? 0) - (part[0]?.start ?? 0)
      const group = groups.at(-1)
      const joins =
        group !== undefined && previous?.heading === heading && group.length + length <= TARGET
      if (joins) {
        group.sentences.push(...part)
        group.length += length
      } else groups.push({ heading, sentences: part, length })
      previous = { heading, list: paragraph.list }
    }
  }
  return groups.map((group) => ({ heading: group.heading, sentences: group.sentences }))
}

/** The sentences of a paragraph, in as many parts of like length as its size asks for. */
function parts(document: Document, paragraph: Paragraph): Sentence[][] {
  const found = sentencesOf(document, paragraph)
  const length = paragraph.end - paragraph.start
  if (length <= TARGET * 2) return found.length === 0 ? [] : [found]
  const size = length / Math.ceil(length / TARGET)
  const split: Sentence[][] = []
  let from = paragraph.start
  let part: Sentence[] = []
  for (const sentence of found) {
    part.push(sentence)
    if (sentence.end - from >= size) {
      split.push(part)
      part = []
      from = sentence.end
    }
  }
  if (part.length > 0) split.push(part)
  return split
}

const LIST_MARK = /^(?:[•●▪◦‣*–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+/u

function sentencesOf(document: Document, paragraph: Paragraph): Sentence[] {
  if (paragraph.row === true) return [paragraph]
  const text = document.clean.slice(paragraph.start, paragraph.end)
  const mark = paragraph.list ? (LIST_MARK.exec(text)?.[0].length ?? 0) : 0
  const from = paragraph.start + mark
  const { list, language } = paragraph
  return sentences(text.slice(mark), language ?? document.language).map((span) => ({
    start: span.start + from,
    end: span.end + from,
    list,
    ...(language !== undefined && { language }),
  }))
}
