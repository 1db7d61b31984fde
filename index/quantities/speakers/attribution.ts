/**
 * Who says so: a speaker, the wording that says that they speak, and the stretch that is theirs. One
 * pass over the tokens of a text; a sentence of a quotation that goes on keeps its speaker.
 */
import { ending, exactly } from '../../languages/combined.ts'
import type { Language } from '../../document.ts'
import { CUES, REPORTS } from '../../languages/cues.ts'
import { ADVERB, AUXILIARY, DETERMINER, PREPOSITION, PRONOUN } from '../numbers/lexicon.ts'
import type { Stance } from '../quantity.ts'
import { opensQuotation, quoted, sentenceEnd } from './quotations.ts'
import { invertedSpeaker } from './inverted.ts'
import { DASH, phraseEnd, QUOTES } from './named.ts'
import { isNounHere } from './nouns.ts'
import { mainSubject, subjectBefore } from './subject.ts'
import type { TokenRange } from './token-range.ts'
import type { Token } from '../numbers/tokens.ts'
import { has, isParticiple } from '../numbers/word-shapes.ts'
import { packOf } from '../../languages/packs.ts'
import { phrases, wholeIn } from '../../languages/phrases.ts'

const INDEFINITE = exactly(phrases('speaking', 'indefinite'))
const JOINED = exactly(phrases('speaking', 'and'))
const HEADLINES = exactly(phrases('speaking', 'headlines'))
const GERUND = ending(phrases('speaking', 'gerunds'))
const VERB_PARTS = exactly(phrases('speaking', 'verbParts'))
const PASSIVE = exactly(phrases('speaking', 'passive'))

export interface Said {
  readonly speaker: TokenRange
  readonly cue: TokenRange
  readonly content: TokenRange
  readonly stance: Stance
  /** Reports something, and does not only want, praise or ask for it. */
  readonly reports: boolean
}

export function attributions(tokens: readonly Token[], language: Language): Said[] {
  const found: Said[] = []
  const inside = quoted(tokens)
  let last: Said | undefined
  /** Who spoke before the paragraph. */
  let before: Said | undefined
  /** Quotations of the paragraph that nobody was named for yet. */
  let waiting: TokenRange[] = []
  let turn: Said | undefined
  const settle = (by: Said | undefined): void => {
    if (by !== undefined) found.push(...waiting.map((content) => ({ ...by, content })))
    waiting = []
  }
  for (let from = 0; from < tokens.length;) {
    const to = sentenceEnd(tokens, from)
    const opens = opensQuotation(tokens, from)
    const quotation = inside[from] === 1 || opens
    if (tokens[from]?.line === true) {
      // A turn of a transcript goes on to the end of its paragraph, or to the next speaker.
      turn = undefined
      // A paragraph ends the wait of its quotations for a speaker: whoever spoke before goes on.
      if (inside[from] !== 1) {
        last ??= waiting.length > 0 ? before : undefined
        settle(before)
        before = undefined
      }
      // Of a new quotation the speaker may be named behind it.
      if (opens) [before, last] = [last, undefined]
    }
    const label = labelled(tokens, from, to)
    turn = label ?? turn
    const said =
      turn === undefined
        ? inSentence(tokens, from, to, language, inside)
        : [label ?? { ...turn, content: { from, to } }]
    const own = said[0]
    if (own !== undefined) {
      settle(quotation ? own : (before ?? own))
      found.push(...said)
      // "said A, who has backed B": A goes on.
      last = said.findLast(({ speaker }) => !isRelative(tokens, speaker)) ?? own
    } else if (!quotation) {
      settle(before)
      last = undefined
    } else if (last === undefined) waiting.push({ from, to })
    // A quotation that goes on, or one that follows it, is of the same speaker.
    else found.push({ ...last, content: { from, to } })
    from = to
  }
  settle(before)
  return found
}

const RELATIVE = exactly(phrases('speaking', 'relative'))

const isRelative = (tokens: readonly Token[], { from, to }: TokenRange): boolean =>
  to - from === 1 && RELATIVE.test(tokens[from]?.lower ?? '')

function inSentence(
  tokens: readonly Token[],
  from: number,
  to: number,
  language: Language,
  inside: Uint8Array,
): Said[] {
  const found: Said[] = []
  const cues = CUES[language]
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    // What a quotation says of others' words is not who says the quotation.
    if (token?.kind !== 'word' || inside[at] === 1) continue
    const source = accordingTo(tokens, at, to, language)
    if (source !== undefined) {
      found.push({ ...source, content: { from, to }, stance: 'said', reports: true })
      at = source.speaker.to - 1
      continue
    }
    const stance = cues.get(token.lower)
    // A capital inside a sentence makes a name of it: "the United States".
    if (stance === undefined || (token.capital && at > from && !HEADLINES.test(token.lower)))
      continue
    const said = byVerb(tokens, at, from, to, stance, language, inside)
    if (said !== undefined) {
      found.push(said)
      at = Math.max(at, said.cue.to - 1)
    }
  }
  return found
}

