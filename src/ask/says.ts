/** Verbs of saying and "according to". */
import { asWords, within } from '../../index/languages/combined.ts'
import { phrases } from '../../index/languages/phrases.ts'

export const SAYS = within(phrases('answers', 'says'), asWords, 'iu')
