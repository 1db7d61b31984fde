/**
 * Languages without a pack whose script tells which rules their words follow, whatever language the text around
 * them is in: their stems and function words, and where words begin that are written without blanks between them.
 */
import { createRequire } from 'node:module'
import type * as stemming from '@orama/stemmers/arabic'
import type * as stopping from '@orama/stopwords/arabic'
import { fold } from '../fold.ts'

/** How the words of a script are indexed. */
export interface ScriptRules {
  /** The stem of a folded word. */
  readonly stem: (folded: string) => string
  /** Folded. */
  readonly stopWords: ReadonlySet<string>
}

const load = createRequire(import.meta.url)

/** Code points from, to; the name both libraries have the language under. */
const RULED = [
  [0x3_70, 0x3_ff, 'greek'],
  [0x4_00, 0x5_2f, 'russian'],
  [0x6_00, 0x7_7f, 'arabic'],
  [0x9_00, 0x9_7f, 'indian'],
  [0x30_40, 0x30_ff, 'japanese'],
  [0x34_00, 0x9f_ff, 'mandarin'],
] as const
type Name = (typeof RULED)[number][2]

/** Their words have one form. */
const ONE_FORM: ReadonlySet<Name> = new Set(['japanese', 'mandarin'])

/** Thai to Burmese, Khmer; kana and Chinese characters. */
const WITHOUT_BLANKS = [
  [0x0e_00, 0x0e_ff],
  [0x10_00, 0x10_9f],
  [0x17_80, 0x17_ff],
  [0x30_40, 0x30_ff],
  [0x34_00, 0x9f_ff],
] as const

const SMALLEST = RULED[0][0]

/** The rules of a word's script by its first letter; nothing for scripts that do not tell. */
export function scriptRules(word: string): ScriptRules | undefined {
  const code = word.charCodeAt(0)
  if (!(code >= SMALLEST)) return undefined
  const name = RULED.find(([from, to]) => code >= from && code <= to)?.[2]
  return name === undefined ? undefined : rulesOf(name)
}

const known = new Map<Name, ScriptRules>()

/** Loaded with the first word of the script: most readers never meet one. */
function rulesOf(name: Name): ScriptRules {
  const before = known.get(name)
  if (before !== undefined) return before
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is loaded is what is named
  const { stopwords } = load(`@orama/stopwords/${name}`) as typeof stopping
  const rules = {
    stem: ONE_FORM.has(name) ? (word: string) => word : stemOf(name),
    stopWords: new Set(stopwords.map((word) => fold(word.trim()))),
  }
  known.set(name, rules)
  return rules
}

function stemOf(name: Name): ScriptRules['stem'] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is loaded is what is named
  const { stemmer } = load(`@orama/stemmers/${name}`) as typeof stemming
  return name === 'arabic' ? (word) => stemmer(withoutAnd(word)) : stemmer
}

/** "And" and "for the" are written with the word after them, which its stemmer leaves where an article follows. */
const withoutAnd = (word: string): string =>
  word.replace(/^[وف](?=(?:ال|بال|كال|لل)\p{L})/u, '').replace(/^لل(?=\p{L}{2})/u, 'ال')

/** Whether a run of letters has words that no blank parts. */
export function isWithoutBlanks(run: string): boolean {
  for (let at = 0; at < run.length; at++) {
    const code = run.charCodeAt(at)
    if (WITHOUT_BLANKS.some(([from, to]) => code >= from && code <= to)) return true
  }
  return false
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** The words of such a run, with where each starts in it. */
export function wordsWithin(run: string): { readonly word: string; readonly start: number }[] {
  return [...segmenter.segment(run)].flatMap(({ segment, index }) =>
    /[\p{L}\p{N}]/u.test(segment) ? [{ word: segment, start: index }] : [],
  )
}
