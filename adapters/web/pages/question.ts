/** A question as the form has it: its words, and what it is narrowed to. */
import * as z from 'zod'
import type { Asked } from '../site.ts'

const Field = z.string().trim().max(2000).catch('')

const Form = z.object({
  q: z.string().max(100_000).catch(''),
  by: Field,
  in: Field,
  since: Field,
  before: Field,
  set: Field,
  /** Of the conversation. */
  c: z
    .string()
    .regex(/^[\w-]{8,64}$/u)
    .optional()
    .catch(undefined),
  /** Quotes that were shown before: further ones are asked for. */
  shown: z.coerce.number().int().min(1).max(100).optional().catch(undefined),
})
export type Question = z.infer<typeof Form>

export const questionOf = (c: Asked): Question => Form.parse(c.req.query())

/** The question with its filters, as people type them in a chat. */
export function textOf({ q, by, in: title, since, before }: Question): string {
  const filters = [
    ['in', title],
    ['by', by],
    ['since', since],
    ['before', before],
  ] as const
  return [
    q.trim(),
    ...filters.flatMap(([name, value]) =>
      value === '' ? [] : [`${name}:"${value.replaceAll('"', '')}"`],
    ),
  ].join(' ')
}

/** The same with other values. */
export function queryOf(question: Question, over: Partial<Question> = {}): string {
  const pairs = Object.entries({ ...question, ...over }).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[key, String(value)]],
  )
  return new URLSearchParams(pairs).toString()
}
