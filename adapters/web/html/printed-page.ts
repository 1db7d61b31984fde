/** A page as it is printed: its picture, with the quote's words marked where they stand on it. */
import type { PrintedPage } from '../../../src/reply.ts'
import type { Words } from '../words.ts'
import { type Html, html } from './html.ts'

type Mark = PrintedPage['marks'][number]

/** Attributes alone place it: pages may have no style of their own. */
export const printedPageHtml = (
  { width, height, picture, page, of, marks }: PrintedPage,
  words: Words,
): Html =>
  html`<svg
    class="printed"
    viewBox="0 0 ${rounded(width)} ${rounded(height)}"
    role="group"
    aria-label="${words.page} ${page} ${words.of} ${of}"
  >
    <image
      href="data:image/webp;base64,${picture}"
      width="${rounded(width)}"
      height="${rounded(height)}"
    ></image>
    ${marks.map(markHtml)}
  </svg>`

/** The words lie over their picture, unseen: they can be selected, searched and read aloud. */
const markHtml = ({ text, left, top, right, bottom }: Mark, at: number): Html => {
  const [width, height] = [right - left, bottom - top]
  return html`<rect
      class="hit"
      x="${rounded(left)}"
      y="${rounded(top)}"
      width="${rounded(width)}"
      height="${rounded(height)}"
    ></rect>
    <text
      ${at === 0 ? html`id="quote"` : ''}
      class="words"
      x="${rounded(left)}"
      y="${rounded(bottom - height / 5)}"
      font-size="${rounded(height * 0.9)}"
      textLength="${rounded(width)}"
      lengthAdjust="spacingAndGlyphs"
      >${text}</text
    >`
}

/** Hundredths of a point are finer than any screen. */
const rounded = (points: number): string => String(Math.round(points * 100) / 100)
