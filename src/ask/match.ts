/** Which units of a question a sentence has, where, and how well. */
import { analyze, type Token } from '../../index/analyzer.ts'
import { hasNegation } from '../../index/negations.ts'
import type { Question } from './question.ts'

/** A question made ready for matching: from term to the units it stands for. */
export interface Matcher {
  readonly question: Question
  readonly byTerm: ReadonlyMap<string, readonly Entry[]>
  /** The idf of all units together; never 0. */
  readonly total: number
  /** Every word of the question, those without meaning too: for runs of the same wording. */
  readonly wording: readonly string[]
  /** Whether it asks for what is not so. */
  readonly negated: boolean
}

interface Entry {
  readonly unit: number
  /** Which alternative of the unit; complete only when all its terms are there. */
  readonly alternative: number
  readonly weight: number
  /** How many different terms the alternative has. */
  readonly terms: number
}

/** Longer questions are compared word by word up to here. */
const MOST_WORDING = 60

export function matcher(question: Question): Matcher {
  const byTerm = new Map<string, Entry[]>()
  let total = 0
  for (const [unit, { alternatives, idf }] of question.units.entries()) {
    total += idf
    for (const [alternative, { terms, weight }] of alternatives.entries()) {
      const different = new Set(terms)
      for (const term of different) {
        const entry = { unit, alternative, weight, terms: different.size }
        const entries = byTerm.get(term)
        if (entries === undefined) byTerm.set(term, [entry])
        else entries.push(entry)
      }
    }
  }
  const tokens = analyze(question.text, question.language).slice(0, MOST_WORDING)
  return {
    question,
    byTerm,
    total: total || 1,
    wording: tokens.map(({ folded }) => folded),
    negated: hasNegation(tokens),
  }
}

export interface Match {
  /** Of each unit, the weight of the best alternative that is complete; 0 when none is. */
  readonly weights: Float64Array
  /** Of each unit, how often one of its terms occurs. */
  readonly counts: Float64Array
  /** Tokens that hit, in order: index of the token, unit. */
  readonly hits: readonly { readonly token: number; readonly unit: number }[]
}

export function match({ question, byTerm }: Matcher, tokens: readonly Token[]): Match {
  const weights = new Float64Array(question.units.length)
  const counts = new Float64Array(question.units.length)
  const hits: { token: number; unit: number }[] = []
  let partial: Map<number, Set<string>> | undefined
  for (let at = 0; at < tokens.length; at++) {
    for (const term of tokens[at]?.terms ?? []) {
      const entries = byTerm.get(term)
      if (entries === undefined) continue
      for (const { unit, alternative, weight, terms } of entries) {
        if (terms > 1) {
          partial ??= new Map()
          const key = unit * 1000 + alternative
          const found = partial.get(key) ?? new Set()
          partial.set(key, found.add(term))
          if (found.size < terms) continue
        }
        if (weight > (weights[unit] ?? 0)) weights[unit] = weight
        counts[unit] = (counts[unit] ?? 0) + 1
        const last = hits.at(-1)
        if (last?.token !== at || last.unit !== unit) hits.push({ token: at, unit })
      }
    }
  }
  return { weights, counts, hits }
}
