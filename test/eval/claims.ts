/** Claims with their evidence: how often the judge says what a person said of the two. */
import * as z from 'zod'
import { indexTerms } from '../../index/analyzer.ts'
import { compare } from '../../src/check/judge/features.ts'
import { type Stance, STANCES } from '../../src/check/judge/judge.ts'
import { readStatement, type Statement } from '../../src/check/judge/statement.ts'
import { linesOf } from './measures.ts'

const Pair = z.object({
  id: z.string(),
  claim: z.string(),
  evidence: z.string(),
  label: z.enum(STANCES),
  page: z.string(),
})

/** A claim and a piece of evidence, compared. */
export interface ClaimPair {
  readonly id: string
  /** The article the evidence is of. */
  readonly page: string
  readonly label: Stance
  readonly row: Float64Array
}

/** The pairs of a file, compared. */
export const readClaimPairs = (path: string): ClaimPair[] =>
  linesOf(path, Pair).map(({ id, claim, evidence, label, page }) => {
    const read = (text: string): Statement => readStatement(asWritten(text), 'en')
    const context = new Set(indexTerms(asWritten(page), 'en'))
    return { id, page, label, row: compare(read(claim), read(evidence), { context }).row }
  })

/** Text that was cut into tokens, as people write it. */
function asWritten(text: string): string {
  return text
    .replaceAll('-LRB-', '(')
    .replaceAll('-RRB-', ')')
    .replace(/``|''/gu, '"')
    .replace(/ (?=[.,;:!?%)’']|n't)/gu, '')
    .replace(/(?<=\() |(?<=[$£€]) (?=\d)/gu, '')
}
