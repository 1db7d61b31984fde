/**
 * Pairs of made-up sentences, each in a document of its own, with what an editor says of their figures:
 * whether one contradicts the other, updates it, or neither. And what requests over real reports are
 * told to be contradictions, to be read.
 */
import { existsSync, writeFileSync } from 'node:fs'
import * as z from 'zod'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import { documentOf } from '../../index/readers/read.ts'
import { FigureFinder } from '../../src/figures/finder.ts'
import type { FigureLine, Figures, Nothing } from '../../src/reply.ts'
import { linesOf, share } from './measures.ts'

const Side = z.object({
  text: z.string(),
  /** The number that is compared, as it is written; it may stand several times in the text. */
  figure: z.string(),
  title: z.string().optional(),
  publisher: z.string().optional(),
  date: z.string().optional(),
})
const Pair = z.object({
  request: z.string(),
  is: z.enum(['contradiction', 'update', 'neither']),
  /** What makes it so. */
  why: z.string(),
  sides: z.tuple([Side, Side]),
})
type Side = z.infer<typeof Side>
type Pair = z.infer<typeof Pair>
const Report = z.object({ id: z.string(), text: z.string() })

const REQUESTS = [
  'people displaced',
  'refugees',
  'people killed',
  'children malnutrition',
  'confirmed cases',
  'COVID-19 cases',
  'deaths',
  'houses damaged',
  'households food',
  'people in need',
  'returnees',
  'IDPs',
  'cholera cases',
  'people affected floods',
  'schools closed',
  'health facilities',
]

export async function evalConflicts(
  path: string,
  { documents, predictions }: { readonly documents?: string; readonly predictions?: string },
): Promise<object> {
  const lines: string[] = []
  const outcomes = await Array.fromAsync(linesOf(path, Pair), async (pair) => {
    const said = await saidOf(pair)
    lines.push(JSON.stringify({ ...pair, said }))
    return { is: pair.is, said }
  })
  const printed =
    documents === undefined || !existsSync(documents) ? undefined : await overReports(documents)
  lines.push(...(printed ?? []).map((one) => JSON.stringify(one)))
  if (predictions !== undefined) writeFileSync(predictions, `${lines.join('\n')}\n`)
  const count = (is: (one: (typeof outcomes)[number]) => boolean): number =>
    outcomes.filter(is).length
  const scores = (kind: Pair['is']): object => ({
    marked: count(({ is }) => is === kind),
    precision: share(
      count(({ is, said }) => is === kind && said === kind),
      count(({ said }) => said === kind),
    ),
    recall: share(
      count(({ is, said }) => is === kind && said === kind),
      count(({ is }) => is === kind),
    ),
  })
  return {
    kind: 'conflicts',
    pairs: outcomes.length,
    bothShown: share(
      count(({ said }) => said !== 'not shown'),
      outcomes.length,
    ),
    contradiction: scores('contradiction'),
    update: scores('update'),
    ...(printed !== undefined && {
      requests: REQUESTS.length,
      printedAsContradictions: printed.length,
    }),
  }
}

async function saidOf({ request, sides }: Pair): Promise<string> {
  const finder = finderOf(sides.map((side, at) => [`${at}.md`, markdownOf(side)]))
  const reply = await finder.find(request)
  const [a, b] = sides.map((side, at) => lineOf(reply, `${at}.md`, side.figure))
  if (a === undefined || b === undefined) return 'not shown'
  const label = a.labels.find(({ line }) => line === b.line)
  return label?.kind ?? (a === b ? 'one line' : 'nothing')
}

function markdownOf({ text, title, publisher, date }: Side): string {
  const matter = Object.entries({ title, publisher, date }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}\n`],
  )
  return `${matter.length === 0 ? '' : `---\n${matter.join('')}---\n\n`}${text}\n`
}

const linesIn = (reply: Figures | Nothing): FigureLine[] =>
  reply.kind === 'nothing' ? [] : reply.groups.flatMap(({ lines }) => lines)

const lineOf = (
  reply: Figures | Nothing,
  document: string,
  figure: string,
): FigureLine | undefined =>
  linesIn(reply).find(({ figures }) =>
    figures.some(
      ({ wording, quote }) => quote.citation.document === document && wording.includes(figure),
    ),
  )

function finderOf(texts: readonly (readonly [name: string, text: string])[]): FigureFinder {
  const corpus = new WholeCorpus(makeMiniSearch)
  for (const [name, text] of texts) {
    const { document } = documentOf(name, text, name)
    if (document !== undefined) corpus.put(document)
  }
  return new FigureFinder({ corpus, aliases: {} })
}

/** What is printed as a contradiction, each pair once. */
async function overReports(path: string): Promise<object[]> {
  const finder = finderOf(linesOf(path, Report).map(({ id, text }) => [`${id}.txt`, text]))
  const printed: object[] = []
  for (const request of REQUESTS) {
    const lines = linesIn(await finder.find(request))
    for (const line of lines)
      for (const { kind, line: other } of line.labels)
        if (kind === 'contradiction' && other > line.line)
          printed.push({
            request,
            contradiction: [line, lines.find((one) => one.line === other)].map(
              (one) => one?.figures[0]?.quote.text,
            ),
          })
  }
  return printed
}
