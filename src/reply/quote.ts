/** A stretch of a document’s own text, and where it stands: what every reply is made of. */
import * as z from 'zod'

/** Offsets count UTF-16 code units; `end` is exclusive. */
export const Span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })

const Stated = z.object({
  value: z.string(),
  /** Whether it was inferred from how the text reads rather than stated by the document. */
  inferred: z.boolean(),
})

/** Where a quote stands, as a reader needs it to check it. */
export const Citation = z.object({
  /** The document's id: its path below its folder. */
  document: z.string(),
  title: Stated,
  publisher: Stated.optional(),
  /** Who wrote it, as the document has it. */
  byline: z.string().optional(),
  /** Publication date, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date: Stated.optional(),
  kind: z.enum(['document', 'digest']),
  /** When this version took the place of an older one, `YYYY-MM-DD`. */
  revised: z.string().optional(),
  /** What a digest retells. */
  source: z.object({ title: z.string(), publisher: z.string().optional() }).optional(),
  /** Headings the quote stands under, from the outermost in. */
  section: z.string().optional(),
  /** Where in the file: the page or the row of a table, "3" or "3–4"; "Sheet1, row 12". */
  place: z.object({ kind: z.enum(['page', 'row']), label: z.string() }).optional(),
  /** Opens the document, at the quote where the address allows it. */
  url: z.string().optional(),
  /** Opens it in the desk's reader, at the quote where it is cited for one; where there is a desk to lead to. */
  reader: z.string().optional(),
})
export type Citation = z.infer<typeof Citation>

/** A stretch of the document's text, and where the excerpt's text has it. */
const Piece = Span.extend({ at: z.int().nonnegative() })

export const Excerpt = z.object({
  text: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  omitted: z.array(Span),
  pieces: z.array(Piece).optional(),
})
/** A stretch of a document's own text, as in `Quote`. */
export type Excerpt = z.infer<typeof Excerpt>

/**
 * A stretch of a document's own text. `text` is the document's text from `start` to `end`, less the
 * stretches in `omitted`: footnote marks, page breaks and the like inside a sentence. Nearly always
 * `omitted` is empty and the quote is the slice itself. Of the row of a table, `start` and `end` are
 * those of the row, and `pieces` are its cells and their heads, each from where it stands in the
 * document; only ": ", ", " and " · " are put between them: "Zone: Mweka · Confirmed cases: 0".
 */
export const Quote = Excerpt.extend({
  /** What the question's words hit, as offsets in `text`. */
  marks: z.array(Span),
  /** The sentences beside it, for whoever wants to see what it stands in. No part of the answer. */
  before: Excerpt.optional(),
  after: Excerpt.optional(),
  citation: Citation,
  /** The same wording in other documents. */
  also: z.array(Citation),
  /** How the quote was ranked, only when asked for: feature name, value, contribution to the score. */
  explanation: z
    .array(z.object({ feature: z.string(), value: z.number(), contribution: z.number() }))
    .optional(),
})
export type Quote = z.infer<typeof Quote>
