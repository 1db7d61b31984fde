/**
 * The figures of documents: every quantity that their paragraphs hold, with where it stands. Found
 * when first asked for, kept with the document.
 */
import { promisify } from 'node:util'
import { deflateRawSync, inflateRaw, inflateRawSync } from 'node:zlib'
import { cellsOf } from '../clean/rows.ts'
import type { Document, Paragraph, Span } from '../document.ts'
import type { Context, Quantity } from './quantity.ts'
import { type RowCell, rowQuantities } from './table-rows.ts'
import { Slices } from '../slices.ts'

export interface Figure {
  readonly document: Document
  /** The headings above it, as passages have them; empty when there are none. */
  readonly heading: string
  /** Its paragraph in `Document.clean`: the text whose start its offsets are counted from. */
  readonly paragraph: Span
  /** Its paragraph is the row of a table. */
  readonly row: boolean
  readonly quantity: Quantity
  /** All figures of the paragraph, itself included, in the order that `partOf` counts. */
  readonly siblings: readonly Figure[]
}

/** Text of a paragraph → its quantities. */
export type Extract = (text: string, context: Context) => readonly Quantity[]

/**
 * The quantities of each paragraph of a document, in order, as deflated JSON, a line a paragraph and a
 * byte a character: as objects they take a hundred times the memory, and most are never asked for.
 * The list of a crowded paragraph is written in several, with tabs between.
 */
export type PackedQuantities = string

/** So many figures stay as objects: those of the documents that were read last. */
const MOST_KNOWN = 50_000

export class FigureIndex {
  readonly #extract: Extract
  readonly #mostKnown: number
  readonly #packed = new Map<string, { document: Document; quantities: PackedQuantities }>()
  readonly #known = new Map<
    string,
    { readonly document: Document; readonly figures: readonly Figure[] }
  >()

  constructor(extract: Extract, mostKnown = MOST_KNOWN) {
    this.#extract = extract
    this.#mostKnown = mostKnown
  }

  /** In the order of the text. */
  of(document: Document): readonly Figure[] {
    const known = this.#known.get(document.id)
    if (known?.document === document) return known.figures
    const packed = this.#packed.get(document.id)
    const figures = figuresOf(
      document,
      packed?.document === document
        ? unpackQuantities(packed.quantities)
        : quantitiesOf(document, this.#extract),
    )
    this.#known.set(document.id, { document, figures })
    return figures
  }

  /** Makes `of` quick for a document, in slices: one may have tens of thousands of figures. */
  async read(document: Document, slices = new Slices()): Promise<void> {
    const isKnown = (): boolean => {
      const known = this.#known.get(document.id)
      if (known?.document !== document) return false
      // The last one read is the last to go.
      this.#known.delete(document.id)
      this.#known.set(document.id, known)
      return true
    }
    if (isKnown()) return
    const packed = this.packed(document)
    const quantities =
      packed === undefined
        ? await slices.map(quantitiesOf(document, this.#extract), (list) => list)
        : await readLines(await inflate(packed), slices)
    if (isKnown()) return
    this.#known.set(document.id, { document, figures: figuresOf(document, quantities) })
  }

  /** Lets go of what was read longest ago, where that is too much; never of the `last` documents read. */
  letGo(last: number): void {
    const known = [...this.#known]
    let held = known.reduce((sum, [, { figures }]) => sum + figures.length, 0)
    for (const [id, { figures }] of known.slice(0, Math.max(0, known.length - last))) {
      if (held <= this.#mostKnown) return
      held -= figures.length
      this.#known.delete(id)
    }
  }

  /** Takes figures that were found elsewhere. */
  put(document: Document, quantities: PackedQuantities): void {
    this.#packed.set(document.id, { document, quantities })
  }

  /** As they were put; `undefined` for a document whose figures are looked for when asked for. */
  packed(document: Document): PackedQuantities | undefined {
    const packed = this.#packed.get(document.id)
    return packed?.document === document ? packed.quantities : undefined
  }

  remove(documentId: string): void {
    this.#known.delete(documentId)
    this.#packed.delete(documentId)
  }
}

/** As much as is parsed before others have their turn. */
const MOST_OF_LIST = 500

/**
 * One list at a time, so that no more than its text is kept.
 * @param fits told of every piece's length; the answer no gives it up
 */
export function packQuantities(
  lists: Iterable<readonly Quantity[]>,
  fits: (length: number) => boolean,
): PackedQuantities | undefined {
  const pieces: string[] = []
  for (const list of lists) {
    const parts = Math.max(1, Math.ceil(list.length / MOST_OF_LIST))
    const piece = Array.from({ length: parts }, (_, at) =>
      JSON.stringify(list.slice(at * MOST_OF_LIST, (at + 1) * MOST_OF_LIST)),
    ).join('\t')
    if (!fits(piece.length)) return undefined
    pieces.push(piece)
  }
  return deflateRawSync(pieces.join('\n'), { level: 1 }).toString('latin1')
}

const unpackQuantities = (packed: PackedQuantities): readonly (readonly Quantity[])[] =>
  inflateRawSync(Buffer.from(packed, 'latin1')).toString().split('\n').map(parseLine)

const inflateLater = promisify(inflateRaw)
const inflate = async (packed: PackedQuantities): Promise<string> =>
  (await inflateLater(Buffer.from(packed, 'latin1'))).toString()

async function readLines(text: string, slices: Slices): Promise<(readonly Quantity[])[]> {
  const read: Quantity[][] = []
  for (const line of text.split('\n')) {
    const lists = await slices.map(line.split('\t'), parseList)
    read.push(lists.flat())
  }
  return read
}

const parseLine = (line: string): readonly Quantity[] => line.split('\t').flatMap(parseList)

/** A document without paragraphs has one empty line. */
const parseList = (list: string): readonly Quantity[] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by `packQuantities`
  list === '' ? [] : (JSON.parse(list) as readonly Quantity[])

/** The quantities of each paragraph of a document, one paragraph after another. */
export function* quantitiesOf(
  document: Document,
  extract: Extract,
): Generator<readonly Quantity[], void, undefined> {
  const headingOf = headings(document)
  for (const paragraph of document.paragraphs) {
    const heading = headingOf(paragraph)
    const text = document.clean.slice(paragraph.start, paragraph.end)
    const context = {
      language: paragraph.language ?? document.language,
      title: document.title.value,
      ...(heading !== '' && { heading }),
      ...(document.date !== undefined && { published: document.date.value }),
    }
    yield paragraph.row === true
      ? rowQuantities(text, rowCells(document, paragraph), context)
      : extract(text, context)
  }
}

/** The cells of a row, in offsets of its own text. */
const rowCells = (document: Document, row: Paragraph): RowCell[] => {
  const own = ({ start, end }: Span): Span => ({ start: start - row.start, end: end - row.start })
  return cellsOf(document, row).map(({ head, value }) => ({
    value: own(value),
    ...(head !== undefined && { head: own(head) }),
  }))
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

function figuresOf(document: Document, quantities: Iterable<readonly Quantity[]>): Figure[] {
  const headingOf = headings(document)
  const all: Figure[] = []
  let at = 0
  for (const own of quantities) {
    const paragraph = document.paragraphs[at++]
    if (paragraph === undefined) break
    const { start, end, row = false } = paragraph
    const heading = headingOf(paragraph)
    const siblings: Figure[] = []
    for (const quantity of own)
      siblings.push({ document, heading, paragraph: { start, end }, row, quantity, siblings })
    for (const figure of siblings) all.push(figure)
  }
  return all
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
