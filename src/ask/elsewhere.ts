/**
 * Documents of other countries: what is asked of one no document answers that never names it, however
 * much of the rest it has.
 */
import { fold } from '../../index/analyzer.ts'
import type { Document } from '../../index/document.ts'
import { nationOf } from '../nations.ts'
import type { Question } from './question.ts'
import type { Ranked } from './rank.ts'

/** So many of the best are looked into; what comes later answers nothing. */
const LOOKED_AT = 40

/** Best first, without those whose documents lack a country that the question names. */
export function ofItsNations({ units }: Question, ranked: readonly Ranked[]): readonly Ranked[] {
  const nations = units.flatMap(({ written, name }) =>
    name ? (nationOf(fold(written)) ?? []) : [],
  )
  if (nations.length === 0) return ranked
  const known = new Map<Document, boolean>()
  const speaks = (document: Document): boolean => {
    const before = known.get(document)
    if (before !== undefined) return before
    const text = `${document.title.value}\n${document.clean}`
    const found = nations.every((nation) => nation.mayBeIn(text))
    known.set(document, found)
    return found
  }
  return ranked.slice(0, LOOKED_AT).filter(({ passage }) => speaks(passage.document))
}
