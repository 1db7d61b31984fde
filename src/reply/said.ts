/** What several kinds of replies have in common beside quotes. */
import * as z from 'zod'
import { LANGUAGES } from '../../index/languages/packs.ts'

/** What every reply has that says something of its own beside quotes. */
export const Said = {
  /** Of what it says itself; the first language unless told. Quotes keep the language of their documents. */
  language: z.enum(LANGUAGES).optional(),
}
