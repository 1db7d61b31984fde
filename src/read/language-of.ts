/** What a document is written in, as people are told. */
import type { Document } from '../../index/document.ts'
import { UNKNOWN } from '../../index/languages/language.ts'

export const languageOf = ({ language, writtenIn = language, alsoIn = [] }: Document): string =>
  writtenIn === UNKNOWN ? 'language not known' : [writtenIn, ...alsoIn].join(', ')
