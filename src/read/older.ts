/** A document as it was before it changed: for quotes of it that it has no more. */
import type { Language } from '../../index/languages/packs.ts'
import { wordingsIn } from '../wordings/in-language.ts'
import type { Document } from '../../index/document.ts'
import type { Library } from '../../index/library/library.ts'
import { cleanSpan } from '../context.ts'
import { VerbatimError } from '../errors.ts'
import type { Reading } from '../reply.ts'
import type { AskedQuote, FoundQuote } from './find-quote.ts'
import { quoteVersion } from './version.ts'

export type OlderVersions = Pick<Library, 'versions' | 'older'>

export const NO_VERSIONS: OlderVersions = { versions: () => [], older: () => undefined }

export const isoOf = (at: number): string => new Date(at).toISOString()

/** What a reply says of a version that is none of today's. */
type Was = Required<Pick<Reading, 'until'>> & { readonly pages?: undefined }

/** Its file is kept no more: there are no pages of it. */
const wasUntil = (at: number): Was => ({ until: isoOf(at), pages: undefined })

/** @throws VerbatimError 'documents' when it is not kept any more */
export function versionCalled(
  older: OlderVersions,
  id: string,
  version: string,
  language?: Language,
): readonly [Document, Was] {
  const record = older.versions(id).find(({ hash }) => hash.startsWith(version))
  const document = record && older.older(id, record.hash)
  if (document === undefined)
    throw new VerbatimError('documents', wordingsIn(language).chat.noVersion)
  return [document, wasUntil(record?.at ?? 0)]
}

interface Quoted {
  readonly version: Document
  readonly found: FoundQuote
  readonly was: Was
}

/** The newest version that has a quote's words where they were quoted. */
export function quotedFrom(
  older: OlderVersions,
  id: string,
  { version: words, ...at }: AskedQuote,
): Quoted | undefined {
  if (words === undefined) return undefined
  for (const record of older.versions(id)) {
    const version = older.older(id, record.hash)
    const span = version && cleanSpan(version, at)
    if (version === undefined || span === undefined) continue
    if (quoteVersion(version.clean.slice(span.start, span.end)) !== words) continue
    return { version, found: { state: 'older', span }, was: wasUntil(record.at) }
  }
  return undefined
}
