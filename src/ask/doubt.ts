/** What a question says that its best sentence cannot answer: another year, the opposite of a word. */
import { indexTerms } from '../../index/analyzer.ts'
import { plainOppositesOf } from '../../index/languages/opposites.ts'
import type { Question, Unit } from './question.ts'
import type { Ranked } from './rank.ts'

/**
 * A number of the question is nowhere around the sentence: what is found is of another year, age or rank. So many
 * times as often is it so of questions that nothing answers.
 */
const OTHER_NUMBER = 4
/** The same of a sentence that has the opposite of a word of the question. */
const OPPOSITE = 3

/** "the 1700s" may stand there as "the 18th century". */
const SPAN_OF_YEARS = /^\d+(?:s|['’]s)$/u

/**
 * The confidence in the best sentence, from 0 to 1, less what the question says that cannot be there: the topic may
 * be there to the last word while what is asked for is not, and a confidence learned of how much is found cannot
 * see that.
 */
export function doubted(sure: number, question: Question, best: Ranked | undefined): number {
  const times = doubt(question, best)
  return sure / (sure + (1 - sure) * times)
}

/** How many times less likely it is that the sentence answers. */
function doubt({ units, language }: Question, best: Ranked | undefined): number {
  if (best === undefined) return 1
  const missing = units.filter((_, at) => (best.match.weights[at] ?? 0) === 0)
  const numbers = missing.filter(({ number, written }) => number && !SPAN_OF_YEARS.test(written))
  const around = numbers.length === 0 ? undefined : termsAround(best)
  const lacksNumber = around !== undefined && numbers.some((unit) => !isAmong(unit, around))
  const words = new Set(best.sentence.tokens.map(({ folded }) => folded))
  const turned = missing.some(
    ({ folded, number }) =>
      !number && [...plainOppositesOf(folded, language)].some((other) => words.has(other)),
  )
  return (lacksNumber ? OTHER_NUMBER : 1) * (turned ? OPPOSITE : 1)
}

const isAmong = ({ alternatives }: Unit, terms: ReadonlySet<string>): boolean =>
  alternatives.some((one) => one.terms.every((term) => terms.has(term)))

/** Terms of the passage and of what it stands under, the date of its document among them. */
function termsAround({ passage: { document, heading, sentences } }: Ranked): ReadonlySet<string> {
  const text = document.clean.slice(sentences[0]?.start ?? 0, sentences.at(-1)?.end ?? 0)
  const date = document.date?.value.replaceAll('-', ' ') ?? ''
  return new Set(
    indexTerms(`${document.title.value}\n${date}\n${heading}\n${text}`, document.language),
  )
}
