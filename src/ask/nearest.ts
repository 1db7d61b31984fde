/** What comes nearest where there is no answer: only what shares the rare words of the question. */
import type { Quote } from '../reply.ts'
import type { Question } from './question.ts'
import type { Ranked } from './rank.ts'

/** More are not looked at under “The documents do not say”. */
const MOST = 2
/** Words this rare beside the rarest one tell what a question is about. */
const RARE = 0.8
/** Of the question's words that mean something, what a passage must share. */
const LEAST_SHARED = 0.5
/** Shorter ones are headings, lines of a list, file names. */
const FEWEST_WORDS = 6

export function nearestOf(
  { units }: Question,
  quotes: readonly { readonly quote: Quote; readonly from: Ranked }[],
): typeof quotes {
  const known = [...units.entries()].filter(([, unit]) => unit.known)
  const rarest = Math.max(0, ...known.map(([, { idf }]) => idf))
  const shares = ({ match: { weights } }: Ranked): boolean => {
    const shared = known.filter(([at]) => (weights[at] ?? 0) > 0)
    // What no document has is rarest of all, and shared by none.
    return (
      shared.length >= LEAST_SHARED * units.length &&
      shared.some(([, { idf }]) => idf >= RARE * rarest)
    )
  }
  return quotes.filter(({ quote, from }) => isSentence(quote) && shares(from)).slice(0, MOST)
}

/** A row of a table says something, too. */
const isSentence = ({ text, pieces }: Quote): boolean =>
  (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= FEWEST_WORDS &&
  (pieces !== undefined || /[.!?…]["”’»)]*$/u.test(text.trim()))
