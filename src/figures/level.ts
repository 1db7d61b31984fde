/** What sort of number a figure is where its sentence says that it is no count of its own. */
import { within } from '../../index/languages/combined.ts'
import { type Language, perLanguage } from '../../index/languages/packs.ts'
import { phrases } from '../../index/languages/phrases.ts'
import { type Figure, sentenceOf, sliceOf, wholeOf } from '../../index/quantities/figure-index.ts'
import { remembered } from '../remembered.ts'

/**
 * `change`: by so many; `former`: what it was before; `base`: a share is taken of so many; `part`: of others
 * that are told; `expected`: it is not so yet.
 */
export type Sort = 'level' | 'change' | 'former' | 'base' | 'part' | 'expected'

/** No word. */
const NONE = '(?!)'
/** Words between a preposition and the number: "from an average of". */
const FEW = String.raw`\s{0,2}(?:\p{L}{1,12}\s){0,2}`

const RULES = perLanguage(({ phrases: own }) => {
  const words = own?.comparing ?? {}
  const { bases = NONE } = own?.counting ?? {}
  const { changes = NONE, changesBy = NONE, changesFrom = NONE, changesAlone = NONE } = words
  const { shares = NONE, sharesOf = NONE, sharesArticle = NONE, expected = NONE } = words
  const { partAfter = NONE, partBefore = NONE, wider = NONE, widerPlaces = NONE } = words
  const rule = (source: string): RegExp => new RegExp(source, 'iu')
  const whole = (alternatives: string): string =>
    String.raw`(?<![\p{L}\p{N}])(?:${alternatives})(?![\p{L}\p{N}])`
  return {
    former: rule(String.raw`${whole(changes)}\s(?:\p{L}{1,12}\s){0,2}(?:${changesFrom})${FEW}$`),
    change: rule(String.raw`${whole(changes)}\s(?:${changesBy})${FEW}$|${whole(changesAlone)}\s$`),
    base: rule(
      String.raw`(?:${whole(`${shares}|\\d{1,9}`)}|%)\s(?:${sharesOf})\s?(?:(?:${sharesArticle})\s)?$|\((?:${bases})\s$`,
    ),
    partAfter: rule(String.raw`^\s?(?:\([^)]{1,20}\)\s)?(?:${partAfter})(?!\p{L})`),
    partBefore: rule(String.raw`${whole(partBefore)}[^.;]{0,30}$`),
    // "May" is a month.
    expected: new RegExp(whole(expected), 'u'),
    wider: rule(whole(wider)),
    widerPlaces: rule(whole(widerPlaces)),
  }
})

const rulesOf = ({ document }: Figure): (typeof RULES)[Language] => RULES[document.language]

export const sortOf = remembered((figure: Figure): Sort => {
  const [before, after] = aroundOf(figure)
  const rules = rulesOf(figure)
  if (rules.former.test(before)) return 'former'
  if (rules.change.test(before)) return 'change'
  if (rules.base.test(before)) return 'base'
  const isPart =
    wholeOf(figure) !== undefined || rules.partAfter.test(after) || rules.partBefore.test(before)
  if (isPart) return 'part'
  return rules.expected.test(`${before} ${after}`) || isSupplied(figure) ? 'expected' : 'level'
})

/** "on Bessa and Oss": over two places. */
const PLACES = within(
  phrases('lookUps', 'placesAnd'),
  (words) =>
    String.raw`(?:^|\s)\p{Ll}{1,7}\s\p{Lu}[\p{L}’'-]{2,30}(?:,\s\p{Lu}[\p{L}’'-]{2,30}){0,4},?\s(?:${words})\s\p{Lu}\p{L}`,
)

/** Whether its sentence counts over more than one place or time. */
export const isOverMore = (figure: Figure): boolean =>
  isOverPlaces(figure) || rulesOf(figure).wider.test(aroundOf(figure).join(' '))

/** Whether it counts over more than the places that it names. */
export const isOverPlaces = remembered((figure: Figure): boolean => {
  const around = aroundOf(figure).join(' ')
  return rulesOf(figure).widerPlaces.test(around) || PLACES.test(around)
})

const SUPPLIED_FOR = within(
  phrases('counting', 'suppliedFor'),
  (words) => String.raw`(?<!\p{L})(?:${words})(?!\p{L})[^.;:]{0,160}$`,
  'iu',
)
/** So many characters are looked back. */
const SUPPLIED = 260

/** "Kits covering 40 cases of rape". */
function isSupplied(figure: Figure): boolean {
  const { start } = sentenceOf(figure)
  const { number } = figure.quantity
  return SUPPLIED_FOR.test(
    sliceOf(figure, { start: Math.max(start, number.start - SUPPLIED), end: number.start }),
  )
}

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
