/**
 * Importance, measured on reports that sum themselves up: the section that does is taken out, and what is
 * chosen of the rest, as many words as it has, is compared with it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Document, Section } from '../../index/document.ts'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import { documentOf, readFile } from '../../index/readers/read.ts'
import { choose } from '../../src/summary/choose.ts'
import { isHighlights } from '../../src/summary/importance.ts'
import { sentencesOf, take, textRank, tokens } from './summaries.ts'

interface Report {
  readonly id: string
  /** The section that sums it up. */
  readonly highlights: string
  readonly rest: Document
}

interface Score {
  readonly rouge1: number
  readonly figures: number
}

const SYSTEMS = ['first sentences', 'TextRank', 'Verbatim'] as const

export async function evalHighlights(folder: string): Promise<object> {
  const reports = await reportsOf(folder)
  const sums = new Map<string, Score[]>()
  const each: object[] = []
  for (const report of reports) {
    const texts = sentencesOf(report.rest.text)
    const words = tokens(report.highlights).length
    const chosen: Record<(typeof SYSTEMS)[number], string[]> = {
      'first sentences': take(
        texts,
        texts.map((_, at) => -at),
        words,
      ),
      TextRank: take(texts, textRank(texts), words),
      Verbatim: await ours(report.rest, words),
    }
    const scores = SYSTEMS.map((name) => {
      const score = scoreOf(chosen[name].join(' '), report.highlights)
      sums.set(name, [...(sums.get(name) ?? []), score])
      return [name, score] as const
    })
    each.push({ report: report.id, words, ...Object.fromEntries(scores) })
    if (process.env['SHOW'] !== undefined)
      process.stderr.write(
        `\n== ${report.id}\n${report.highlights}\n-- ours\n${chosen.Verbatim.join('\n')}\n`,
      )
  }
  const means = SYSTEMS.map((name) => [name, meanOf(sums.get(name) ?? [])] as const)
  const of = (name: string): Score => meanOf(sums.get(name) ?? [])
  const [lead, rank, own] = SYSTEMS.map(of)
  const times = (key: keyof Score): number =>
    round((own?.[key] ?? 0) / Math.max(lead?.[key] ?? 0, rank?.[key] ?? 0, 0.001))
  return {
    kind: 'highlights',
    reports: reports.length,
    mean: Object.fromEntries(means),
    timesTheBetter: { rouge1: times('rouge1'), figures: times('figures') },
    each,
  }
}

/** The sentences that a briefing would quote, until there are as many words. */
async function ours(document: Document, words: number): Promise<string[]> {
  const corpus = new WholeCorpus(makeMiniSearch)
  corpus.add([document])
  const chosen = await choose(corpus, [document.id], {
    most: 40,
    mostOfOne: 40,
    isQuoted: () => false,
  })
  const texts = chosen.map(({ passage, at }) => {
    const sentence = passage.sentences[at]
    return document.clean.slice(sentence?.start ?? 0, sentence?.end ?? 0)
  })
  return take(
    texts,
    texts.map((_, at) => -at),
    words,
  )
}

async function reportsOf(folder: string): Promise<Report[]> {
  const reports: Report[] = []
  for (const name of readdirSync(folder).sort()) {
    if (!/\.(?:pdf|docx|html|md|txt)$/u.test(name)) continue
    const { documents = [] } = await readFile({
      name,
      bytes: new Uint8Array(readFileSync(join(folder, name))),
    })
    for (const document of documents) {
      const own = document.sections.filter((section) =>
        isHighlights(section.heading, document.language),
      )
      const highlights = own.map(({ start, end }) => document.clean.slice(start, end)).join('\n\n')
      const rest = restOf(document, own)
      if (tokens(highlights).length < FEWEST_WORDS || rest === undefined) continue
      reports.push({ id: document.id, highlights, rest })
    }
  }
  return reports
}

/** Shorter sections are headings with a line below. */
const FEWEST_WORDS = 40

/** The report without the sections; nothing where less is left than was taken out. */
function restOf(document: Document, out: readonly Section[]): Document | undefined {
  const isOut = (at: number): boolean => out.some(({ start, end }) => start <= at && at < end)
  let heading = ''
  const lines: string[] = []
  for (const { start, end, list } of document.paragraphs) {
    if (isOut(start)) continue
    const own = document.sections.findLast((one) => one.start <= start && start < one.end)
    const title = own?.heading.split(' › ').at(-1) ?? ''
    if (title !== heading) lines.push(`## ${title}`)
    heading = title
    const words = document.clean.slice(start, end).replace(/\s+/gu, ' ')
    lines.push(list ? `- ${words}` : words)
  }
  const text = lines.join('\n\n')
  const taken = out.reduce((sum, { start, end }) => sum + end - start, 0)
  if (text.length < 2 * taken) return undefined
  return documentOf('rest.md', text, '').document
}

function scoreOf(chosen: string, reference: string): Score {
  const words = tokens(chosen)
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  const wanted = tokens(reference)
  for (const word of wanted) {
    const left = counts.get(word) ?? 0
    if (left > 0) shared++
    counts.set(word, left - 1)
  }
  const figures = [...new Set(figuresIn(reference))]
  const named = new Set(figuresIn(chosen))
  return {
    rouge1: round(shared / Math.max(1, wanted.length)),
    figures: round(figures.filter((one) => named.has(one)).length / Math.max(1, figures.length)),
  }
}

const DATE =
  /\b\d{1,2}(?:st|nd|rd|th|er)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|fév|avr|mai|juin|juil|août|aout|déc)\p{L}*/giu

/** Numbers as written, without what parts thousands; dates are no figures. */
const figuresIn = (text: string): string[] =>
  (text.replace(DATE, ' ').match(/\d[\d.,\u202f\u00a0]*\d|\d/gu) ?? [])
    .map((one) => one.replace(/[.,\u202f\u00a0](?=\d{3}(?:\D|$))/gu, ''))
    .filter((one) => !/^(?:19|20)\d\d$/u.test(one))

const meanOf = (scores: readonly Score[]): Score => ({
  rouge1: round(scores.reduce((sum, { rouge1 }) => sum + rouge1, 0) / Math.max(1, scores.length)),
  figures: round(
    scores.reduce((sum, { figures }) => sum + figures, 0) / Math.max(1, scores.length),
  ),
})

const round = (value: number): number => Number(value.toFixed(3))
