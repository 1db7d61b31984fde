/** "at least", "an estimated", "or more": the wording right before or after a number. */
import { exactly } from '../../languages/combined.ts'
import type { Language } from '../../document.ts'
import { perLanguage } from '../../languages/packs.ts'
import type { Modifier, Relation } from '../quantity.ts'
import type { Token } from './tokens.ts'
import { phrases, wholeIn } from '../../languages/phrases.ts'

const LEADING = exactly(phrases('numbers', 'leading'))
const FALLS = exactly(phrases('numbers', 'falls'))
const THAN = exactly(phrases('numbers', 'than'))

const ARTICLES = wholeIn('numbers', 'articles')

interface Wording {
  readonly words: readonly string[]
  readonly relation: Relation
}

/** A modifier whose wording is still in the text. */
export type Worded = Omit<Modifier, 'wording'>

/** By the word next to the number; longest first. */
type Index = ReadonlyMap<string, readonly Wording[]>

const RELATIONS: readonly Relation[] = ['≥', '>', '~', '≤', '<', '=']

const INDEXES = perLanguage(({ modifiers }) => ({
  before: indexed(modifiers?.before, -1),
  after: indexed(modifiers?.after, 0),
}))

function indexed(table: Readonly<Record<Relation, string>> | undefined, side: number): Index {
  const found = new Map<string, Wording[]>()
  for (const relation of RELATIONS)
    for (const text of table?.[relation].split('|') ?? []) {
      if (text === '') continue
      // An elided French word is a token of its own.
      const words = text.replace(/(?<=(?<!\p{L})(?:\p{L}{1,2}|jusqu)')(?=\p{L})/gu, ' ').split(' ')
      const key = words.at(side) ?? ''
      found.set(key, [...(found.get(key) ?? []), { words, relation }])
    }
  for (const list of found.values()) list.sort((a, b) => b.words.length - a.words.length)
  return found
}

export function modifierBefore(
  tokens: readonly Token[],
  at: number,
  language: Language,
): Worded | undefined {
  let end = at
  // "over a hundred", "at least, 60": an article or a comma between.
  const gap = tokens[end - 1]?.lower
  const number = tokens[at]
  if (gap === ',' && number?.kind === 'number') end--
  if (ARTICLES[language].test(gap ?? '')) end--
  const lists = INDEXES[language].before
  for (const edge of end === at ? [at] : [at, end]) {
    for (const wording of lists.get(tokens[edge - 1]?.lower ?? '') ?? []) {
      const from = edge - wording.words.length
      if (from < 0 || !wording.words.every((word, index) => tokens[from + index]?.lower === word))
        continue
      if (!isModifier(tokens, from, edge, wording)) continue
      const start =
        LEADING.test(wording.words[0] ?? '') && wording.relation !== '=' ? from + 1 : from
      return part(tokens, start, edge, wording.relation)
    }
  }
  return undefined
}

/** "over the border", "about" as an adverb of another word: what cannot qualify a number here. */
function isModifier(tokens: readonly Token[], from: number, to: number, wording: Wording): boolean {
  const word = wording.words[0]
  const before = tokens[from - 1]?.lower ?? ''
  if (wording.words.length === 1) {
    if (word === 'some' || word === 'quelque') return true
    if (word === 'under' || word === 'below') return !FALLS.test(before)
    if (word === 'above' || word === 'beyond') return tokens[to]?.kind === 'number'
  }
  return !(word === 'total' && wording.words.length === 1)
}

export function modifierAfter(
  tokens: readonly Token[],
  at: number,
  language: Language,
): Worded | undefined {
  const first = tokens[at]
  if (first === undefined) return undefined
  for (const wording of INDEXES[language].after.get(first.lower) ?? []) {
    if (!wording.words.every((word, index) => tokens[at + index]?.lower === word)) continue
    if (wording.words[0] === '+' && first.spaced) continue
    // "5000 or less than 6000" goes on with another figure.
    const than = tokens[at + wording.words.length]
    const other = tokens[at + wording.words.length + 1]
    if (THAN.test(than?.lower ?? '') && other?.kind === 'number') continue
    if (wording.words.at(-1) === 'than' && than?.kind === 'number') continue
    return part(tokens, at, at + wording.words.length, wording.relation)
  }
  return undefined
}

function part(tokens: readonly Token[], from: number, to: number, relation: Relation): Worded {
  const start = tokens[from]?.start ?? 0
  const end = tokens[to - 1]?.end ?? start
  return { start, end, relation }
}
