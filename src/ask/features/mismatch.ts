/** What a question says that a sentence does not, or denies: another year, another name, the opposite of a word. */
import { indexTerms, type Token } from '../../../index/analyzer.ts'
import type { Document } from '../../../index/document.ts'
import { hasNegation } from '../../../index/negations.ts'
import { oppositesOf, plainOppositesOf } from '../../../index/languages/opposites.ts'
import { remembered } from '../../remembered.ts'
import type { Match, Matcher } from '../match.ts'
import type { Unit } from '../question.ts'
import { AT, type Row } from './names.ts'
import type { Matched } from './passage.ts'

export function describeMismatch(
  row: Row,
  { question, negated }: Matcher,
  own: Match,
  tokens: readonly Token[],
  { weights: passage, passage: { document } }: Matched,
): void {
  const { units, language, unseen } = question
  const denies = hasNegation(tokens)
  row[AT['negation-missing']] = negated && !denies ? 1 : 0
  row[AT['negation-added']] = !negated && denies ? 1 : 0
  const here = units.filter((_, at) => (own.weights[at] ?? 0) === 0)
  const around = units.filter((_, at) => (own.weights[at] ?? 0) === 0 && (passage[at] ?? 0) === 0)
  row[AT['number-missing']] = here.some(isNumber) ? 1 : 0
  row[AT['number-missing-around']] = around.some((unit) => isNumber(unit) && !isOf(document, unit))
    ? 1
    : 0
  row[AT['name-missing-around']] = around.some(({ name, number }) => name && !number) ? 1 : 0
  row[AT['rarest-missing']] = rarest(here) / unseen
  row[AT['rarest-missing-around']] = rarest(around) / unseen
  const words = here.filter(({ number }) => !number)
  if (words.length === 0) return
  const said = new Set(tokens.map(({ folded }) => folded))
  const turned = (opposites: typeof oppositesOf): number =>
    words.some(({ folded }) => [...opposites(folded, language)].some((word) => said.has(word)))
      ? 1
      : 0
  row[AT['opposite']] = turned(oppositesOf)
  row[AT['plain-opposite']] = row[AT['opposite']] === 0 ? 0 : turned(plainOppositesOf)
}

/** "the 1700s" may stand there as "the 18th century". */
const SPAN_OF_YEARS = /^\d+(?:s|['’]s)$/u

const isNumber = ({ number, written }: Unit): boolean => number && !SPAN_OF_YEARS.test(written)

/** What a document is called, and when it came out, is true of all that stands in it. */
const isOf = (document: Document, { alternatives }: Unit): boolean =>
  alternatives.some((one) => one.terms.every((term) => termsAbout(document).has(term)))

const termsAbout = remembered(
  ({ title, date, language }: Document): ReadonlySet<string> =>
    new Set(indexTerms(`${title.value}\n${date?.value.replaceAll('-', ' ') ?? ''}`, language)),
)

const rarest = (units: readonly Unit[]): number =>
  units.reduce((most, { idf }) => Math.max(most, idf), 0)
