/**
 * What Slack reads in text besides words: a recogniser of its own, that knows nothing of how the text
 * was made. Strict: what Slack would read in some places counts as read in all of them.
 */

const MARKUP: readonly (readonly [string, RegExp])[] = [
  ['a mention, link or date', /<[^<>\n]+>/u],
  ['a sign that is not escaped', /[<>]|&(?!(?:amp|lt|gt);)/u],
  ['a block of code', /```[\s\S]+?```/u],
  ['code', /`[^`\n]+`/u],
  ['bold', /\*[^*\n]+\*/u],
  ['italics', /_[^_\n]+_/u],
  ['a line through', /~[^~\n]+~/u],
  // What people type is kept with its entities, and reads as a quote all the same.
  ['a quote', /^\s*(?:>|&gt;)/mu],
  ['a picture', /:[^\s:]{1,100}:/u],
  ['an address', /[a-z][a-z\d+.-]*:\/\//iu],
  ['an address without its beginning', /[\p{L}\p{N}-]\.\p{L}{2,}/u],
  ['what nobody sees', /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u],
  ['a call to all', /@(?:channel|here|everyone)/iu],
]

/** One line for each; none where there are only words. */
export const liveInMrkdwn = (text: string): string[] =>
  MARKUP.flatMap(([what, sign]) => {
    const found = sign.exec(text)?.[0]
    return found === undefined ? [] : [`${what}: ${found}`]
  })
