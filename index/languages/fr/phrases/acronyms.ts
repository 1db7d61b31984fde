/** French alternatives for acronyms. */
import type { Phrases } from '../../phrase-names.ts'

export const ACRONYMS: Phrases['acronyms'] = {
  article: 'la|le|les|un|une',
  noName: 'dans|depuis|selon|avec|par',
  noLongForm: 'que|qui|dont|où|avec|par|voir',
}
