/** What the interface takes and gives, in the schemas that replies themselves are made of. */
import * as z from 'zod'
import { Citation, ofKinds, Quote, Source } from '../../../src/reply.ts'
import { Problem } from './problems.ts'

/** Behind the last of a page; of no meaning to anybody else. */
const Next = z
  .string()
  .optional()
  .describe('Give it as `cursor` for the next page; none: the last.')

const DocumentList = z.object({
  documents: z.array(Source),
  next: Next,
})

const GapList = z.object({
  gaps: z.array(
    z.object({
      question: z.string(),
      at: z.string(),
      platform: z.string(),
      channel: z.string(),
      reason: z.string(),
      nearest: z.object({ document: z.string(), text: z.string() }).optional(),
    }),
  ),
  next: Next,
})

const SourceList = z.object({
  origins: z.array(
    z.object({ location: z.string(), set: z.string(), documents: z.int().nonnegative() }),
  ),
  problems: z.array(z.string()),
})

const Noted = ofKinds('notice')

const Text = z.string().trim().min(1).max(2000)
const SetName = z
  .string()
  .min(1)
  .max(40)
  .optional()
  .describe('One set alone; every one that is seen unless told.')

export const AskQuery = z.object({
  q: Text.describe(
    'The question, with its filters: in:, by:, since:, before:, "exact words", -word.',
  ),
  set: SetName,
  shown: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .optional()
    .describe('So many quotes are known: further ones.'),
  thread: z
    .string()
    .regex(/^[\w-]{8,64}$/u)
    .optional()
    .describe('A conversation: a question that leans on the one before has the same.'),
})
export const FiguresQuery = z.object({ q: Text.describe('What is counted, where, when.') })
export const BriefQuery = z.object({
  topic: z
    .string()
    .trim()
    .max(500)
    .optional()
    .describe('All there is on it; all that is new unless told.'),
  since: z.string().max(40).optional().describe('A date: what came in since then.'),
  set: SetName,
})
const Page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
}
export const DocumentsQuery = z.object({
  find: z.string().trim().max(200).optional().describe('What title, publisher or name has.'),
  set: SetName,
  ...Page,
})
export const GapsQuery = z.object(Page)
export const ReadQuery = z.object({
  quote: z
    .string()
    .regex(/^\d{1,9}-\d{1,9}$/u)
    .optional()
    .describe(
      'START-END, as quotes have them: it is marked, and its part of the document is given.',
    ),
  v: z
    .string()
    .regex(/^[0-9a-f]{12}$/u)
    .optional()
    .describe('As the address of a quote has it: tells whether the document still says so.'),
  part: z.coerce.number().int().min(1).max(1_000_000).optional(),
  version: z
    .string()
    .regex(/^[0-9a-f]{12,64}$/u)
    .optional()
    .describe('How the hash of an older version begins: as it read then.'),
})
export const DocumentPath = z.object({
  document: z.string().describe('Its name, percent-encoded.'),
})
export const Draft = z.object({ draft: z.string().min(1).max(1_000_000) })
export const NewSource = z.object({
  location: z
    .url({ protocol: /^https?$/u })
    .max(1900)
    .describe('A page or a feed.'),
  set: z
    .string()
    .regex(/^[\p{Ll}\p{N}][\p{Ll}\p{N}_-]{0,39}$/u)
    .optional(),
})
export const Feedback = z.object({
  question: Text,
  helpful: z.boolean(),
  quotes: z
    .array(z.object({ document: z.string(), start: z.int(), end: z.int() }))
    .max(50)
    .default([]),
})

/** By the names that the description has them under. */
export const COMPONENTS = {
  Answered: ofKinds('answer', 'nothing', 'figures', 'sources', 'check', 'help'),
  Figured: ofKinds('figures', 'nothing'),
  Checked: ofKinds('check'),
  Briefed: ofKinds('summary', 'nothing'),
  Reading: ofKinds('document'),
  DocumentList,
  GapList,
  SourceList,
  Noted,
  Citation,
  Quote,
  Problem,
} as const
export type ComponentName = keyof typeof COMPONENTS
