/** Short quotes first, where that costs nothing: a sentence is never cut, but it may give way. */
import type { Ranked } from './rank.ts'

/** Characters of a sentence that takes a while to read and to check. */
const LONG = 400
/** A score that is so little below another is nearly as good. */
const NEARLY = 1.6
/** So many sentences are looked at: who reads the first three reads the same three. */
const AMONG = 3

/**
 * In the order given, but that a long sentence comes after a shorter one that is nearly as good; only
 * one of the same date, so that what is newest stays first.
 */
export function shorterFirst(ranked: readonly Ranked[]): readonly Ranked[] {
  const [first] = ranked
  if (first === undefined || !isLong(first)) return ranked
  const short = ranked
    .slice(1, AMONG)
    .find(
      (one) => !isLong(one) && one.score >= first.score - NEARLY && dateOf(one) === dateOf(first),
    )
  return short === undefined ? ranked : [short, ...ranked.filter((one) => one !== short)]
}

/** The row of a table is looked through, not read: it gives way to no sentence. */
const isLong = ({ sentence: { sentence } }: Ranked): boolean =>
  sentence.row !== true && sentence.end - sentence.start > LONG

const dateOf = ({ passage }: Ranked): string | undefined => passage.document.date?.value
