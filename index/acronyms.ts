/**
 * Acronyms that documents define: "Malian Armed Forces (FAMa)", "MDSF (Malian Defense and Security
 * Forces)". After Schwartz and Hearst, A simple algorithm for identifying abbreviation definitions in
 * biomedical text, 2003: the acronym's letters must come in order in the words beside it. Names whose
 * acronym has another order or comes from another language are taken whole.
 */
import { exactly, within } from './languages/combined.ts'
import { phrases } from './languages/phrases.ts'
import type { Span } from './document.ts'

export interface Definition {
  readonly acronym: string
  readonly longForm: string
  /** Where both stand together. */
  readonly span: Span
}

const IN_BRACKETS = /\(([^()]{2,80})\)/gu
/** How far before the bracket the long form may begin. */
const WINDOW = 160

export function findDefinitions(text: string): Definition[] {
  const found: Definition[] = []
  for (const match of text.matchAll(IN_BRACKETS)) {
    const inside = (match[1] ?? '').split(/[;,]/u)[0]?.trim() ?? ''
    const words = wordsBefore(text, match.index)
    const end = match.index + match[0].length
    if (isAcronym(inside)) {
      const longForm = longFormAtEnd(words, inside)
      if (longForm === undefined) continue
      found.push({ acronym: inside, longForm: longForm.text, span: { start: longForm.start, end } })
      continue
    }
    // The other way round: "MDSF (Malian Defense and Security Forces)".
    const last = words.at(-1)
    if (last === undefined || !isAcronym(last.text)) continue
    if (explains(inside, last.text))
      found.push({ acronym: last.text, longForm: inside, span: { start: last.start, end } })
  }
  return found
}

/** Two to ten characters, one word, capitals among them: `FAMa`, `SARS-CoV`, `Ecowas`. */
function isAcronym(text: string): boolean {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}.&/-]{1,9}$/u.test(text)) return false
  return capitalsOf(text) >= 2 || /^\p{Lu}\p{Ll}{3,}$/u.test(text)
}

const capitalsOf = (text: string): number => text.match(/\p{Lu}/gu)?.length ?? 0

interface Word {
  readonly text: string
  readonly start: number
  /** A comma or the like stands before it. */
  readonly afterComma: boolean
}

/** The words right before `end`, back to where another sentence or bracket ends. */
function wordsBefore(text: string, end: number): Word[] {
  const from = Math.max(0, end - WINDOW)
  const window = text.slice(from, end)
  const words: Word[] = []
  let comma = false
  for (const match of window.matchAll(/[^\s—–]+|[—–]/gu)) {
    const [written] = match
    if (/^[—–]$/u.test(written)) {
      words.length = 0
      continue
    }
    const cut = from > 0 && match.index === 0 && /\S/u.test(text[from - 1] ?? '')
    const opening = /^["'“‘«([]*/u.exec(written)?.[0].length ?? 0
    const bare = written
      .slice(opening)
      .replace(/(?<!["'”’»)\]])["'”’»)\]]*(?:[,;:.!?]["'”’»)\]]*)?$/u, '')
    const initials = /^(?:\p{L}\.)+$/u.test(written.slice(opening))
    if (opening > 0) words.length = 0
    const afterComma = comma
    comma = written.endsWith(',')
    if (bare !== '' && !cut)
      words.push({
        text: initials ? written.slice(opening) : bare,
        start: from + match.index + opening,
        afterComma,
      })
    if (!initials && /[.;:!?)\]”»][)\]"'”’»]*$/u.test(written)) words.length = 0
  }
  return words
}

/** What may stand between the words of a name. */
const CONNECTORS = new Set(
  'of the for and in on to at with against a an & de des du la le les l et pour en sur contre aux au al el wal und für'.split(
    ' ',
  ),
)
const ARTICLE = exactly(phrases('acronyms', 'article'), 'iu')
/** Capitals at the head of a sentence or in a date, no part of a name. */
const NO_NAME = exactly(phrases('acronyms', 'noName'), 'iu')

const isConnector = (word: Word): boolean => CONNECTORS.has(word.text.toLowerCase())
const isCapital = (word: Word): boolean => /^\p{Lu}/u.test(word.text) && !NO_NAME.test(word.text)

function longFormAtEnd(
  words: readonly Word[],
  acronym: string,
): { text: string; start: number } | undefined {
  const letters = lettersOf(acronym)
  const shortest = shortestMatch(words, letters)
  const runs = namesAtEnd(words)
    .map((at) => words.slice(at))
    .filter((run) => letters.length >= 3 && initialsIn(run, letters) * 2 >= letters.length)
  if (shortest !== undefined) runs.push(words.slice(shortest))
  // "Ecowas" is written like any name: its letters must begin the words.
  const sure =
    capitalsOf(acronym) >= 2
      ? runs
      : runs.filter(
          (run) =>
            /^\p{Lu}/u.test(run[0]?.text ?? '') &&
            run.length >= 3 &&
            initialsIn(run, letters) * 3 >= letters.length * 2,
        )
  // "National Movement for the Liberation of Azawad (MNLA)": more of its letters begin a word than
  // in "Movement for …"; a word more that begins with none of them counts against a run.
  const [best] = sure.toSorted((a, b) => fit(b, letters) - fit(a, letters) || a.length - b.length)
  if (best === undefined) return undefined
  const first = best[0]
  const kept = first !== undefined && ARTICLE.test(first.text) ? best.slice(1) : best
  const text = kept
    .map((word) => (word.afterComma && word !== kept[0] ? `, ${word.text}` : ` ${word.text}`))
    .join('')
    .trim()
    .replace(/^[ldLD]['’](?=\p{L})|['’]s$/gu, '')
  if (text.length <= acronym.length) return undefined
  return { text, start: kept[0]?.start ?? 0 }
}

