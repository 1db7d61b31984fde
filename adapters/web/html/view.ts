/** What a page is shown with. */
import type { Words } from '../words.ts'

export interface View {
  readonly words: Words
  /** That addresses of the document need, where it was come to by a link. */
  readonly key?: string | undefined
}
