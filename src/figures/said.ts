/** Whether a word of a request is said somewhere: in a figure's own parts, its sentence, a heading. */
import type { Unit } from '../ask/question.ts'

export const areIn = (terms: readonly string[], within: ReadonlySet<string>): boolean =>
  terms.length > 0 && terms.every((term) => within.has(term))

/** By the word itself or whatever stands for it. */
export const isSaid = ({ alternatives }: Unit, within: ReadonlySet<string>): boolean =>
  alternatives.some(({ terms }) => areIn(terms, within))

/** To the letter: not by another word of the field. */
export const isSaidItself = ({ alternatives }: Unit, within: ReadonlySet<string>): boolean =>
  alternatives.some(({ terms, via }) => via !== 'field' && areIn(terms, within))
