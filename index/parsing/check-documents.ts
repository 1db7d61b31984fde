/** Whether what a child process sent as documents are documents: it could send anything. */
import * as z from 'zod'
import type { Document } from '../document.ts'
import { Evidence } from '../metadata/evidence.ts'
import { LANGUAGES } from '../languages/packs.ts'

const Stated = z.object({ value: z.string(), inferred: z.boolean() })
const Sections = z.array(z.object({ heading: z.string(), start: z.number(), end: z.number() }))
const Known = z.object({
  id: z.string().min(1),
  language: z.enum(LANGUAGES),
  writtenIn: z.string().optional(),
  alsoIn: z.array(z.string()).optional(),
  hash: z.string(),
  title: Stated,
  publisher: Stated.optional(),
  byline: z.string().optional(),
  date: Stated.optional(),
  kind: z.enum(['document', 'digest']),
  source: z.object({ title: z.string(), publisher: z.string().optional() }).optional(),
  url: z.string().optional(),
  revised: z.string().optional(),
  series: z.object({ label: z.string(), number: z.number() }).optional(),
  period: z.object({ from: z.string(), to: z.string() }).optional(),
  evidence: z.array(Evidence).optional(),
  sections: Sections,
})
const Head = z.object({ notes: z.array(z.string()), documents: z.number() })

/** @throws RangeError when it is none */
export function checkHead(head: unknown): z.infer<typeof Head> {
  const { data } = Head.safeParse(head)
  if (data === undefined) throw new RangeError('its head is another')
  return data
}

/** @throws RangeError when one is none */
export function checkDocument(document: Document): void {
  const { clean, paragraphs, sections } = document
  if (!Known.safeParse(document).success) throw new RangeError('a document lacks what it needs')
  for (const spans of [paragraphs, sections])
    for (const { start, end } of spans)
      if (!(start >= 0 && start <= end && end <= clean.length))
        throw new RangeError('a document ends before its paragraphs')
}
