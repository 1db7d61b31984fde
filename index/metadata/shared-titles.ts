/**
 * A title that several documents of one source share is that of their letterhead or of their series:
 * each gets what tells it from the others, where it has that.
 */
import type { Document, Stated } from '../document.ts'
import { REPORT_KINDS } from './kinds.ts'
import { squeezed } from './organisations.ts'

type Titled = Pick<Document, 'id' | 'hash' | 'title' | 'date' | 'series' | 'evidence'>

const KIND = new RegExp(
  String.raw`\b(?:${REPORT_KINDS}|sit[- ]?rep|update|newsletter|minutes|brief)s?\b`,
  'iu',
)
/** What a further title has to be worth to take the place of a shared one. */
const ENOUGH = 60
const LONGEST = 200

/** The titles of those documents whose title is another than the one they have now, by id. */
export function titlesApart(documents: Iterable<Titled>): Map<string, Stated> {
  const apart = new Map<string, Stated>()
  const own = [...documents].flatMap((document) => {
    const first = titlesOf(document)[0]
    return first === undefined || !document.title.inferred ? [] : [{ document, first }]
  })
  for (const group of Map.groupBy(own, ({ first }) => squeezed(first)).values()) {
    const all = group.map(({ document }) => document)
    const shared = isShared(all)
    for (const { document, first } of group) {
      const value = shared ? toldApart(document, first, all) : first
      if (value !== document.title.value) apart.set(document.id, { value, inferred: true })
    }
  }
  return apart
}

const titlesOf = ({ evidence = [] }: Titled): string[] =>
  evidence.flatMap(({ field, value, score }) =>
    field === 'title' && score >= ENOUGH ? [value] : [],
  )

/** Several issues, and not one document that lies there twice. */
function isShared(all: readonly Titled[]): boolean {
  const issues = new Set(all.map(({ hash, date, series }) => series?.number ?? date?.value ?? hash))
  return all.length > 1 && issues.size === all.length
}

function toldApart(document: Titled, title: string, all: readonly Titled[]): string {
  const { series } = document
  if (series !== undefined && !squeezed(title).includes(squeezed(series.label)))
    return joined(title, series.label)
  const own = titlesOf(document).find((other) =>
    all.every((one) => one === document || !has(one, other)),
  )
  if (own === undefined) return title
  // Of a series both count; a letterhead is no title.
  return KIND.test(title) ? joined(title, own) : own
}

const has = (document: Titled, title: string): boolean =>
  titlesOf(document).some((one) => squeezed(one) === squeezed(title))

const joined = (title: string, own: string): string =>
  title.length + own.length < LONGEST ? `${title} – ${own}` : own
