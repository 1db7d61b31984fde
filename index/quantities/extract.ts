/**
 * The figures of a text, in the order in which they stand: found as numbers, then read for what they
 * measure, what is counted, what happened, when, where and who says so. Runs once, when a document is
 * indexed; its time grows with the length of the text.
 */
import { ending, within } from '../languages/combined.ts'
import { phrases } from '../languages/phrases.ts'
import type { Language, Span } from '../document.ts'
import { type Said, attributions } from './speakers/attribution.ts'
import type { TokenRange } from './speakers/token-range.ts'
import { changeOf } from './counted/change.ts'
import { countedAfter } from './counted/counted.ts'
import { type Known, countedElsewhere, nearest } from './counted/elision.ts'
import { eventOf } from './counted/events.ts'
import { findNumbers } from './numbers/find.ts'
import { footnoteAfter } from './refused/footnotes.ts'
import { inherited } from './context/inherited.ts'
import { shareForward } from './counted/lists.ts'
import { modifierAfter, modifierBefore } from './numbers/modifiers.ts'
import type { Phrase } from './counted/noun-phrase.ts'
import { ownWords } from './own-words.ts'
import { partsOf } from './counted/parts.ts'
import { type When, periods } from './context/period.ts'
import { nearestOf, placeNames } from './context/place.ts'
import { sentenceEnd } from './speakers/quotations.ts'
import type { Attribution, Context, Counted, Modifier, Period, Quantity, Unit } from './quantity.ts'
import type { Found } from './numbers/read-one.ts'
import { isNoun, isPersons, isState } from './counted/states.ts'
import { type Token, tokenize } from './numbers/tokens.ts'
import { readUnit } from './units/unit.ts'

const BETWEEN = ending(phrases('counting', 'between'), 'iu')
const RANGE_JOINTS = within(
  phrases('counting', 'rangeJoints'),
  (words) => String.raw`^\s*(?:${words})\s`,
  'iu',
)

/** Speakers of one sentence; a chain is never longer. */
const SPEAKERS = 4

/**
 * The figures of a sentence, a paragraph or a longer text. Offsets are those of `text`; those of a period
 * or place that was inherited are those of the heading or title it was taken from.
 */
export function extractQuantities(text: string, context: Context): Quantity[] {
  const { language, published } = context
  const tokens = tokenize(text, language)
  const known = measured(tokens, language)
  if (known.length === 0) return []
  const parts = partsOf(tokens, known)
  const wordsOf = ownWords(tokens, known, parts)
  const ends = sentenceSpans(tokens)
  const when = periods(tokens, published)
  const where = placeNames(tokens, language)
  const said = bySentence(tokens, attributions(tokens, language))
  const above = inherited(context)
  return known.map(({ found, unit, phrase, own }, index) => {
    const sentence = tokens[found.from]?.sentence
    const modifier = modifierOf(tokens, text, found, unit, language)
    const event = eventOf(tokens, found, phrase, wordsOf(index), language)
    const change = changeOf(tokens, found, known.slice(Math.max(0, index - 1), index), index)
    const partOf = parts[index]
    const footnote = footnoteAfter(tokens, found, own ? phrase : undefined)
    const period = nearestOf(tokens, when, found.from, sentence)
    const place = nearestOf(tokens, where, found.from, sentence)
    return {
      start: found.start,
      end: found.end,
      number: found.number,
      amount: found.amount,
      ...(found.sides === undefined ? {} : { sides: found.sides }),
      unit,
      ...(modifier === undefined ? {} : { modifier }),
      ...(phrase === undefined ? {} : { counted: counted(tokens, phrase, !own) }),
      ...(event === undefined ? {} : { event }),
      ...(change === undefined ? {} : { change }),
      ...(partOf === undefined ? {} : { partOf }),
      ...withPeriod(text, period, above.period),
      ...(place === undefined
        ? above.place === undefined
          ? {}
          : { place: above.place }
        : {
            place: {
              start: place.start,
              end: place.end,
              origin: 'sentence' as const,
              wording: text.slice(place.start, place.end),
            },
          }),
      attribution: speakers(tokens, said.get(sentence ?? -1) ?? [], found),
      ...(footnote === undefined ? {} : { footnote }),
      sentence: ends.get(sentence ?? -1) ?? { start: 0, end: text.length },
    }
  })
}

/** The numbers of a text with their units and what they count. */
function measured(tokens: readonly Token[], language: Language): Known[] {
  const known: Known[] = []
  for (const found of findNumbers({ tokens, language })) {
    const { unit, to } = readUnit(tokens, found, language)
    known.push(withCounted(tokens, found, unit, to, known, language))
  }
  shareForward(tokens, known)
  return known
}

