/**
 * Look-ups of figures that annotators marked, by their unit and event: whether the figure is among the
 * rows, among the first three, the first; and how often it is denied. Each report by itself, and all
 * in one index; of all look-ups, and of those of the fifth of the reports that is kept out of development.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import { documentOf } from '../../index/readers/read.ts'
import { FigureFinder } from '../../src/figures/finder.ts'
import type { Figure, Figures, Nothing } from '../../src/reply.ts'
import { isHeldOut, linesOf, shareOf } from './measures.ts'

export const LookUp = z.object({
  document: z.string(),
  request: z.string(),
  quantity: z.string(),
  begin: z.int(),
  end: z.int(),
})
export type LookUp = z.infer<typeof LookUp>
export const Report = z.object({ id: z.string(), text: z.string() })

interface Result {
  readonly document: string
  readonly shown: boolean
  readonly three: boolean
  readonly first: boolean
  readonly denied: boolean
}

export async function evalLookups(
  path: string,
  { documents, predictions }: { readonly documents?: string; readonly predictions?: string },
): Promise<object> {
  const reports = documents ?? join(dirname(path), 'humset.jsonl')
  if (!existsSync(reports)) return { kind: 'lookups', skipped: `${reports} is not there` }
  const texts = new Map(linesOf(reports, Report).map(({ id, text }) => [id, text]))
  const lookups = linesOf(path, LookUp)
  const lines: string[] = []
  const alone: Result[] = []
  for (const [id, own] of Map.groupBy(lookups, ({ document }) => document)) {
    const finder = finderOf([[id, texts.get(id) ?? '']])
    for (const one of own) {
      const result = judge(one, await finder.find(one.request))
      alone.push(result)
      lines.push(JSON.stringify({ ...one, ...result }))
    }
  }
  const together: Result[] = []
  const all = finderOf([...texts])
  for (const one of lookups) together.push(judge(one, await all.find(one.request)))
  if (predictions !== undefined) writeFileSync(predictions, `${lines.join('\n')}\n`)
  return {
    kind: 'lookups',
    count: lookups.length,
    alone: { all: shares(alone), heldOut: shares(heldOut(alone)) },
    together: { all: shares(together), heldOut: shares(heldOut(together)) },
  }
}

function finderOf(reports: readonly (readonly [id: string, text: string])[]): FigureFinder {
  const corpus = new WholeCorpus(makeMiniSearch)
  for (const [id, text] of reports) {
    const { document } = documentOf(`${id}.txt`, text, id)
    if (document !== undefined) corpus.put(document)
  }
  return new FigureFinder({ corpus, aliases: {} })
}

function judge(one: LookUp, reply: Figures | Nothing): Result {
  const { document } = one
  if (reply.kind === 'nothing')
    return { document, shown: false, three: false, first: false, denied: true }
  const rows = reply.groups.filter(({ related }) => !related).flatMap(({ lines }) => lines)
  const at = rows.findIndex(({ figures }) => figures.some((figure) => isIt(figure, one)))
  return { document, shown: at >= 0, three: at >= 0 && at < 3, first: at === 0, denied: false }
}

/** The number as written, in a sentence that stands where it was marked. */
function isIt({ quote, wording }: Figure, { document, quantity, begin }: LookUp): boolean {
  return (
    quote.citation.document === `${document}.txt` &&
    quote.start <= begin &&
    begin < quote.end &&
    squeezed(wording).includes(squeezed(quantity))
  )
}

export const squeezed = (text: string): string =>
  text.toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, '')

const heldOut = (results: readonly Result[]): Result[] =>
  results.filter(({ document }) => isHeldOut(document))

const shares = (results: readonly Result[]): object => ({
  shown: shareOf(results.map(({ shown }) => shown)),
  three: shareOf(results.map(({ three }) => three)),
  first: shareOf(results.map(({ first }) => first)),
  denied: shareOf(results.map(({ denied }) => denied)),
})
