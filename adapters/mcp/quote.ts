/** Whether words are a quote: the check of a draft that has nothing else in it. */
import * as z from 'zod'
import type { Check, Reply } from '../../src/reply.ts'
import { Quote } from '../../src/reply.ts'

export const QuoteChecked = z.object({
  /** Nobody can tell of a few words. */
  verdict: z.string(),
  /** Whether they stand in a document, word by word. */
  verbatim: z.boolean(),
  reason: z.string(),
  /** Where they stand; of what is altered or not found, what comes nearest. */
  quotes: z.array(Quote),
})
export type QuoteChecked = z.infer<typeof QuoteChecked>

/** In marks of their own: those within would end them. */
export const draftOf = (quote: string): string =>
  `“${quote
    .trim()
    .replace(/^["“”«»„]+|["“”«»„]+$/gu, '')
    .replace(/["“”«»„]/gu, '’')}”`

export function quoteChecked(reply: Reply): QuoteChecked | undefined {
  if (reply.kind !== 'check') return undefined
  const finding = worst(reply)
  if (finding === undefined)
    return {
      verdict: 'too short',
      verbatim: false,
      reason: 'These are too few words to tell whose they are. Give a whole sentence.',
      quotes: [],
    }
  const { verdict, reason, quotes } = finding
  return { verdict, verbatim: verdict === 'verbatim', reason, quotes }
}

/** Of a quote of several sentences the one that holds least decides. */
const worst = ({ findings }: Check): Check['findings'][number] | undefined => {
  const quotations = findings.filter(({ kind }) => kind === 'quotation')
  return quotations.find(({ verdict }) => verdict !== 'verbatim') ?? quotations[0]
}
