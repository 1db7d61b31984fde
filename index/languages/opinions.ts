/** Wordings of what is thought, wished or asked for: nothing that a document could bear out. */
import { type Language, packOf } from './packs.ts'

export const isOpinion = (text: string, language: Language): boolean =>
  packOf(language).opinions?.test(text) === true
