/** `describe DOCUMENT title="…" date=2024-05-01`: what a person says of a document. */
import type { Document } from '../index/document.ts'
import type { Library } from '../index/library/library.ts'
import { Description, FIELDS } from '../index/library/descriptions.ts'
import { VerbatimError } from './errors.ts'

/** @throws VerbatimError 'usage' for what is no field or no value */
export function descriptionOf(given: readonly string[]): Description {
  const fields = given.map((part) => {
    const at = part.indexOf('=')
    const field = part.slice(0, at).trim().toLowerCase()
    if (at === -1 || !isField(field))
      throw new VerbatimError(
        'usage',
        `“${part}” says nothing of a document; write title="…", publisher="…" or date=2024-05-01.`,
      )
    return [field, part.slice(at + 1)] as const
  })
  const { data, error } = Description.safeParse(Object.fromEntries(fields))
  if (data !== undefined) return data
  const [{ path, message } = { path: [], message: '' }] = error.issues
  throw new VerbatimError('usage', `${path.join('.')}: ${message}.`)
}

const isField = (name: string): name is (typeof FIELDS)[number] =>
  FIELDS.some((field) => field === name)

/** @throws VerbatimError 'documents' when none or several are called so */
export async function describeDocument(
  library: Pick<Library, 'documentOf' | 'describe'>,
  what: string,
  given: Description,
): Promise<{ readonly before: Document; readonly document: Document }> {
  return { before: library.documentOf(what), document: await library.describe(what, given) }
}

/** A line a field, as citations have them. */
export const describedLines = (document: Document): string[] => [
  `${document.id}:`,
  ...FIELDS.map((field) => {
    const stated = document[field]
    return stated === undefined
      ? `${field}: not stated`
      : `${field}: ${stated.value}${stated.inferred ? ' (inferred)' : ''}`
  }),
  ...(document.series === undefined ? [] : [`series: ${document.series.label}`]),
  ...(document.period === undefined
    ? []
    : [`covers: ${document.period.from} to ${document.period.to}`]),
]
