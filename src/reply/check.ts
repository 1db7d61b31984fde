/** A draft held against the documents. */
import * as z from 'zod'
import { Quote, Span } from './quote.ts'
import { Said } from './said.ts'

/** Verdicts by what they say of a draft: it holds, nobody can tell, or it does not. */
export const VERDICTS = {
  holds: ['verbatim', 'agrees', 'within', 'rounded', 'supported'],
  open: ['partly', 'not stated', 'unattested'],
  wrong: [
    'altered',
    'stitched',
    'other speaker',
    'not found',
    'differs',
    'outdated',
    'disputed',
    'contradicted',
  ],
} as const

const Verdict = z.enum([...VERDICTS.holds, ...VERDICTS.open, ...VERDICTS.wrong])
export type Verdict = z.infer<typeof Verdict>

const Finding = z.object({
  /** A sentence's claim, words in quotation marks, or a number within a claim. */
  kind: z.enum(['claim', 'quotation', 'number']),
  /** Where it stands in the draft. */
  ...Span.shape,
  verdict: Verdict,
  /** Calibrated probability of the verdict, 0 to 1; 1 for quotations, which are compared word by word. */
  confidence: z.number(),
  /** What decided, in one sentence for a person. */
  reason: z.string(),
  /** Stretches of the draft that decided, and the document's words in their place, where it has any. */
  differences: z.array(
    Span.extend({
      wording: z.string().optional(),
      /** Only marks, case or spaces, or what the writer put in brackets or left out with an ellipsis. */
      harmless: z.boolean(),
    }),
  ),
  /** What the documents say; of the verdicts that are open and of "not found" only the nearest. */
  quotes: z.array(Quote),
})
export type Finding = z.infer<typeof Finding>

/** A draft against the documents. */
export const Check = z.object({
  kind: z.literal('check'),
  ...Said,
  /** As it was checked; all offsets are those of it. */
  draft: z.string(),
  /** In the order of the draft; a number stands behind its claim. */
  findings: z.array(Finding),
  /** What is no claim, and why it was left out. */
  left: z.array(
    Span.extend({ why: z.enum(['question', 'opinion', 'heading', 'too short', 'too much']) }),
  ),
  notes: z.array(z.string()),
})
export type Check = z.infer<typeof Check>
