/** How surely a word of a request is said of a figure: 1 where its own sentence has it. */
import { isTime } from './match.ts'
import type { QueryUnit } from './query.ts'
import type { FigureTerms } from './reading.ts'
import { isSaid, isSaidItself } from './said.ts'

/** From here on a word counts as said, if perhaps by another. */
export const SAID = 0.7
/** What happened is what was asked for, in another word: killed, died. */
const SAME_EVENT = 0.9
/** "people" are women, "civilians" may be people. */
const PERSONS = 0.8
/** Another word of the field in the sentence, at some distance. */
const ALIKE = 0.5
/** Named in the sentences before, in a heading. */
const AROUND = 0.4
const TITLE = 0.3

/** @param sentence all terms of its sentence, those of other figures too */
export function presenceOf(
  { unit, events, people }: QueryUnit,
  reading: FigureTerms,
  sentence: ReadonlySet<string>,
): number {
  const { counted, own, place, speakers } = reading
  if (isSaidItself(unit, sentence) || isSaidItself(unit, own)) return 1
  if (!isTime(reading) && [...events].some((event) => counted.events.has(event))) return SAME_EVENT
  if ((people === 'all' || people === 'most') && counted.people !== undefined) return PERSONS
  if ([own, place, speakers].some((part) => isSaid(unit, part))) return SAID
  // A country is named by whoever is of it.
  if (isSaid(unit, reading.sentence)) return unit.name ? SAID : ALIKE
  if (
    isSaid(unit, reading.before) ||
    isSaid(unit, reading.previous) ||
    isSaid(unit, reading.headings)
  )
    return AROUND
  return isSaid(unit, reading.document) ? TITLE : 0
}
