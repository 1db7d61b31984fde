/**
 * How much a sentence of a report matters to whoever has to tell others: what happened to people first,
 * with its number; then what was decided, what is asked for, what is coming; how those at work went
 * about it least. What a report itself sums up under a heading of its own is taken at its word.
 */
import { within } from '../../index/languages/combined.ts'
import type { Language } from '../../index/languages/packs.ts'
import { phrases } from '../../index/languages/phrases.ts'
import { IMPORTANCE, type Matter } from '../wordings/importance.ts'

export interface Told {
  readonly text: string
  readonly language: Language
  /** The headings it stands under, from the outermost in, parted by " › ". */
  readonly heading: string
  /** Which sentence of its document it is. */
  readonly index: number
  /** Whether it has a figure: a number of something, no date or page. */
  readonly figure: boolean
}

/** Of each matter: alone, and with a figure. Several count as the weightiest and some of the others. */
const WEIGHTS: Readonly<Record<Matter, readonly [alone: number, counted: number]>> = {
  harm: [0.5, 1.5],
  people: [0.4, 1.1],
  decision: [0.5, 0.5],
  appeal: [0.3, 0.5],
  warning: [0.3, 0.4],
  work: [-0.6, -0.6],
}
/** Under a heading that says that it sums up. */
const HIGHLIGHTED = 1.5
/** The first sentences of a report, falling off with so many. */
const EARLY = 1
const FALL = 6
const FURTHER = 0.35

/** A factor, 1 for a sentence of which nothing is known. */
export function importance({ text, language, heading, index, figure }: Told): number {
  const weights = MATTERS.flatMap((matter) =>
    tells(text, language, matter) ? [WEIGHTS[matter][figure ? 1 : 0]] : [],
  )
  const good = weights.filter((weight) => weight > 0).sort((a, b) => b - a)
  const bad = weights.filter((weight) => weight < 0).reduce((sum, weight) => sum + weight, 0)
  const [first = 0, ...rest] = good
  const told = first + FURTHER * rest.reduce((sum, weight) => sum + weight, 0)
  const early = EARLY * Math.exp(-index / FALL)
  const highlighted = isHighlights(heading, language) ? HIGHLIGHTED : 0
  return Math.max(0.2, 1 + told + bad + early + highlighted)
}

/** Whether words tell of what happened to people. */
export const bearsOnPeople = (text: string, language: Language): boolean =>
  tells(text, language, 'harm') || tells(text, language, 'people')

/** What a sentence tells of first: what it bears most on people. */
export const matterOf = (text: string, language: Language): Matter | undefined =>
  MATTERS.find((matter) => tells(text, language, matter))

const tells = (text: string, language: Language, matter: Matter): boolean =>
  IMPORTANCE[language]?.matters[matter].test(
    matter === 'harm' || matter === 'people' ? text.replace(SUPPLIED_FOR, ' ') : text,
  ) === true

/** "Kits covering 40 cases of rape": what supplies are there for has not happened. */
const SUPPLIED_FOR = within(
  phrases('counting', 'suppliedFor'),
  (words) => String.raw`(?<!\p{L})(?:${words})(?!\p{L})[^.;:]{0,160}`,
  'giu',
)

/** In the order in which they are told. */
export const MATTERS = ['harm', 'people', 'decision', 'appeal', 'warning', 'work'] as const

/** Whether the heading a sentence stands right under says that it sums up. */
export function isHighlights(heading: string, language: Language): boolean {
  const own = heading.split(' › ').at(-1) ?? ''
  const bare = own.replace(/^[\d.\s]+/u, '').replace(/(?<![\s:.])[\s:.]+$/u, '')
  return bare.length <= LONGEST_HEADING && IMPORTANCE[language]?.highlights.test(bare) === true
}

const LONGEST_HEADING = 60
