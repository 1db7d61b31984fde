/** The documents there are, and where they come from. */
import * as z from 'zod'
import { Evidence } from '../../index/metadata/evidence.ts'
import { Citation } from './quote.ts'
import { Said } from './said.ts'

export const Source = Citation.extend({
  language: z.string(),
  /** Characters of its text. */
  length: z.int(),
  passages: z.int(),
  /** Which of a series it is, as it calls itself. */
  series: z.string().optional(),
  /** The first and the last day or month that it covers. */
  covers: z.object({ from: z.string(), to: z.string() }).optional(),
  /** What its title, publisher and date were chosen among, the surest of each first; where it was asked for. */
  evidence: z.array(Evidence).optional(),
})
export type Source = z.infer<typeof Source>

export const Sources = z.object({
  kind: z.literal('sources'),
  ...Said,
  /** Folders, files and addresses the documents come from; for whoever may know them. */
  origins: z.array(
    z.object({ location: z.string(), set: z.string(), documents: z.int().nonnegative() }),
  ),
  documents: z.array(Source),
  /** What could not be read or needs attention, one line each. */
  problems: z.array(z.string()),
})
export type Sources = z.infer<typeof Sources>
