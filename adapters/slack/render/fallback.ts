/**
 * The text beside the blocks: for notifications and screen readers. Slack reads markup in it, so this
 * is the one place where text is escaped.
 */
import { inertText } from '../../../src/inert.ts'
import { whole } from '../../../src/clip.ts'
import { LIMITS } from '../limits.ts'

const MORE = '… It goes on in the message.'

/** Lines, as many as fit, a line too long for the place cut at a word. */
export function fallback(lines: readonly string[]): string {
  const most = LIMITS.text - MORE.length - 1
  let text = ''
  for (const raw of lines) {
    const line = escaped(raw)
    if (line === '') continue
    const gap = text === '' ? '' : '\n'
    if (text.length + gap.length + line.length > most)
      return `${text}${gap}${cut(line, most - text.length - gap.length)}${MORE}`
    text += gap + line
  }
  return text === '' ? 'A reply' : text
}

/** Never within an escape: “&am”. */
function cut(line: string, most: number): string {
  const start = whole(line.slice(0, Math.max(0, most))).replace(/&[a-z]*$/u, '')
  const space = start.lastIndexOf(' ')
  return space > 0 ? start.slice(0, space) : ''
}

/** Signs that would format, mention or turn into a picture → ones that look the same and do nothing. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  '*': '∗',
  _: 'ˍ',
  '~': '∼',
  '`': 'ˋ',
  '@': '＠',
  ':': '∶',
}

/** Formats, calls, pictures (named in any script, in at most 100 characters), beginnings of addresses. */
const LIVELY = /[*_~`]|@(?=channel|here|everyone)|:(?=\S{0,100}:|\/\/)/giu
/** Addresses without their beginning, and of mail. */
const DOMAIN = /(?<=[\p{L}\p{N}-])\.(?=\p{L}{2})/gu

/** Inert text as mrkdwn shows it; only these three can be escaped, and the last begins a quote still. */
function escaped(raw: string): string {
  return inertText(raw)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(LIVELY, (sign) => LOOKALIKES[sign] ?? sign)
    .replace(DOMAIN, '․')
    .replace(/^&gt;/u, '＞')
}
