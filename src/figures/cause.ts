/** Who or what did it: "gunmen killed 6", "40 deaths from measles". */
import { analyze } from '../../index/analyzer.ts'
import { perLanguage } from '../../index/languages/packs.ts'
import { type Figure, sentenceOf, sliceOf } from '../../index/quantities/figure-index.ts'
import type { Member } from './member.ts'
import { remembered } from '../remembered.ts'

/** So far before its number stands a verb that has it for its object. */
const NEAR = 25
/** So far before the verb stands who did it. */
const SUBJECT = 40
/** So far behind the number stands what it came of. */
const BEHIND = 80

const NONE = '(?!)'

const RULES = perLanguage(({ phrases }) => {
  const { causes = NONE, article = NONE, passive = NONE, clauses = NONE } = phrases?.comparing ?? {}
  return {
    // "were killed", "the dead": nobody stands before them who did it.
    passive: new RegExp(String.raw`(?:^|\s)(?:${passive}|${article})\s$`, 'iu'),
    clause: new RegExp(String.raw`[,;:.–—()"“”]|(?<!\p{L})(?:${clauses})(?!\p{L})`, 'iu'),
    // A name is a place or a person as often as not.
    behind: new RegExp(
      String.raw`\s(?:${causes})\s(?:(?:${article})\s)?(?<cause>\p{Ll}[\p{L}-]{2,30})`,
      'gu',
    ),
  }
})

/** Whether two tell of different causes; not where one tells of none. */
export function haveOtherCauses(a: Member, b: Member): boolean {
  const [one, other] = [causesOf(a), causesOf(b)]
  return one.size > 0 && other.size > 0 && ![...one].some((term) => other.has(term))
}

function causesOf({ figure, reading, match }: Member): ReadonlySet<string> {
  const told = [...termsOfCauses(figure)]
  return new Set(
    told.filter(
      (term) =>
        !reading.place.has(term) &&
        !match.anchors.has(term) &&
        !reading.speakers.has(term) &&
        !reading.counted.terms.has(term),
    ),
  )
}

const termsOfCauses = remembered((figure: Figure): ReadonlySet<string> => {
  const { start, end } = sentenceOf(figure)
  const { number } = figure.quantity
  const rules = RULES[figure.document.language]
  const after = sliceOf(figure, { start: number.end, end: Math.min(end, number.end + BEHIND) })
  const behind = [...after.matchAll(rules.behind)].map(({ groups }) => groups?.['cause'] ?? '')
  const words = [subjectOf(figure, start), ...behind].join(' ')
  const tokens = analyze(words, figure.document.language)
  return new Set(
    tokens.flatMap(({ stop, number: isNumber, terms }) => (stop || isNumber ? [] : terms)),
  )
})

/** What stands right before the verb, unless something was done to it. */
function subjectOf(figure: Figure, start: number): string {
  const { event, number } = figure.quantity
  if (event === undefined || event.start >= number.start) return ''
  if (number.start - event.end > NEAR) return ''
  const before = sliceOf(figure, {
    start: Math.max(start, event.start - SUBJECT),
    end: event.start,
  })
  if (RULES[figure.document.language].passive.test(before)) return ''
  return before.split(RULES[figure.document.language].clause).at(-1) ?? ''
}