/** Letters that begin a word, half for "of" and its like, less the words that begin with none. */
function fit(run: readonly Word[], letters: readonly string[]): number {
  const left = [...letters]
  let found = 0
  const take = (word: Word, worth: number): boolean => {
    const taken = initialsOf(word).filter((initial) => takeOut(left, initial)).length
    found += taken * worth
    return taken > 0
  }
  const idle = run.filter((word) => !isConnector(word) && !take(word, 1)).length
  for (const word of run) if (isConnector(word)) take(word, 0.5)
  return found - idle
}

/** Whether `inside` spells the acronym out, all of it. */
function explains(inside: string, acronym: string): boolean {
  const words = wordsBefore(`${inside} `, inside.length + 1)
  const letters = lettersOf(acronym)
  if (!/\p{Lu}/u.test(inside) && letters.length < 3) return false
  if (inside.length <= acronym.length || shortestMatch(words, letters) !== 0) return false
  if (capitalsOf(acronym) < 2 && initialsIn(words, letters) * 3 < letters.length * 2) return false
  return !NO_LONG_FORM.test(inside)
}

/** "WHO (which has offices)" is a remark. */
const NO_LONG_FORM = within(
  phrases('acronyms', 'noLongForm'),
  (words) => String.raw`^(?:${words})\b`,
  'iu',
)

/** Index of the first word of the shortest run at the end that has the letters in order. */
function shortestMatch(words: readonly Word[], letters: readonly string[]): number | undefined {
  let left = letters.length - 1
  let at = words.length - 1
  let counted = 0
  const most = Math.min(letters.length + 5, letters.length * 2)
  for (; at >= 0; at--) {
    const word = words[at]
    if (word === undefined) break
    if (!isConnector(word)) counted++
    if (counted > most) return undefined
    left = takeLetters(word.text, letters, left)
    if (left < 0) break
    if (word.afterComma && initialsIn(words.slice(at), letters) < words.length - at - 1)
      return undefined
  }
  if (left >= 0 || at < 0) return undefined
  const run = words.slice(at)
  // Letters found here and there inside words are chance, but for a long word cut short.
  const content = run.filter((word) => !isConnector(word)).length
  const initials = initialsIn(run, letters)
  if (run.length > 1 && initials * 2 < letters.length && initials < content) return undefined
  const first = run[0]
  if (first !== undefined && isConnector(first) && run.length > 1) return undefined
  return at
}

/** Takes letters from the end of a word on; the acronym's first must begin a word or its part. */
function takeLetters(word: string, letters: readonly string[], last: number): number {
  let left = last
  const plain = Array.from(word, plainLetter)
  for (let at = plain.length - 1; at >= 0 && left >= 0; at--) {
    if (plain[at] !== letters[left]) continue
    const begins = at === 0 || /[^\p{L}\p{N}]/u.test(plain[at - 1] ?? '')
    if (left > 0 || begins) left--
  }
  return left
}

/** Where capitalised names that end the run begin: "Special Intervention Group of the …". */
function namesAtEnd(words: readonly Word[]): number[] {
  const found: number[] = []
  let capitals = 0
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at]
    if (word === undefined) break
    if (isCapital(word) && !ARTICLE.test(word.text)) {
      if (++capitals >= 2) found.push(at)
    } else if (!isConnector(word) || at === words.length - 1) break
    if (word.afterComma) break
  }
  return found
}

/** How many of the acronym's letters begin a word of the run. */
function initialsIn(words: readonly Word[], letters: readonly string[]): number {
  const initials = words.flatMap(initialsOf)
  return letters.filter((letter) => takeOut(initials, letter)).length
}

/** `Civil-Military` → c, m. */
const initialsOf = (word: Word): string[] =>
  word.text.split(/[-–’'/]/u).map((part) => plainLetter(part.slice(0, 1)))

function takeOut(letters: string[], letter: string): boolean {
  const at = letters.indexOf(letter)
  if (at >= 0) letters.splice(at, 1)
  return at >= 0
}

/** `NSAGs` → n, s, a, g. */
function lettersOf(acronym: string): string[] {
  const bare = acronym.replace(/(?<=\p{Lu})s$/u, '').replace(/[^\p{L}\p{N}]/gu, '')
  return Array.from(bare, plainLetter)
}

const plainLetter = (letter: string): string => letter.normalize('NFD').slice(0, 1).toLowerCase()
