/** What a person typed, without Discord's markup: mentions, emoji, times, escapes. */
import { unescaped } from './markdown.ts'

/** `<@1>` goes, `<t:1700000000:d>` is “2023-11-14”, `<:rain:1>` is “rain”, `<https://x>` is “https://x”. */
export function plainText(raw: string): string {
  return unescaped(
    raw
      // A space, so that what stood on its two sides does not grow together.
      .replace(/<(?:@[!&]?|#)\d+>/gu, ' ')
      .replace(/<a?:(\w+):\d+>/gu, '$1')
      .replace(/<t:(-?\d{1,11})(?::[a-zA-Z])?>/gu, (_, seconds: string) => day(Number(seconds)))
      .replace(/<\/([^:<>]+):\d+>/gu, '/$1')
      .replace(/<id:\w+>/gu, ' ')
      .replace(/<(https?:\/\/[^<>\s]+)>/gu, '$1'),
  )
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .trim()
}

const day = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10)
