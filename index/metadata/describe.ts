/**
 * Title, publisher and date of a document: stated in its front matter, else inferred from its text and
 * marked so, else absent. A file's modification time says nothing about its publication.
 */
import type { DocumentMetadata, Stated } from '../document.ts'
import type { FrontMatter } from '../front-matter.ts'
import { inferDate } from './date.ts'
import { letterheadOf } from './letterhead.ts'
import { inferPublisher } from './publisher.ts'
import { inferTitle } from './title.ts'

/** What a reader can tell for guessing at what the front matter does not say. */
export interface Hints {
  /** Lines that may be the title, the best first. */
  readonly titles: readonly string[]
  /** The whole text, furniture included: publishers name themselves there. */
  readonly text: string
  readonly clean: string
  /** Where its first page ends, if it has pages. */
  readonly firstPageEnd?: number
  /** Lines that stand on page after page. */
  readonly running: readonly string[]
  readonly fileName: string
  /** What its surroundings say: a line beside its headline, the site it stands on. */
  readonly shown: { readonly date?: string; readonly publisher?: string } | undefined
  /** `03/04/2021` is of April in what is written in this language. */
  readonly isDayFirst: boolean
}

export function describe(matter: FrontMatter, given: Hints): DocumentMetadata {
  const hints = { ...given, letterhead: letterheadOf(given.text) }
  const title = stated(matter.title) ?? { value: inferTitle(hints), inferred: true }
  const publisher =
    stated(matter.publisher) ??
    inferred(inferPublisher({ ...hints, title: title.value, site: hints.shown }))
  const { url } = matter
  const date =
    stated(matter.date) ??
    inferred(
      hints.shown?.date ??
        inferDate({ ...hints, title: title.value, ...(url !== undefined && { url }) }),
    )
  return {
    title,
    ...(publisher !== undefined && { publisher }),
    ...(matter.byline !== undefined && { byline: matter.byline }),
    ...(date !== undefined && { date }),
    kind: matter.kind ?? 'document',
    ...(matter.source !== undefined && { source: matter.source }),
    ...(url !== undefined && { url }),
  }
}

const stated = (value: string | undefined): Stated | undefined =>
  value === undefined ? undefined : { value, inferred: false }
const inferred = (value: string | undefined): Stated | undefined =>
  value === undefined ? undefined : { value, inferred: true }
