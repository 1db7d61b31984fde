/** A question answered, and one that the documents do not answer. */
import * as z from 'zod'
import { Quote } from './quote.ts'
import { Said } from './said.ts'

export const Answer = z.object({
  kind: z.literal('answer'),
  ...Said,
  question: z.string(),
  /** Best first. */
  quotes: z.array(Quote).min(1),
  /** Calibrated probability that the first quote answers, 0 to 1. */
  confidence: z.number(),
  /** How the question was read where that was not plain: a spelling mended, an acronym written out. */
  notes: z.array(z.string()),
  /** What to ask `figures` for to see all there is beside one another; with “how many …” only. */
  figures: z.string().optional(),
})
export type Answer = z.infer<typeof Answer>

export const Nothing = z.object({
  kind: z.literal('nothing'),
  ...Said,
  question: z.string(),
  /** One sentence for a person: why there is no answer. */
  reason: z.string(),
  /** Words of the question that no document has. */
  unknown: z.array(z.string()),
  /** What came nearest. Never an answer; a renderer must say so. */
  nearest: z.array(Quote),
  confidence: z.number(),
  notes: z.array(z.string()),
  /** False where nobody need look for an answer: there was one, and no more of it. */
  open: z.boolean().optional(),
  /** Better not said where others speak: nobody has asked the bot for it. */
  silent: z.boolean().optional(),
})
export type Nothing = z.infer<typeof Nothing>
