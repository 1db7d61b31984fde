/** Which of several happenings, and how far: "the second raid", "badly injured". */
import { perLanguage } from '../../index/languages/packs.ts'
import { type Figure, sentenceOf, sliceOf } from '../../index/quantities/figure-index.ts'
import type { Member } from './member.ts'
import { remembered } from '../remembered.ts'
import { sameTerms } from './same.ts'

const NONE = '(?!)'
/** A word before what happened, and one behind it. */
const NEAR = 18

const RULES = perLanguage(({ phrases }) => {
  const { ordinals = NONE, degrees = NONE } = phrases?.comparing ?? {}
  const words = (source: string): RegExp =>
    new RegExp(String.raw`(?<!\p{L})(?:${source})(?!\p{L})`, 'giu')
  return { ordinals: words(ordinals), degrees: words(degrees) }
})

/** Whether both tell of the same one, as far as they tell. */
export const areOfOne = (a: Member, b: Member): boolean =>
  sameTerms(wordsOf(a.figure), wordsOf(b.figure))

const wordsOf = remembered((figure: Figure): ReadonlySet<string> => {
  const { event } = figure.quantity
  const { start, end } = sentenceOf(figure)
  const rules = RULES[figure.document.language]
  const degrees =
    event === undefined
      ? []
      : sliceOf(figure, {
          start: Math.max(start, event.start - NEAR),
          end: Math.min(end, event.end + NEAR),
        }).match(rules.degrees)
  const ordinals = sliceOf(figure, { start, end }).match(rules.ordinals)
  return new Set([...(degrees ?? []), ...(ordinals ?? [])].map((word) => word.toLowerCase()))
})
