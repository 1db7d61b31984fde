/**
 * PDFs: the words read against expected texts, and of reports whether every figure of the first page
 * can be quoted with its page, and no header, footer or page number can. What a page shows is taken
 * from pdf.js's own text items, not from the reader.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Document } from '../../index/document.ts'
import { readFile } from '../../index/readers/read.ts'
import { round } from './measures.ts'

/** A line of a page as it is drawn, and its height above the page's lower edge. */
interface Drawn {
  readonly text: string
  readonly y: number
}

interface Read {
  readonly document: Document
  readonly notes: readonly string[]
}

export async function evalPdf(folder: string): Promise<object> {
  const files = readdirSync(folder).filter((name) => name.toLowerCase().endsWith('.pdf'))
  const texts: Record<string, object> = {}
  const reports: object[] = []
  let pages = 0
  let milliseconds = 0
  for (const name of files.sort()) {
    const bytes = new Uint8Array(readFileSync(join(folder, name)))
    const start = performance.now()
    const result = await readFile({ name, bytes })
    milliseconds += performance.now() - start
    const [document] = result.documents ?? []
    if (result.documents === undefined || document === undefined) {
      reports.push({ file: name, refused: 'reason' in result ? result.reason : 'no document' })
      continue
    }
    pages += document.places.length
    const expected = `${join(folder, name)}.txt`
    if (existsSync(expected))
      texts[name] = compared(document, readFileSync(expected, 'utf8').replace(/^\uFEFF/u, ''))
    else reports.push(await report(name, bytes, { document, notes: result.notes }))
  }
  return {
    kind: 'pdf',
    texts,
    reports,
    pages,
    pagesPerSecond: round((pages / milliseconds) * 1000),
  }
}

/** F1 of the words of all the text, and of what can be quoted and headings. */
function compared(document: Document, expected: string): object {
  return {
    wordF1: f1(wordsOf(document.text), wordsOf(expected)),
    quotableF1: f1(
      wordsOf(quotable(document)),
      wordsOf(expected.replace(/(?<=\p{L})-\s*\n/gu, '')),
    ),
  }
}

/** What a reader sees of a document: headings and paragraphs. */
const quotable = ({ clean, sections }: Document): string =>
  [...sections.map(({ heading }) => heading), clean].join('\n')

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

function f1(found: readonly string[], expected: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of expected) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of found) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    left.set(word, count - 1)
    shared++
  }
  return round((2 * shared) / Math.max(1, found.length + expected.length))
}

async function report(file: string, bytes: Uint8Array, { document, notes }: Read): Promise<object> {
  const pages = await drawnPages(bytes)
  const furniture = furnitureOf(pages)
  const first = pages[0] ?? []
  const shown = first.filter(({ text }) => !furniture.has(squash(text)))
  const missing = withoutShared(
    shown.flatMap(({ text }) => figuresOf(text)),
    figuresOf(quotableOnFirst(document)),
  )
  const lines = new Set(
    document.paragraphs.flatMap(({ start, end }) => quotedLines(document, start, end)).map(squash),
  )
  return {
    file,
    pages: document.places.length,
    title: document.title.value,
    date: document.date?.value,
    figures: shown.flatMap(({ text }) => figuresOf(text)).length,
    missing,
    quotedFurniture: [...furniture].filter((line) => lines.has(line)),
    leftOut: leftOut(document),
    notes,
  }
}

/** Lines of each page; items on one height are one line. */
async function drawnPages(bytes: Uint8Array): Promise<Drawn[][]> {
  const { openPdf } = await import('../../index/readers/pdf/open.ts')
  const pdf = await openPdf(bytes)
  if ('reason' in pdf) return []
  const pages: Drawn[][] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    const lines = new Map<number, { left: number; text: string }[]>()
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const transform: readonly unknown[] = item.transform
      const [left, y] = [Number(transform[4]), Number(transform[5])]
      const key = [...lines.keys()].find((other) => Math.abs(other - y) < 2) ?? y
      lines.set(key, [...(lines.get(key) ?? []), { left, text: item.str }])
    }
    pages.push(
      [...lines].map(([y, parts]) => ({
        y,
        text: parts
          .sort((a, b) => a.left - b.left)
          .map(({ text }) => text)
          .join(' '),
      })),
    )
  }
  await pdf.loadingTask.destroy()
  return pages
}

/** Lines that recur on another page at the same height, and numbers alone at a page's foot or head. */
function furnitureOf(pages: readonly (readonly Drawn[])[]): Set<string> {
  const found = new Set<string>()
  for (const [at, page] of pages.entries()) {
    const heights = page.map(({ y }) => y)
    for (const { text, y } of page) {
      const recurs = pages.some(
        (other, index) =>
          index !== at &&
          other.some((line) => Math.abs(line.y - y) < 6 && masked(line.text) === masked(text)),
      )
      const edge = y === Math.min(...heights) || y === Math.max(...heights)
      const edged = y <= Math.min(...heights) + 60 || y >= Math.max(...heights) - 60
      if ((recurs && edged) || (edge && /^\s*\d{1,3}\s*$/u.test(text))) found.add(squash(text))
    }
  }
  return found
}

const masked = (text: string): string => squash(text).replace(/\d+/gu, '#')
const squash = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '')

const figuresOf = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/gu) ?? []

/** The quotable text of the first page, by the offsets a citation goes by. */
function quotableOnFirst({ clean, map, paragraphs, places }: Document): string {
  const end = places[1]?.start ?? Number.POSITIVE_INFINITY
  let text = ''
  for (const paragraph of paragraphs)
    for (let at = paragraph.start; at < paragraph.end; at++)
      if (map.toText({ start: at, end: at + 1 }).start < end) text += clean[at] ?? ''
      else break
  return text
}

const quotedLines = ({ clean }: Document, start: number, end: number): string[] =>
  clean.slice(start, end).split('\n')

/** What of `expected` is not in `found`, each counted. */
function withoutShared(expected: readonly string[], found: readonly string[]): string[] {
  const left = [...found]
  return expected.filter((figure) => {
    const at = left.indexOf(figure)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** The first page's words that cannot be quoted: headings, headers, footers, notes. */
function leftOut({ text, clean, map, places }: Document): string[] {
  const end = places[1]?.start ?? text.length
  const kept = new Uint8Array(text.length)
  for (const run of map.runs) kept.fill(1, run.text, run.text + run.length)
  let rest = ''
  for (let at = 0; at < end; at++) rest += kept[at] === 1 ? '\n' : (text[at] ?? '')
  return clean === text ? [] : rest.split(/\n+/u).filter((line) => /[\p{L}\p{N}]/u.test(line))
}
