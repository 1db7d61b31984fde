/** What speaks for a value of a document's metadata. */
import * as z from 'zod'

export const Evidence = z.object({
  field: z.enum(['title', 'publisher', 'date', 'series', 'period']),
  value: z.string(),
  /** 0 to 100. */
  score: z.number(),
  reason: z.string(),
})
export type Evidence = Readonly<z.infer<typeof Evidence>>
