/** A document as it is read: what stands around a quote, all of it, or a page as it is printed. */
import * as z from 'zod'
import { Citation, Excerpt, Quote, Span } from './quote.ts'
import { Said } from './said.ts'

/** A quote with what stands around it in its document. */
export const Context = z.object({
  kind: z.literal('context'),
  ...Said,
  quote: Quote,
  /** Paragraphs of the document's own text in order; one of them, or neighbours, hold the quote. */
  paragraphs: z.array(Excerpt).min(1),
})
export type Context = z.infer<typeof Context>

/** A stretch of a document as it is read there; `marks` is what of it was asked for, in its text. */
const Stretch = Excerpt.extend({
  marks: z.array(Span),
  /** Figures that stand in it, as offsets in its text, each with who gives it. */
  figures: z.array(
    Span.extend({
      /** "203 · dead · Moura · March 2022" */
      what: z.string(),
      who: z.string(),
    }),
  ),
})
export type Stretch = z.infer<typeof Stretch>

const Block = z.discriminatedUnion('kind', [
  /** Level 1 is the outermost below the title. */
  z.object({ kind: z.literal('heading'), text: z.string(), level: z.int().positive() }),
  /** A page begins here. */
  z.object({ kind: z.literal('page'), label: z.string() }),
  z.object({ kind: z.literal('paragraph'), list: z.boolean(), stretch: Stretch }),
  z.object({
    kind: z.literal('table'),
    /** Of each column; empty where it has none. */
    heads: z.array(z.string()),
    rows: z.array(
      z.object({
        /** "Sheet1, row 12", where the format has that. */
        label: z.string().optional(),
        /** What was asked for is this row. */
        marked: z.boolean(),
        cells: z.array(z.object({ column: z.int().nonnegative(), stretch: Stretch })),
      }),
    ),
  }),
])
export type Block = z.infer<typeof Block>

/** A document as it can be read, or a part of a long one. */
export const Reading = z.object({
  kind: z.literal('document'),
  citation: Citation,
  language: z.string(),
  /** SHA-256 of the bytes it was read from, hexadecimal. */
  hash: z.string(),
  /** From 1. */
  part: z.int().positive(),
  parts: z.int().positive(),
  blocks: z.array(Block),
  /**
   * What was asked for: it stands where it was quoted, it stands elsewhere since the document has
   * changed, or the document no longer has it: then it is read in the version it was quoted from, as
   * `older`, or, where that is not kept any more, nowhere. All but the last are marked.
   */
  quote: z
    .object({ state: z.enum(['here', 'moved', 'older', 'gone']), found: Quote.optional() })
    .optional(),
  /** It is read as it was before it changed: when another version took its place, ISO 8601, UTC. */
  until: z.string().optional(),
  /** Versions before today's that are kept, the newest first. */
  versions: z.array(z.object({ hash: z.string(), until: z.string() })),
  /** Where the document has pages: the one that is read, and how many there are. */
  pages: z.object({ page: z.int().positive(), of: z.int().positive() }).optional(),
  /** The same story elsewhere, or another edition. */
  copies: z.array(Citation),
})
export type Reading = z.infer<typeof Reading>

/** A page of a document as it is printed, with the place of a quote on it. */
export const PrintedPage = z.object({
  kind: z.literal('page'),
  citation: Citation,
  /** From 1. */
  page: z.int().positive(),
  of: z.int().positive(),
  /** Of the page, in points. */
  width: z.number(),
  height: z.number(),
  /** WebP, in base 64. */
  picture: z.string(),
  /** What stands there of the quote, line by line, in points from the upper left corner. */
  marks: z.array(
    Span.extend({
      text: z.string(),
      left: z.number(),
      top: z.number(),
      right: z.number(),
      bottom: z.number(),
    }),
  ),
  /** How much of the quote is marked: all that stands on the page, not all of it, or none was asked for. */
  marked: z.enum(['all', 'part', 'none']),
})
export type PrintedPage = z.infer<typeof PrintedPage>
