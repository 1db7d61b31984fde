/** What a message means in a conversation: "and how many were children?", "what about France?", "who said that?", "more". */
import { analyze } from '../../index/analyzer.ts'
import { exactly, within } from '../../index/languages/combined.ts'
import { FIRST } from '../../index/languages/packs.ts'
import { alternatives, phrases } from '../../index/languages/phrases.ts'
import type { Question, Unit } from './question.ts'

/** What a conversation remembers of its last question. */
export interface Turn {
  /** The question in full: a follow-up together with what it followed. */
  readonly question: string
  /** Earlier questions it leans on, oldest first. */
  readonly context: readonly string[]
  /** How many quotes have been shown. */
  readonly shown: number
  /** The first quote: its document and its place in it. */
  readonly first?: { readonly document: string; readonly start: number; readonly end: number }
  /** What was shown, where it was no answer: of figures and briefings `question` is the request. */
  readonly kind?: 'figures' | 'brief'
  /** All quotes on the screen, in order. */
  readonly quotes: readonly {
    readonly document: string
    readonly start: number
    readonly end: number
  }[]
}

export type Meaning =
  /** A question that stands by itself. */
  | { readonly kind: 'question' }
  /** More quotes for the last question. */
  | { readonly kind: 'more' }
  /** Who says what is on the screen. */
  | { readonly kind: 'speaker' }
  /** One of the quotes on the screen, in its document; -1 is the last. */
  | { readonly kind: 'pick'; readonly at: number }
  /** A question that leans on the last one. */
  | { readonly kind: 'continued' }

const MORE = within(phrases('chat', 'more'), (words) => String.raw`^(?:${words})\s*[?.!]*$`, 'iu')
const SPEAKER = within(
  phrases('chat', 'speaker'),
  (words) => String.raw`^(?:${words})\s*[?.!]*$`,
  'iu',
)
const LEANING_START = within(
  phrases('chat', 'leaning'),
  (words) => String.raw`^(?:${words})(?=[\s,'’]|$)`,
  'iu',
)
const POINTING = within(phrases('chat', 'pointing'), (words) => String.raw`\b(?:${words})\b`, 'iu')
const BARE = within(phrases('chat', 'bare'), (words) => String.raw`^(?:${words})\s*[?.!]*$`, 'iu')
const ASKS = within(phrases('chat', 'asking'), (words) => String.raw`^(?:${words})\b`, 'iu')
const STANDS_ALONE = within(phrases('chat', 'whole'), (words) => `^(?:${words})`, 'iu')

/** The first, the second …, and the last. */
const PICKS = (['first', 'second', 'third', 'fourth', 'final'] as const).map((name) =>
  within(
    phrases('manners', name),
    (words) =>
      String.raw`^(?:${alternatives('manners', 'picking')})?\s*(?:${words})(?:\s+(?:${alternatives('manners', 'picked')}))?\s*[?.!]*$`,
    'iu',
  ),
)

/** Whether a message opens with “and”, “what about”. */
export const isLeaning = (text: string): boolean => LEANING_START.test(text.trim())

/** Whether a message is nothing but “the first one”. */
export const isPick = (text: string): boolean => PICKS.some((pick) => pick.test(text.trim()))

export function meaningOf(text: string, last: Turn | undefined): Meaning {
  if (last === undefined) return { kind: 'question' }
  const asked = text.trim()
  if (MORE.test(asked)) return { kind: 'more' }
  if (SPEAKER.test(asked) && last.quotes.length > 0) return { kind: 'speaker' }
  const picked = PICKS.findIndex((pick) => pick.test(asked))
  if (picked >= 0 && last.quotes.length > 0)
    return { kind: 'pick', at: picked === PICKS.length - 1 ? -1 : picked }
  if (LEANING_START.test(asked) || BARE.test(asked)) return { kind: 'continued' }
  const content = analyze(asked, FIRST).filter((token) => !token.stop)
  const names = content.filter((token) => token.start > 0 && (token.capital || token.number))
  const points = POINTING.test(asked) && names.length === 0 && content.length <= 4
  const short = content.length <= 1 && names.length === 0 && ASKS.test(asked)
  return points || short ? { kind: 'continued' } : { kind: 'question' }
}

