/** What a page is shown with. */
import type { Words } from '../words.ts'

export interface View {
  readonly words: Words
}
