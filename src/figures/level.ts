/** What sort of number a figure is where its sentence says that it is no count of its own. */
import { type Figure, sentenceOf, sliceOf, wholeOf } from '../../index/quantities/figure-index.ts'

/** `change`: by so many; `base`: a share is taken of so many; `part`: of others that are told. */
export type Sort = 'level' | 'change' | 'base' | 'part'

const CHANGE =
  /\b(?:rise|rose|risen|rising|increased?|decreased?|drop(?:ped)?|fall|fell|fallen|declined?|jump(?:ed)?|growth|grew|up|down|hausse|augment(?:ation|é)|baissé?|diminu(?:tion|é)|recul|progression)\s(?:of|by|from|to|de|d[’'])\s{0,2}(?:\p{L}{1,12}\s){0,2}$/iu
const BASE =
  /(?:\b(?:half|thirds?|quarters?|fifths?|tenths?|percent|per cent|most|many|some|majority|\d|moiti[ée]|tiers|quarts?|majorit[ée])|%)\s(?:of|out of|de|des|d[’'])\s?(?:the\s|those\s|these\s|all\s|les\s|ces\s)?$/iu
const PART_AFTER =
  /^\s?(?:\([^)]{1,20}\)\s)?(?:of (?:them|whom|these|those|which)\b|d[’']entre (?:eux|elles)\b)/iu
const PART_BEFORE =
  /\b(?:of (?:them|whom|which)|including|among (?:them|whom)|dont|parmi (?:eux|elles|lesquel))\b[^.;]{0,30}$/iu

export function sortOf(figure: Figure): Sort {
  const [before, after] = aroundOf(figure)
  if (CHANGE.test(before)) return 'change'
  if (BASE.test(before)) return 'base'
  if (wholeOf(figure) !== undefined || PART_AFTER.test(after) || PART_BEFORE.test(before))
    return 'part'
  return 'level'
}

/** Words by which a sentence counts over more than one place or time. */
const WIDER =
  /\b(?:part of|across|throughout|nationwide|countrywide|worldwide|globally|around the world|in all|overall|in total|totall?ing|cumulative(?:ly)?|since|so far|to date|au total|depuis|à travers|cumul(?:és?|ées?)?|dans tout)\b/iu

export const isOverMore = (figure: Figure): boolean => WIDER.test(aroundOf(figure).join(' '))

/** So many characters on either side say what sort of number it is. */
const NEAR = 90

function aroundOf(figure: Figure): readonly [before: string, after: string] {
  const { start, end } = sentenceOf(figure)
  const { number } = figure.quantity
  return [
    sliceOf(figure, { start: Math.max(start, number.start - NEAR), end: number.start }),
    sliceOf(figure, { start: number.end, end: Math.min(end, number.end + NEAR) }),
  ]
}
