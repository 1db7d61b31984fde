/** Whether a sentence holds an answer of the kind asked for, and near to what the question names. */
import type { Token } from '../../../index/analyzer.ts'
import type { Span } from '../../../index/document.ts'
import { exactly, within } from '../../../index/languages/combined.ts'
import { phrases } from '../../../index/languages/phrases.ts'
import type { AnalyzedSentence } from '../analyzed.ts'
import type { AnswerKind } from '../answer-kind.ts'
import type { Match } from '../match.ts'
import type { Question } from '../question.ts'
import { SAYS } from '../says.ts'
import { AT, type Row } from './names.ts'

/** Kinds whose forms begin with a figure, and may go on with a word of the question: "12 years". */
const FIGURES: ReadonlySet<AnswerKind> = new Set(['number', 'money', 'share', 'duration', 'age'])
/** So many characters away counts half. */
const HALF = 15

export function describeKind(
  row: Row,
  question: Question,
  total: number,
  rarest: number,
  own: Match,
  sentence: AnalyzedSentence,
): void {
  const { kind, focus } = question
  const { tokens } = sentence
  const hit = new Uint8Array(tokens.length)
  for (const { token } of own.hits) hit[token] = 1
  const forms = sentence.forms(kind)
  if (forms !== undefined) {
    const figures = FIGURES.has(kind)
    const fresh = forms.filter((form) => isFresh(form, tokens, hit, figures))
    row[AT[fresh.length > 0 ? 'kind-present' : 'kind-missing']] = 1
    row[AT['kind-count']] = Math.min(1, fresh.length / 4)
    if (fresh.length > 0) {
      const near = nearness(fresh, question, total, own, tokens)
      row[AT['kind-near']] = near
      row[AT[`near: ${kind}`]] = near
      if (focus !== undefined) row[AT['kind-near-focus']] = nearUnit(fresh, focus, own, tokens)
      row[AT['kind-near-rarest']] = nearUnit(fresh, rarest, own, tokens)
    }
  }
  if (tokens.some((token, at) => token.number && hit[at] === 0)) row[AT['new-number']] = 1
  const names = sentence.names.filter((name) => isFresh(name, tokens, hit, false))
  if (names.length > 0) {
    row[AT['new-name']] = 1
    if (kind === 'person') row[AT['new-name-person']] = 1
    if (kind === 'place') row[AT['new-name-place']] = 1
    if (kind === 'person' || kind === 'other' || kind === 'organisation')
      row[AT['new-name-near']] = nearness(names, question, total, own, tokens)
  }
  if (kind === 'other' && names.length > 0)
    row[AT['near: other']] = focus === undefined ? 0 : nearUnit(names, focus, own, tokens)
  describeStatement(row, question, own, sentence)
  if (focus !== undefined && hasCopula(focus, own, tokens)) row[AT['focus-copula']] = 1
}

/** Whether a form says something that the question did not. */
function isFresh(
  { start, end }: Span,
  tokens: readonly Token[],
  hit: Uint8Array,
  figures: boolean,
): boolean {
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined || token.end <= start) continue
    if (token.start >= end) return true
    if (hit[at] === 1) return false
    if (figures) return true
  }
  return true
}

/** How close each unit that is hit has its nearest form, by idf: 1 side by side, 0 far apart. */
function nearness(
  forms: readonly Span[],
  question: Question,
  total: number,
  own: Match,
  tokens: readonly Token[],
): number {
  const { units } = question
  let best = 0
  const nearest = new Float64Array(units.length)
  for (const form of forms) {
    nearest.fill(0)
    for (const { token, unit } of own.hits) {
      const near = closeness(form, tokens[token])
      if (near > (nearest[unit] ?? 0)) nearest[unit] = near
    }
    let sum = 0
    for (let at = 0; at < units.length; at++)
      sum += (units[at]?.idf ?? 0) * (nearest[at] ?? 0) * (own.weights[at] ?? 0)
    if (sum > best) best = sum
  }
  return Math.sqrt(best / total)
}

function nearUnit(
  forms: readonly Span[],
  wanted: number,
  own: Match,
  tokens: readonly Token[],
): number {
  let best = 0
  for (const { token, unit } of own.hits)
    if (unit === wanted)
      for (const form of forms) best = Math.max(best, closeness(form, tokens[token]))
  return best
}

function closeness(form: Span, token: Token | undefined): number {
  if (token === undefined) return 0
  const gap = token.start >= form.end ? token.start - form.end : form.start - token.end
  return 1 / (1 + Math.max(0, gap) / HALF)
}

const DEFINING = within(
  phrases('answers', 'defining'),
  (words) => String.raw`^\s*(?:\([^)]{1,40}\)\s*)?(?:${words})`,
)

function describeStatement(
  row: Row,
  question: Question,
  own: Match,
  { text, tokens }: AnalyzedSentence,
): void {
  const { kind, units } = question
  if (kind === 'statement' && SAYS.test(text)) {
    const speaks = own.hits.some((one) => {
      const token = tokens[one.token]
      if (units[one.unit]?.name !== true || token === undefined) return false
      return SAYS.test(text.slice(Math.max(0, token.start - 40), token.end + 40))
    })
    if (speaks) row[AT['speaker-says']] = 1
  }
  // "X is a …", "X, the …", "long form (X)".
  const defines = own.hits.some(({ token }) => {
    const one = tokens[token]
    if (one === undefined) return false
    if (text[one.start - 1] === '(' && text[one.end] === ')') return true
    return (
      (one.capital || kind === 'definition') && DEFINING.test(text.slice(one.end, one.end + 90))
    )
  })
  if (!defines) return
  row[AT['defines']] = 1
  if (kind === 'definition') row[AT['definition-kind-defines']] = 1
}

const BEING = exactly(phrases('answers', 'being'))

/** "The capital of X is …": what is asked for, a few words, and a verb of being. */
function hasCopula(focus: number, own: Match, tokens: readonly Token[]): boolean {
  return own.hits.some(({ token, unit }) => {
    if (unit !== focus) return false
    for (let at = token + 1; at < tokens.length && at <= token + 6; at++)
      if (BEING.test(tokens[at]?.folded ?? '')) return true
    return false
  })
}
