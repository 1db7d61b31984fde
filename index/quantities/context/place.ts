/** Where: the name after "in", "near", "across", as nearest to the figure. */
import { exactly } from '../../languages/combined.ts'
import { phrases } from '../../languages/phrases.ts'
import { perLanguage } from '../../languages/packs.ts'
import type { Language, Span } from '../../document.ts'
import { wordList } from '../../word-map.ts'
import { DETERMINER, MONTH, PREPOSITION } from '../numbers/lexicon.ts'
import type { Token } from '../numbers/tokens.ts'
import { has } from '../numbers/word-shapes.ts'

const DIRECTIONS = exactly(phrases('context', 'directions'))
const NAME_LINKS = exactly(phrases('context', 'nameLinks'))

/** A name of a place, and the token it begins at. */
export interface PlaceName extends Span {
  readonly at: number
}

const LINKS = perLanguage(({ placeLinks }) => wordList(placeLinks ?? ''))

const PARTS = exactly(phrases('context', 'parts'))
const AREAS = exactly(phrases('context', 'areas'))
const NO_PLACE = exactly(phrases('context', 'noPlace'))

/** Whether a place may follow a word: "in", "from", "vers". */
export const leadsToPlace = (word: string, language: Language): boolean => LINKS[language].has(word)

export function placeNames(tokens: readonly Token[], language: Language): PlaceName[] {
  const found: PlaceName[] = []
  const links = LINKS[language]
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token?.kind !== 'word' || !links.has(token.lower) || isOfSome(tokens, at)) continue
    const name = nameAt(tokens, at + 1)
    if (name === undefined) continue
    // "from" and "to", "de" and "du" lead to a place only before a part or with an area behind it.
    if (DIRECTIONS.test(token.lower) && !name.sure) continue
    found.push({ start: name.start, end: name.end, at: name.at })
    at = name.to - 1
  }
  return found
}

const THESE = exactly(phrases('counting', 'these'))

/** "88 were killed, most of them in Asia": where some of them were, of whom no number is told. */
const isOfSome = (tokens: readonly Token[], at: number): boolean =>
  THESE.test(tokens[at - 1]?.lower ?? '') &&
  tokens[at - 3] !== undefined &&
  tokens[at - 3]?.kind !== 'number' &&
  has(tokens[at - 2], PREPOSITION)

/** Bodies, not places; and acronyms, which mostly are bodies too. */
const NO_PLACE_WORDS = exactly(phrases('context', 'noPlaceWords'))
const isAcronym = (token: Token): boolean =>
  token.text.length === 1 ||
  (token.text.length < 8 &&
    /^[A-Z]{2,}s?$/u.test(token.text) &&
    !/^(?:US|UK|UAE|DRC|CAR|USA|EU)$/u.test(token.text))

interface Name extends PlaceName {
  readonly to: number
  readonly sure: boolean
}

function nameAt(tokens: readonly Token[], first: number): Name | undefined {
  let from = first
  if (has(tokens[from], DETERMINER) || tokens[from]?.text === "l'") from++
  let at = from
  let capitals = 0
  let sure = false
  while (at - from < 7) {
    const token = tokens[at]
    if (
      token?.kind === 'mark' &&
      token.text === '-' &&
      !token.spaced &&
      capitals > 0 &&
      tokens[at + 1]?.kind === 'word'
    ) {
      at++
      continue
    }
    if (token?.kind !== 'word') break
    if (isAcronym(token) || NO_PLACE_WORDS.test(token.lower)) return undefined
    if (PARTS.test(token.lower)) sure = true
    else if (AREAS.test(token.lower) && capitals > 0) {
      sure = true
      at++
      break
    } else if (token.capital && !NO_PLACE.test(token.lower) && !has(token, MONTH)) capitals++
    else if (
      !(
        capitals > 0 &&
        NAME_LINKS.test(token.lower) &&
        tokens[at + 1]?.capital === true &&
        token.lower !== 'and'
      )
    )
      break
    at++
  }
  if (capitals === 0) return undefined
  while (at > from && tokens[at - 1]?.kind === 'mark') at--
  const end = trimPossessive(tokens[at - 1])
  return { start: tokens[from]?.start ?? 0, end, at: from, to: at, sure }
}

const trimPossessive = (token: Token | undefined): number =>
  token === undefined ? 0 : /['’]s$/u.test(token.text) ? token.end - 2 : token.end

/** Whether nothing but "in" stands between a name and a number, another than that at a token. */
function isOfOther(tokens: readonly Token[], name: number, at: number): boolean {
  const number = has(tokens[name - 1], DETERMINER) ? name - 3 : name - 2
  return number > at && tokens[number]?.kind === 'number' && tokens[number - 1]?.text !== '-'
}

/** The nearest of sorted stretches to a token, in the same sentence; after it rather than before. */
export function nearestOf<Named extends PlaceName>(
  tokens: readonly Token[],
  names: readonly Named[],
  at: number,
  sentence: number | undefined,
): Named | undefined {
  let low = 0
  let high = names.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((names[middle]?.at ?? 0) < at) low = middle + 1
    else high = middle
  }
  const [after, before] = [names[low], names[low - 1]]
  const inSentence = (name: Named | undefined): name is Named =>
    name !== undefined && tokens[name.at]?.sentence === sentence
  // "88 were killed, 9 in Belmark": there were the nine.
  if (!inSentence(after) || isOfOther(tokens, after.at, at))
    return inSentence(before) ? before : undefined
  if (!inSentence(before)) return after
  return after.at - at <= (at - before.at) * 2 ? after : before
}
