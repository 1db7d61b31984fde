/** What people say around a question in a chat, and the question itself. */
import { within } from '../../index/languages/combined.ts'
import { phrases } from '../../index/languages/phrases.ts'

/** At the start of a message, any number of them one after another. */
const OPENINGS: readonly RegExp[] = [
  /^<@!?[A-Z0-9|]+(?:\|[^>]*)?>[\s,:;-]*/iu,
  /^@[\w.-]+[\s,:;-]+/u,
  within(phrases('chat', 'greetings'), (words) => String.raw`^(?:${words})\b[\s,!.:;-]*`, 'iu'),
  within(phrases('chat', 'openings'), (words) => String.raw`^(?:${words})\b[\s,!.:;-]+`, 'iu'),
  within(
    phrases('chat', 'requests'),
    (words) => String.raw`^(?:${words})(?=[\s,:;?]|$)[\s,:;]*`,
    'iu',
  ),
]

/** At the end. */
const CLOSINGS: readonly RegExp[] = [
  within(
    phrases('chat', 'closings'),
    (words) => String.raw`(?<![\s,;.!-])[\s,;.!-]*(?<=[\s,;.!?-])(?:${words})[\s?!.]*$`,
    'iu',
  ),
  /(?<!\s)\s*<@!?[A-Z0-9|]+>\s*$/iu,
  /(?<!\s)\s*(?<!\p{Extended_Pictographic})\p{Extended_Pictographic}+\s*$/u,
]

/** The message without greetings, mentions and politeness; empty when it was nothing else. */
export function withoutNoise(message: string): string {
  let text = message.trim()
  for (let changed = true; changed;) {
    const before = text
    for (const opening of OPENINGS) text = text.replace(opening, '')
    changed = text !== before
  }
  for (let changed = true; changed;) {
    const before = text
    for (const closing of CLOSINGS) text = text.replace(closing, '').trimEnd()
    changed = text !== before && text !== ''
  }
  return /[\p{L}\p{N}]/u.test(text) ? text.trim() : ''
}
