/**
 * What Discord would read in a text besides words: a recogniser of its own, that knows nothing of how
 * the text was made but the few signs with which the adapter lays it out.
 */

/** Signs that are laid out with: block quotes, lists and headings of the adapter's own. */
const LAYOUT = /^(?:> |- |#{2,3} )/u
const OWN_LINK =
  /\[(?:open(?: there)?|ouvrir(?: à cet endroit)?)\]\(<https?:\/\/[^\s<>()[\]\\|`]+>\)/gu
const ESCAPED = /\\[^0-9A-Za-z\s]/gu
/** Stands for an escaped sign, which means nothing any more. */
const DEAD = '\ue000'

/** Moves cursors, hides text or turns it round; but for what addresses and calls are broken by. */
const HARMFUL =
  /[^\P{Cc}\n]|[\u200c-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]|[\u{e0000}-\u{e007f}]/u
const STRAY_BREAK = /(?<![:@`]|discord|discordapp)\u200b/iu

/** Read by Discord's servers, which know no escapes. */
const CALLS = [
  /@(?:everyone|here)/iu,
  /<@[!&]?\d+>/u,
  /[a-z]+:\/\//iu,
  /discord(?:app)?\.(?:gg|com|me|li|io|new|gift)\b/iu,
]
/** Read wherever they stand. */
const INLINE = [/[_~`|<>[\]]/u, /:[^\s:]+:/u]
/** Read at the beginning of a line. */
const OPENING = /^\s*(?:#{1,3}\s|-#\s|[-+*]\s|\d+[.)]\s|>)/u

/** One line for each; none where there are only words. */
export function liveIn(markdown: string): string[] {
  const found: string[] = []
  const bare = markdown.replaceAll(OWN_LINK, '')
  const note = (sign: RegExp, text: string): void => {
    if (sign.test(text)) found.push(`${String(sign)} in ${JSON.stringify(text)}`)
  }
  // Bold parts words, but not what is read of them.
  for (const text of [bare, bare.replaceAll('**', '')])
    for (const sign of [HARMFUL, ...CALLS]) note(sign, text)
  note(STRAY_BREAK, bare.replaceAll('**', ''))
  const parts = bare.split('```')
  if (parts.length % 2 === 0) found.push('a code block that does not end')
  for (const [at, part] of parts.entries())
    if (at % 2 === 0) for (const line of part.split('\n')) found.push(...liveInLine(line))
  return found
}

function liveInLine(raw: string): string[] {
  const line = raw.replaceAll(ESCAPED, DEAD).replace(LAYOUT, '')
  const plain = line
    .replaceAll(/\*\*[^*]+\*\*(?!\*)/gu, 'bold')
    .replaceAll(/\*(?=\S)[^*]+\*/gu, 'italic')
  return [OPENING, ...INLINE, /\*/u].flatMap((sign) =>
    sign.test(plain) ? [`${String(sign)} in ${JSON.stringify(raw)}`] : [],
  )
}
