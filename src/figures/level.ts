/** What sort of number a figure is where its sentence says that it is no count of its own. */
import { asWords, within } from '../../index/languages/combined.ts'
import { alternatives, phrases } from '../../index/languages/phrases.ts'
import { type Figure, sentenceOf, sliceOf, wholeOf } from '../../index/quantities/figure-index.ts'

/** `change`: by so many; `base`: a share is taken of so many; `part`: of others that are told. */
export type Sort = 'level' | 'change' | 'base' | 'part'

const words = (name: Parameters<typeof alternatives<'lookUps'>>[1]): string =>
  alternatives('lookUps', name)

const CHANGE = new RegExp(
  String.raw`\b(?:${words('changes')})\s(?:${words('changeLinks')})\s{0,2}(?:\p{L}{1,12}\s){0,2}$`,
  'iu',
)
const BASE = new RegExp(
  String.raw`(?:\b(?:${words('shares')}|\d)|%)\s(?:${words('shareOf')})\s?(?:(?:${words('these')})\s)?$`,
  'iu',
)
const PART_AFTER = new RegExp(
  String.raw`^\s?(?:\([^)]{1,20}\)\s)?(?:${words('partAfter')})\b`,
  'iu',
)
const PART_BEFORE = new RegExp(String.raw`\b(?:${words('partBefore')})\b[^.;]{0,30}$`, 'iu')

export function sortOf(figure: Figure): Sort {
  const [before, after] = aroundOf(figure)
  if (CHANGE.test(before)) return 'change'
  if (BASE.test(before)) return 'base'
  if (wholeOf(figure) !== undefined || PART_AFTER.test(after) || PART_BEFORE.test(before))
    return 'part'
  return 'level'
}

/** Words by which a sentence counts over more than one place or time. */
const WIDER = within(phrases('lookUps', 'wider'), asWords, 'iu')

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
