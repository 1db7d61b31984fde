/** Claims with the sentences of the page they cite: what a check calls each, and which sentences it shows. */
import { wordingsIn } from '../../src/wordings/in-language.ts'
import * as z from 'zod'
import type { Corpus } from '../../index/corpus.ts'
import { readFile } from '../../index/readers/read.ts'
import { fieldWords } from '../../src/ask/field-words.ts'
import { judgeClaim } from '../../src/check/claims/claim.ts'
import { weigh } from '../../src/check/claims/weigh.ts'
import { readDraft } from '../../src/check/draft.ts'
import { type Evidence, readEvidence } from '../../src/check/evidence.ts'
import { loadJudge } from '../../src/check/judge/judge.ts'
import { readStatement } from '../../src/check/judge/statement.ts'
import type { Verdict } from '../../src/reply.ts'
import { corpusOver } from './engines.ts'
import { linesOf } from './measures.ts'

export const PAGE_STANCES = ['supported', 'partially supported', 'not supported'] as const
type PageStance = (typeof PAGE_STANCES)[number]

const PageClaim = z.object({
  id: z.string(),
  claim: z.string(),
  evidence: z.array(z.string()),
  label: z.enum(PAGE_STANCES),
  /** Sets of sentences, each of which is enough. */
  supporting: z.array(z.array(z.number())),
})
/** What a verdict says of the whole claim. */
const STANCE_OF: Readonly<Partial<Record<Verdict, PageStance>>> = {
  supported: 'supported',
  partly: 'partially supported',
}

/** So many sentences a reader is shown first. */
const SHOWN = 3

interface JudgedPageClaim {
  readonly id: string
  readonly label: PageStance
  readonly found: PageStance
  readonly verdict: Verdict
  /** Whether one of the sentences that come first supports it; absent where none does. */
  readonly shown?: boolean
}

/** Every page is a document of one index: what a word says depends on all of them. */
export async function judgePageClaims(path: string): Promise<JudgedPageClaim[]> {
  const claims = linesOf(path, PageClaim)
  const corpus = await corpusOver()
  for (const { id, evidence } of claims) {
    const bytes = new TextEncoder().encode(
      evidence.map((one) => one.replace(/\s+/gu, ' ')).join('\n\n'),
    )
    corpus.add((await readFile({ name: `${id}.txt`, bytes })).documents ?? [])
  }
  const judging = { corpus, field: fieldWords(), model: loadJudge(), words: wordingsIn().checks }
  return claims.map(({ id, claim, label, evidence, supporting }) => {
    const sentences = evidenceOf(`${id}.txt`, evidence.map(asOneLine), corpus)
    const draft = readDraft(claim)
    const own = { start: 0, end: claim.length, own: claim }
    const all = sentences.map((one) => one.evidence)
    const [found] = judgeClaim(own, all, { ...judging, draft })
    const verdict = found?.verdict ?? 'not stated'
    const first = weigh(readStatement(claim, draft.language), all, judging).slice(0, SHOWN)
    const shown = new Set(
      first.map((one) => sentences.find((other) => other.evidence === one.evidence)?.at),
    )
    return {
      id,
      label,
      found: STANCE_OF[verdict] ?? 'not supported',
      verdict,
      ...(supporting.length > 0 && {
        shown: supporting.some((set) => set.some((at) => shown.has(at))),
      }),
    }
  })
}

const asOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** The sentences of a page as the index has them, and which of the page's own each stands in. */
function evidenceOf(
  documentId: string,
  lines: readonly string[],
  corpus: Corpus,
): { readonly at: number; readonly evidence: Evidence }[] {
  let length = -2
  const ends = lines.map((line) => (length += 2 + line.length))
  return corpus.passagesOf(documentId).flatMap((passage) =>
    passage.sentences.map((span, at) => {
      const from = passage.document.map.toText(span).start
      return { at: ends.findIndex((end) => from < end), evidence: readEvidence(passage, at) }
    }),
  )
}
