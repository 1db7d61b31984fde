/** What a watch looks for, as it is typed: words and filters, a question, or figures that pass a bound. */
import { analyze } from '../../index/analyzer.ts'
import { within } from '../../index/languages/combined.ts'
import { detectLanguage } from '../../index/languages/language.ts'
import type { Language } from '../../index/languages/packs.ts'
import { phrases } from '../../index/languages/phrases.ts'
import { extractQuantities } from '../../index/quantities/extract.ts'
import type { Quantity } from '../../index/quantities/quantity.ts'
import { readFilters } from '../ask/filters.ts'
import { VerbatimError } from '../errors.ts'
import { figuresRequest } from '../figures/request.ts'
import type { Figure } from '../reply.ts'
import { wordingsIn } from '../wordings/in-language.ts'

export type Search =
  /** A paragraph has all the words; filters alone: any document that passes them. */
  | { readonly kind: 'words'; readonly text: string }
  /** A document answers it. */
  | { readonly kind: 'question'; readonly text: string }
  /** A document gives such a figure, one that passes the bound. */
  | { readonly kind: 'figures'; readonly text: string; readonly bound?: Bound }

/** "> 200000": what a figure's value must be. */
export interface Bound {
  readonly relation: '>' | '≥' | '<' | '≤' | '='
  readonly value: number
  readonly percent: boolean
}

/** Smaller numbers behind words say who is meant: "children under 5". */
const LEAST_IN_WORDS = 100
const SIGN = /[<>≤≥=]/u
const QUESTION = within(
  phrases('manners', 'questions'),
  (words) => String.raw`^(?:${words})(?![\p{L}\p{N}])`,
  'iu',
)

/** @throws VerbatimError 'question' or 'usage' with what to type instead */
export function readSearch(typed: string, today: Date, language?: Language): Search {
  const said = typed.trim()
  const request = figuresRequest(said)
  const { text, bound } = withoutBound(request ?? said, request !== undefined)
  const { text: words, filters } = readFilters(text, today, wordingsIn(language).answers)
  if (request !== undefined || bound !== undefined) {
    if (hasWords(words)) return { kind: 'figures', text, ...(bound !== undefined && { bound }) }
    throw new VerbatimError('usage', wordingsIn(language).schedules.whatCounted)
  }
  if (!hasWords(words) && filters.in.length + filters.by.length === 0)
    throw new VerbatimError('usage', wordingsIn(language).schedules.whatFor)
  const asks = said.endsWith('?') || (QUESTION.test(said) && words.split(' ').length > 2)
  return { kind: asks ? 'question' : 'words', text: said }
}

const hasWords = (text: string): boolean =>
  analyze(text, detectLanguage(text)).some(({ stop }) => !stop)

/** The request without "> 200000", "more than 200,000". */
function withoutBound(text: string, figures: boolean): { text: string; bound?: Bound } {
  const found = extractQuantities(text, { language: detectLanguage(text) }).findLast((one) =>
    isBound(one, figures),
  )
  const relation = found?.modifier?.relation
  if (found?.modifier === undefined || found.amount.kind !== 'exact' || !isRelation(relation))
    return withoutYear(text)
  const [from, to] = [found.modifier.start, found.end]
  return {
    text: `${text.slice(0, from)} ${text.slice(to)}`.replace(/\s+/gu, ' ').trim(),
    bound: { relation, value: found.amount.value, percent: found.unit.kind === 'percent' },
  }
}

/** Behind a sign, "2000" is no year. */
const YEAR = /(?<sign>>=|<=|[<>≤≥=])\s{0,3}(?<digits>\d{4})(?![\p{L}\d.,-])/u
const SIGNS: Readonly<Record<string, Bound['relation']>> = {
  '>': '>',
  '>=': '≥',
  '≥': '≥',
  '<': '<',
  '<=': '≤',
  '≤': '≤',
  '=': '=',
}

function withoutYear(text: string): { text: string; bound?: Bound } {
  const { sign = '', digits = '' } = YEAR.exec(text)?.groups ?? {}
  const relation = SIGNS[sign]
  if (relation === undefined) return { text }
  return {
    text: text.replace(YEAR, ' ').replace(/\s+/gu, ' ').trim(),
    bound: { relation, value: Number(digits), percent: false },
  }
}

function isBound({ modifier, amount, start }: Quantity, figures: boolean): boolean {
  // A modifier behind the number is no bound as one types it.
  if (modifier === undefined || amount.kind !== 'exact' || modifier.end > start) return false
  if (!isRelation(modifier.relation)) return false
  return SIGN.test(modifier.wording) || (figures && amount.value >= LEAST_IN_WORDS)
}

const RELATIONS: ReadonlySet<string> = new Set(['>', '≥', '<', '≤', '='])
const isRelation = (relation: string | undefined): relation is Bound['relation'] =>
  relation !== undefined && RELATIONS.has(relation)

type Amounted = Pick<Figure, 'amount' | 'unit' | 'qualifier'>

/** Whether a figure can be what was asked for: “up to 250,000” passes “> 200000”. */
export function passes({ amount, unit, qualifier }: Amounted, bound: Bound | undefined): boolean {
  if (bound === undefined) return true
  if ((unit.kind === 'percent') !== bound.percent) return false
  const [low, high] =
    amount.kind === 'range' ? [amount.low, amount.high] : [amount.value, amount.value]
  const { relation, value } = bound
  const above = high > value || (high === value && qualifier?.relation === '>')
  const below = low < value || (low === value && qualifier?.relation === '<')
  return {
    '>': above,
    '≥': high >= value,
    '<': below && !isOpen(qualifier),
    '≤': low <= value && !isOpen(qualifier),
    '=': low <= value && value <= high,
  }[relation]
}

/** "More than 100" may be any number above. */
const isOpen = (qualifier: Figure['qualifier']): boolean =>
  qualifier?.relation === '>' || qualifier?.relation === '≥'
