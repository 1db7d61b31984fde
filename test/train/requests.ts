/** Look-ups of annotated figures → for each request the figures of its report, and which of them were meant. */
import { dirname, join } from 'node:path'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import { type Figure, sentenceOf, sliceOf } from '../../index/quantities/figure-index.ts'
import { documentOf } from '../../index/readers/read.ts'
import { fieldWords } from '../../src/ask/field-words.ts'
import { withoutNoise } from '../../src/ask/noise.ts'
import { readQuestion } from '../../src/ask/question.ts'
import { evidenceOf, rowOf } from '../../src/figures/evidence.ts'
import { matchFigure } from '../../src/figures/match.ts'
import { memberOf } from '../../src/figures/member.ts'
import { withNations } from '../../src/nations.ts'
import { amid, readQuery } from '../../src/figures/query.ts'
import { FigureReader } from '../../src/figures/reading.ts'
import { LookUp, Report, squeezed } from '../eval/lookups.ts'
import { isHeldOut, linesOf } from '../eval/measures.ts'

export interface Request {
  readonly report: string
  /** Whether its report belongs to the fifth that is never learned from. */
  readonly heldOut: boolean
  readonly rows: readonly { readonly evidence: Float64Array; readonly right: boolean }[]
}

/** Those where one of the figures that were found was meant. */
export async function readRequests(path: string): Promise<Request[]> {
  const reports = linesOf(join(dirname(path), 'humset.jsonl'), Report)
  const texts = new Map(reports.map(({ id, text }) => [id, text]))
  const requests: Request[] = []
  for (const [id, own] of Map.groupBy(linesOf(path, LookUp), ({ document }) => document))
    requests.push(...(await requestsOf(id, texts.get(id) ?? '', own)))
  return requests.filter(({ rows }) => rows.some(({ right }) => right))
}

async function requestsOf(
  id: string,
  text: string,
  lookUps: readonly LookUp[],
): Promise<Request[]> {
  const { document } = documentOf(`${id}.txt`, text, id)
  if (document === undefined) return []
  const corpus = new WholeCorpus(makeMiniSearch)
  corpus.put(document)
  await corpus.readFigures([document.id])
  const field = withNations(fieldWords())
  const reader = new FigureReader(field)
  const readings = corpus.figuresOf(document.id).map((figure) => reader.read(figure))
  return [...Map.groupBy(lookUps, ({ request }) => request)].map(([request, meant]) => {
    const question = readQuestion(withoutNoise(request) || request, corpus, {}, field)
    const query = amid(readQuery(question, field), readings)
    const rows = readings.map((reading) => {
      const member = memberOf(reading, matchFigure(query, reading), new Set())
      const right = meant.some((one) => isIt(reading.figure, one))
      return { evidence: rowOf(evidenceOf(query, member, reader)), right }
    })
    return { report: id, heldOut: isHeldOut(id), rows }
  })
}

/** The number as written, in a sentence that stands where it was marked. */
function isIt(figure: Figure, { begin, quantity }: LookUp): boolean {
  const { document, paragraph } = figure
  const { start, end } = sentenceOf(figure)
  const there = document.map.toText({ start: paragraph.start + start, end: paragraph.start + end })
  const wording = squeezed(sliceOf(figure, figure.quantity))
  return there.start <= begin && begin < there.end && wording.includes(squeezed(quantity))
}
