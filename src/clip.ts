/** Foreign text where a platform shows plain text, no longer than its place takes. */
import { inertText } from './inert.ts'

/** Cut at a space where there is one near the end, and marked so. Never used on a quote. */
export function clip(raw: string, most: number): string {
  // Most of a title of a million characters need not be read.
  const start = raw.slice(0, most * 8)
  const words = inertText(start)
  if (words.length <= most && start.length === raw.length) return words
  const cut = whole(words.slice(0, most - 1))
  const space = cut.lastIndexOf(' ')
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`
}

/** Without half a character at the end. */
export const whole = (words: string): string => words.replace(/[\ud800-\udbff]$/u, '')
