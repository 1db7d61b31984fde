/**
 * The figures of documents: every quantity that their paragraphs hold, with where it stands. Found
 * when first asked for, kept with the document.
 */
import type { Document, Paragraph, Span } from './document.ts'
import type { Context, Quantity } from './quantities/quantity.ts'

export interface Figure {
  readonly document: Document
  /** The headings above it, as passages have them; empty when there are none. */
  readonly heading: string
  /** Its paragraph in `Document.clean`: the text whose start its offsets are counted from. */
  readonly paragraph: Span
  readonly quantity: Quantity
  /** All figures of the paragraph, itself included, in the order that `partOf` counts. */
  readonly siblings: readonly Figure[]
}

/** Text of a paragraph → its quantities. */
export type Extract = (text: string, context: Context) => readonly Quantity[]

export class FigureIndex {
  readonly #extract: Extract
  readonly #known = new Map<
    string,
    { readonly document: Document; readonly figures: readonly Figure[] }
  >()

  constructor(extract: Extract) {
    this.#extract = extract
  }

  /** In the order of the text. */
  of(document: Document): readonly Figure[] {
    const known = this.#known.get(document.id)
    if (known?.document === document) return known.figures
    const figures = figuresOf(document, this.#extract)
    this.#known.set(document.id, { document, figures })
    return figures
  }

  remove(documentId: string): void {
    this.#known.delete(documentId)
  }
}

/**
 * The figure that a figure is part of. In another sentence only what names something of its own is a
 * part; a bare number may count the whole once more.
 */
export function wholeOf(figure: Figure): Figure | undefined {
  const { quantity, siblings } = figure
  if (quantity.partOf === undefined) return sharedOf(figure)
  const whole = siblings[quantity.partOf]
  const near = whole?.quantity.sentence.start === quantity.sentence.start
  const names = quantity.counted !== undefined && !quantity.counted.elided
  return near || names ? whole : undefined
}

/** "600 men, half of whom": a share of what another figure of the sentence counts. */
function sharedOf({ quantity, siblings }: Figure): Figure | undefined {
  const { unit, counted, sentence } = quantity
  if ((unit.kind !== 'ratio' && unit.kind !== 'percent') || counted?.elided !== true)
    return undefined
  return siblings.find(
    ({ quantity: other }) =>
      other.unit.kind === 'count' &&
      other.sentence.start === sentence.start &&
      other.counted?.elided === false &&
      other.counted.start === counted.start &&
      other.counted.end === counted.end,
  )
}

/** A table that reads as one sentence is not quoted whole: so much on either side of the figure. */
const LONGEST = 1200
const AROUND = 300

/** The sentence it stands in, or as much of it as a reader can take in. */
export function sentenceOf({ document, paragraph, quantity }: Figure): Span {
  const { sentence, number } = quantity
  if (sentence.end - sentence.start <= LONGEST) return sentence
  const text = document.clean.slice(paragraph.start, paragraph.end)
  const before = text.lastIndexOf(' ', Math.max(0, number.start - AROUND)) + 1
  const after = text.indexOf(' ', number.end + AROUND)
  return {
    start: Math.max(sentence.start, before),
    end: after === -1 ? sentence.end : Math.min(sentence.end, after),
  }
}

/** What stands at an offset of a figure's parts. */
export const sliceOf = ({ document, paragraph }: Figure, { start, end }: Span): string =>
  document.clean.slice(paragraph.start + start, paragraph.start + end)

function figuresOf(document: Document, extract: Extract): Figure[] {
  const headingOf = headings(document)
  return document.paragraphs.flatMap((paragraph) => {
    const heading = headingOf(paragraph)
    const quantities = extract(document.clean.slice(paragraph.start, paragraph.end), {
      language: document.language,
      title: document.title.value,
      ...(heading !== '' && { heading }),
      ...(document.date !== undefined && { published: document.date.value }),
    })
    const { start, end } = paragraph
    const siblings: Figure[] = []
    for (const quantity of quantities)
      siblings.push({ document, heading, paragraph: { start, end }, quantity, siblings })
    return siblings
  })
}

/** The heading above each paragraph, asked for in order. */
function headings({ sections }: Document): (paragraph: Paragraph) => string {
  let at = 0
  return ({ start }) => {
    while ((sections[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++
    const under = sections[at]
    return under !== undefined && under.start <= start ? under.heading : ''
  }
}
