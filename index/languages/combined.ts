/**
 * What is asked of all languages at once: a word is looked up before it is known, or whatever language its
 * document is in. Alternatives that no pack has match nothing.
 */
import type { LanguagePack } from './pack.ts'
import { PACKS } from './packs.ts'

/** Matches nothing. */
export const NEVER = '(?!)'

/** What each pack has, of those that have it. */
export const anyOf = (
  pick: (pack: LanguagePack) => string | undefined,
  packs: readonly LanguagePack[] = Object.values(PACKS),
): readonly string[] => packs.map((pack) => pick(pack) ?? '').filter((words) => words !== '')

/** One of the alternatives, and nothing else. */
export const exactly = (alternatives: readonly string[], flags = 'u'): RegExp =>
  within(alternatives, (words) => `^(?:${words})$`, flags)

/** What ends in one of the alternatives. */
export const ending = (alternatives: readonly string[], flags = 'u'): RegExp =>
  within(alternatives, (words) => `(?:${words})$`, flags)

/** Whole words, wherever they stand. */
export const asWords = (words: string): string => String.raw`\b(?:${words})\b`

/** An expression around the alternatives; `written` is told them parted by `|`. */
export const within = (
  alternatives: readonly string[],
  written: (words: string) => string,
  flags = 'u',
): RegExp => new RegExp(written(alternatives.length === 0 ? NEVER : alternatives.join('|')), flags)
