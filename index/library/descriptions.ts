/** What a person says of a document in place of what was read or inferred: kept however often it is read. */
import * as z from 'zod'
import type { Document } from '../document.ts'
import type { Evidence } from '../metadata/evidence.ts'
import { isDate } from '../front-matter.ts'

const LONGEST = 300
const line = z
  .string()
  .transform((value) => value.replace(/[\s\p{Cc}]+/gu, ' ').trim())
  .pipe(z.string().max(LONGEST, `is longer than ${LONGEST} characters`))

/** By field; an empty value goes back to what the document says itself. */
export const Description = z.strictObject({
  title: line.optional(),
  publisher: line.optional(),
  date: line
    .refine((value) => value === '' || isDate(value), 'write it as 2022-06-01, 2022-06 or 2022')
    .optional(),
})
export type Description = z.infer<typeof Description>

export const FIELDS = ['title', 'publisher', 'date'] as const

export function describedBy(document: Document, description: Description | undefined): Document {
  if (description === undefined) return document
  const stated = FIELDS.flatMap((field) => {
    const value = description[field]
    return value === undefined ? [] : [[field, { value, inferred: false }] as const]
  })
  const said = stated.map(([field, { value }]): Evidence => ({
    field,
    value,
    score: SURE,
    reason: 'a person says so',
  }))
  const others = (document.evidence ?? []).filter(({ reason }) => reason !== said[0]?.reason)
  return {
    ...document,
    ...Object.fromEntries(stated),
    ...(said.length > 0 && { evidence: [...said, ...others] }),
  }
}

const SURE = 100

export const isDescribedBy = (document: Document, description: Description | undefined): boolean =>
  description === undefined ||
  FIELDS.every(
    (field) => description[field] === undefined || document[field]?.value === description[field],
  )
