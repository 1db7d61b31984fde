/** Words that cannot both be true of one thing, in pairs; folded, in any of their forms. */
import { type Language, perLanguage } from './packs.ts'

interface Table {
  readonly all: ReadonlyMap<string, ReadonlySet<string>>
  readonly plain: ReadonlyMap<string, ReadonlySet<string>>
}

/** Lines that begin with ~ are of words that can stand in one true report: "north" and "south". */
const TABLES = perLanguage(({ opposites }) => tableOf(opposites ?? ''))

function tableOf(text: string): Table {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.trim())
  return {
    all: mapOf(lines.map((line) => line.replace(/^~\s*/u, ''))),
    plain: mapOf(lines.filter((line) => !line.startsWith('~'))),
  }
}

function mapOf(lines: readonly string[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const line of lines) {
    const [one = [], other = []] = line.split('|').map((side) => side.trim().split(/\s+/u))
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      for (const word of from) found.set(word, new Set([...(found.get(word) ?? []), ...to]))
  }
  return found
}

const NONE: ReadonlySet<string> = new Set()

/** The words that say the opposite of a folded word, in some of its senses. */
export const oppositesOf = (folded: string, language: Language): ReadonlySet<string> =>
  TABLES[language].all.get(folded) ?? NONE

/** Those that cannot both be true of one event. */
export const plainOppositesOf = (folded: string, language: Language): ReadonlySet<string> =>
  TABLES[language].plain.get(folded) ?? NONE