/** "WALLACE: If I may …" at the beginning of a line. */
function labelled(tokens: readonly Token[], from: number, to: number): Said | undefined {
  let at = from
  if (QUOTES.has(tokens[at]?.text ?? '')) at++
  const start = at
  while (at < to && at - start < 4 && SHOUTED.test(tokens[at]?.text ?? '')) at++
  if (at === start || tokens[at]?.text !== ':' || at + 1 >= to) return undefined
  return {
    speaker: { from: start, to: at },
    cue: { from: at, to: at + 1 },
    content: { from: at + 1, to },
    stance: 'said',
    reports: true,
  }
}

const SHOUTED = /^(?:[A-Z]{2,}|[A-Z]\.?|\.)$/u

/** "according to UN officials", "selon l'ONU", "as reported by PassBlue", "citing witnesses". */
function accordingTo(
  tokens: readonly Token[],
  at: number,
  to: number,
  language: Language,
): { speaker: TokenRange; cue: TokenRange } | undefined {
  const word = tokens[at]?.lower ?? ''
  const next = tokens[at + 1]?.lower
  const length = sourceWords(word, next, language)
  if (length === 0) return undefined
  if (word === 'per' && (tokens[at + 1]?.capital !== true || tokens[at - 1]?.text !== ','))
    return undefined
  const end = phraseEnd(tokens, at + length, to)
  // "citing her work", "citing a threat to them": what is cited says nothing.
  const first = tokens[at + length]
  const isNamed = tokens.slice(at + length, end).some(({ capital }) => capital)
  if (
    length === 1 &&
    GERUND.test(word) &&
    !isNamed &&
    (has(first, PRONOUN) || INDEFINITE.test(first?.lower ?? ''))
  )
    return undefined
  return end > at + length
    ? { speaker: { from: at + length, to: end }, cue: { from: at, to: at + length } }
    : undefined
}

const SOURCES = wholeIn('speaking', 'sources')

/** How many words name a source that follows; 0 when they do not. */
function sourceWords(word: string, next: string | undefined, language: Language): number {
  if (SOURCES[language].test(word)) return 1
  return next !== undefined && SOURCES[language].test(`${word} ${next}`) ? 2 : 0
}

function byVerb(
  tokens: readonly Token[],
  at: number,
  from: number,
  to: number,
  stance: Stance,
  language: Language,
  inside: Uint8Array,
): Said | undefined {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (token === undefined) return undefined
  const reports = stance !== 'said' || REPORTS.test(token.lower)
  // "to say", "is said to", "a report", "the claim".
  if (
    before !== undefined &&
    has(before, PREPOSITION | DETERMINER) &&
    at > from &&
    !DASH.test(before.text)
  ) {
    if (before.lower !== 'that' && before.lower !== 'who') return undefined
  }
  if (isNounHere(tokens, at)) return undefined
  const turned = invertedSpeaker(tokens, at, from, to)
  if (turned !== undefined)
    return {
      speaker: turned,
      cue: { from: at, to: at + 1 },
      content: { from, to },
      stance,
      reports,
    }
  let verb = at
  while (
    verb > from &&
    ((has(tokens[verb - 1], AUXILIARY | ADVERB) && tokens[verb - 1]?.capital !== true) ||
      VERB_PARTS.test(tokens[verb - 1]?.lower ?? '') ||
      tokens[verb - 1]?.lower.endsWith('ly') === true)
  )
    verb--
  const passive = PASSIVE.test(tokens[at - 1]?.lower ?? '')
  if (passive && isParticiple(token) && packOf(language).grammar.passiveHides) return undefined
  const speaker =
    (verb === at && GERUND.test(token.lower)) || JOINED.test(tokens[verb - 1]?.lower ?? '')
      ? mainSubject(tokens, at, from, language, inside)
      : subjectBefore(tokens, verb, from)
  if (speaker === undefined) return undefined
  return {
    speaker,
    cue: { from: verb, to: at + 1 },
    content: isAfterwards(tokens, speaker, at + 1, to) ? { from, to } : { from: at + 1, to },
    stance,
    reports,
  }
}

/** "Twelve people died, officials said.": all of the sentence is theirs, not what follows alone. */
function isAfterwards(
  tokens: readonly Token[],
  speaker: TokenRange,
  end: number,
  to: number,
): boolean {
  const before = tokens[speaker.from - 1]
  const next = tokens[end]
  return (
    before !== undefined &&
    CLOSING.test(before.text) &&
    (end >= to || (next?.kind === 'mark' && !OPENING.test(next.text)))
  )
}

/** Between what is said and who says it. */
const CLOSING = /^[,”"»’?!]$/u
/** Before what is said. */
const OPENING = /^[:“«]$/u
