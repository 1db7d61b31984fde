/** A briefing: what is new, or all there is on a topic. */
import * as z from 'zod'
import { LANGUAGES } from '../../index/languages/packs.ts'
import { Figure } from './figures.ts'
import { Gap } from './gaps.ts'
import { Citation, Quote } from './quote.ts'

/** What is new for a destination since it was last told. Every line is a quote or a citation. */
export const Summary = z.object({
  kind: z.literal('summary'),
  /** What it is called, in its language: "New since 12 November". */
  title: z.string(),
  topic: z.string().optional(),
  /** What came in since then, ISO 8601; without it and with a topic, all there is. Neither with a watch. */
  since: z.string().optional(),
  /** More than a screen. */
  long: z.literal(true).optional(),
  /** Of the labels; quotes keep the language of their documents. */
  language: z.enum(LANGUAGES),
  /** What came in, by publisher; `copies` are the same text elsewhere. */
  documents: z.array(
    z.object({
      publisher: z.string(),
      documents: z
        .array(
          z.object({
            /** `known`: it was there before; in a summary of all there is on a topic. */
            state: z.enum(['new', 'updated', 'known']),
            citation: Citation,
            copies: z.array(Citation),
          }),
        )
        .min(1),
    }),
  ),
  /** The few facts that matter most, the most important first. */
  lead: z.array(Quote),
  /** Further passages by what they are about, none that the lead has. */
  sections: z.array(z.object({ heading: z.string(), quotes: z.array(Quote).min(1) })),
  /** Figures that are new or moved. */
  figures: z.array(
    z.object({
      /** Against what older documents say of the same thing; `known`: in a summary of all there is. */
      kind: z.enum(['new', 'changed', 'contradicted', 'known']),
      /** "displaced · Haiti". */
      label: z.string(),
      now: Figure,
      /** What older documents said; with `changed` and `contradicted`. */
      before: Figure.optional(),
    }),
  ),
  /** Questions nobody could answer, newest first. */
  gaps: z.array(Gap),
  /** What was left out, and what to know; when nothing is new, one line that says so. */
  notes: z.array(z.string()),
})
export type Summary = z.infer<typeof Summary>
