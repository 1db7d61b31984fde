/** Files made to harm whoever reads them; none is larger than a few megabytes. */
import { ARCHIVE_BOMBS } from './bombs/archives.ts'
import type { Bomb } from './bombs/bomb.ts'
import { MARKUP_BOMBS } from './bombs/markup.ts'
import { PDF_BOMBS } from './bombs/pdf.ts'
import { TEXT_BOMBS } from './bombs/text.ts'

export const BOMBS: readonly Bomb[] = [
  ...PDF_BOMBS,
  ...ARCHIVE_BOMBS,
  ...MARKUP_BOMBS,
  ...TEXT_BOMBS,
]
