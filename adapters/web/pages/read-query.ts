/** What the address of a document, and of a page of it, asks for. */
import * as z from 'zod'
import type { Asked } from '../site.ts'

const Query = z.object({
  quote: z
    .string()
    .regex(/^\d{1,9}-\d{1,9}$/u)
    .transform((text) => text.split('-').map(Number))
    .optional()
    .catch(undefined),
  v: z
    .string()
    .regex(/^[0-9a-f]{12}$/u)
    .optional()
    .catch(undefined),
  part: z.coerce.number().int().min(1).max(1e6).optional().catch(undefined),
  version: z
    .string()
    .regex(/^[0-9a-f]{12,64}$/u)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(1e6).optional().catch(undefined),
})

interface ReadQuery {
  readonly part: number | undefined
  readonly page: number | undefined
  /** How the hash of a version begins. */
  readonly version: string | undefined
  readonly quote: { start: number; end: number; version?: string } | undefined
}

/** What is no such thing is left out. */
export function readQuery(c: Asked): ReadQuery {
  const { quote: [start, end] = [], v, part, page, version } = Query.parse(c.req.query())
  const quote =
    start === undefined || end === undefined
      ? undefined
      : { start, end, ...(v !== undefined && { version: v }) }
  return { part, page, version, quote }
}
