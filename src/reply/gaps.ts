/** What was asked and not answered, or not well. */
import * as z from 'zod'
import { Quote } from './quote.ts'
import { Said } from './said.ts'

export const Gap = z.object({
  question: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  platform: z.string(),
  channel: z.string(),
  reason: z.string(),
  /** The nearest passage: its document's id and its first words. */
  nearest: z.object({ document: z.string(), text: z.string() }).optional(),
  /** Since when a document that came in answers it, ISO 8601, UTC. */
  answered: z.string().optional(),
})
export type Gap = z.infer<typeof Gap>

/** An answer that somebody marked as no help: a case to look into. */
const Unhelpful = z.object({
  question: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  platform: z.string(),
  channel: z.string(),
  /** What was shown of it that still stands where it stood. */
  quotes: z.array(Quote),
})
export type Unhelpful = z.infer<typeof Unhelpful>

export const Gaps = z.object({
  kind: z.literal('gaps'),
  ...Said,
  /** Questions that the documents did not answer, newest first. */
  gaps: z.array(Gap),
  /** Answers that were marked as no help, newest first. */
  unhelpful: z.array(Unhelpful).optional(),
})