function withCounted(
  tokens: readonly Token[],
  found: Found,
  unit: Unit,
  to: number,
  before: readonly Known[],
  language: Language,
): Known {
  const own = countedAfter(tokens, found, unit, to, language)
  if (own !== undefined && isState(tokens, own)) {
    // "1,470 people killed and 2,200 abducted": people were abducted.
    const near = nearest(tokens, found, before)
    if (near !== undefined && isPersons(tokens, near))
      return { found, unit, phrase: near, own: false }
    return { found, unit, phrase: isNoun(tokens, own) ? own : undefined, own: true }
  }
  const phrase = own ?? countedElsewhere(tokens, found, unit, before, language)
  return { found, unit, phrase, own: own !== undefined }
}

function modifierOf(
  tokens: readonly Token[],
  text: string,
  found: Found,
  unit: Unit,
  language: Language,
): Modifier | undefined {
  const before = modifierBefore(tokens, found.from, language)
  const after = modifierAfter(tokens, unitEnd(tokens, found, unit), language)
  // "about 500 or more" says at least 500.
  const weak = before === undefined || before.relation === '~' || before.relation === '='
  const modifier =
    before === undefined ||
    isLoose(text, before, found) ||
    (weak && /[≥≤]/u.test(after?.relation ?? ''))
      ? after
      : before
  if (modifier === undefined) return undefined
  return { ...modifier, wording: text.slice(modifier.start, modifier.end) }
}

/** The token after a unit: where "or more" stands. */
function unitEnd(tokens: readonly Token[], found: Found, unit: Unit): number {
  const end = Math.max(unit.per?.end ?? 0, unit.span?.end ?? 0)
  let at = found.to
  while (at < found.to + 6 && (tokens[at]?.start ?? end) < end) at++
  return at
}

/** "between" qualifies what "and" joins, no single number and no "16-22". */
function isLoose(text: string, modifier: Span, found: Found): boolean {
  if (!BETWEEN.test(text.slice(modifier.start, modifier.end))) return false
  const joint =
    found.sides === undefined ? '' : text.slice(found.sides[0].end, found.sides[1].start)
  return !RANGE_JOINTS.test(joint)
}

function counted(tokens: readonly Token[], phrase: Phrase, elided: boolean): Counted {
  const head = tokens[phrase.head]
  return {
    ...spanOf(tokens, phrase),
    head: { start: head?.start ?? 0, end: head?.end ?? 0 },
    elided,
  }
}

function withPeriod(
  text: string,
  when: When | undefined,
  above: Period | undefined,
): { period?: Period } {
  if (when === undefined) return above === undefined ? {} : { period: above }
  const { start, end, from, to } = when
  return {
    period: {
      start,
      end,
      origin: 'sentence',
      wording: text.slice(start, end),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    },
  }
}

function spanOf(tokens: readonly Token[], { from, to }: TokenRange): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }
}

function sentenceSpans(tokens: readonly Token[]): Map<number, Span> {
  const found = new Map<number, Span>()
  for (let from = 0; from < tokens.length;) {
    const to = sentenceEnd(tokens, from)
    found.set(tokens[from]?.sentence ?? 0, spanOf(tokens, { from, to }))
    from = to
  }
  return found
}

/** The speakers that report, by the sentence their words stand in. */
function bySentence(tokens: readonly Token[], all: readonly Said[]): Map<number, Said[]> {
  const found = new Map<number, Said[]>()
  for (const one of all) {
    const sentence = tokens[one.content.from]?.sentence
    if (!one.reports || sentence === undefined) continue
    const here = found.get(sentence) ?? []
    if (here.length < SPEAKERS) here.push(one)
    found.set(sentence, here)
  }
  return found
}

/** Those whose words a figure stands in, the nearest first. */
function speakers(tokens: readonly Token[], said: readonly Said[], found: Found): Attribution[] {
  return said
    .filter(({ content, speaker }) => {
      const inside = content.from <= found.from && found.from < content.to
      return inside && !(speaker.from <= found.from && found.from < speaker.to)
    })
    .sort((a, b) => Math.abs(a.cue.from - found.from) - Math.abs(b.cue.from - found.from))
    .map(({ speaker, cue, stance }) => ({
      speaker: spanOf(tokens, speaker),
      cue: spanOf(tokens, cue),
      stance,
    }))
}
