/** The date parser of a language, as chrono-node has them. */
import { createRequire } from 'node:module'
import type { ParsedResult } from 'chrono-node'

export interface DateParser {
  readonly parse: (text: string, today?: Date) => readonly ParsedResult[]
}

/** Loaded with the first date, at once: most questions have none, and an answer need not wait for it. */
const load = createRequire(import.meta.url)

/** @param variant of those of the locale, where it has several that differ: "GB" has days first */
export const chrono =
  (locale: string, variant?: string): (() => DateParser) =>
  () => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is loaded is what is named
    const loaded = load(`chrono-node/${locale}`) as DateParser &
      Readonly<Record<string, DateParser>>
    return (variant === undefined ? undefined : loaded[variant]) ?? loaded
  }