/**
 * The request for figures or a briefing that a follow-up makes of the last one: a year stands in the place
 * of a year, a name in that of the last name, anything else is added.
 */
export function continueRequest(text: string, before: string): string {
  const added = text
    .replace(LEANING_START, '')
    .replace(OPENING_WORDS, '')
    .replace(/(?<![?!.\s])[?!.\s]+$/u, '')
    .trim()
  if (added === '') return before
  if (YEAR.test(added) && YEAR.test(before))
    return before.replace(YEAR, YEAR.exec(added)?.[0] ?? '')
  const names = [...before.matchAll(NAME)]
  const last = names.at(-1)
  if (!NAME_IN.test(added) || last === undefined) return `${before} ${added}`
  return `${before.slice(0, last.index)}${added}${before.slice(last.index + last[0].length)}`
}

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/u
const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*/gu
const NAME_IN = /(?<![\p{L}\p{N}])\p{Lu}/u
/** "And *in* Mopti". */
const OPENING_WORDS = within(
  phrases('manners', 'prepositions'),
  (words) => String.raw`^[\s,]*(?:(?:${words})(?![\p{L}\p{N}])\s*)?`,
  'iu',
)

/** How many words of a message mean something by themselves. */
export const contentWords = (text: string): number =>
  analyze(text, FIRST).filter((token) => !token.stop && !ASKING.test(token.folded)).length

const ASKING = exactly(phrases('chat', 'fillers'))

/** What is carried over counts, all together, at most this much of what was just asked. */
const CARRIED = 0.7
/** A name that a new one stands in for counts this much of another carried word. */
const REPLACED = 0.2

/** "What did she say?", "what happened then?": nothing of it helps to find the place. */
const GENERIC = exactly(phrases('chat', 'generic'))

/**
 * The question with what it takes over from those before. A new name stands in the place of the old
 * ones ("what about France?"); a new thing counted in the place of the old one.
 */
export function continueQuestion(now: Question, before: Question): Question {
  const asked = now.units.filter(({ folded }) => !GENERIC.test(folded))
  const own = new Set(asked.map(({ folded }) => folded))
  const namesNow = asked.some(isName)
  const carried = before.units.filter(
    (unit, at) => !own.has(unit.folded) && !(now.focus !== undefined && at === before.focus),
  )
  const weights = carried.map((unit) => unit.idf * (namesNow && isName(unit) ? REPLACED : 1))
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
  const most = CARRIED * sum(asked.map(({ idf }) => idf))
  const scale = most === 0 ? 1 : Math.min(CARRIED, most / (sum(weights) || 1))
  const standsAlone = STANDS_ALONE.test(now.text)
  const { focus, ...rest } = now
  return {
    ...rest,
    ...(focus !== undefined && asked.length === now.units.length && { focus }),
    asked: asked.length,
    kind: standsAlone && now.kind !== 'other' ? now.kind : before.kind,
    units: [
      ...asked,
      // What is carried over helps to find the place; it need not be named there again.
      ...carried.map((unit, at) => ({ ...unit, idf: (weights[at] ?? 0) * scale, name: false })),
    ],
    goesOnFrom: before.text,
  }
}

/**
 * Sentences that have something of what was just asked come before those that only have what was
 * carried over; within both, the order stays.
 */
export function askedFirst<T extends { readonly match: { readonly weights: Float64Array } }>(
  { asked = 0 }: Question,
  ranked: readonly T[],
): T[] {
  const has = ({ match }: T): boolean =>
    match.weights.subarray(0, asked).some((weight) => weight > 0)
  if (asked === 0 || !ranked.some(has)) return [...ranked]
  return [...ranked.filter(has), ...ranked.filter((one) => !has(one))]
}

const isName = (unit: Unit): boolean => unit.name && !unit.number
