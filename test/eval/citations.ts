/**
 * Real documents with labels read by hand: whether title, date, publisher, language and page are those
 * of the document, and whether questions over all of them bring the sentence, or the row with its heads,
 * or a refusal.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { WholeCorpus } from '../../index/whole-corpus.ts'
import { makeMiniSearch } from '../../index/engines/minisearch.ts'
import { fold } from '../../index/analyzer.ts'
import type { Document } from '../../index/document.ts'
import { titlesApart } from '../../index/metadata/shared-titles.ts'
import { readFile } from '../../index/readers/read.ts'
import { Asker, type Caution } from '../../src/ask/ask.ts'
import { loadModel } from '../../src/ask/model.ts'
import type { Quote } from '../../src/reply.ts'
import { linesOf, shareOf } from './measures.ts'

const Label = z.object({
  file: z.string(),
  titles: z.array(z.string()),
  date: z.string().nullable(),
  publisher: z.array(z.string()).nullable(),
  language: z.string(),
  pages: z.array(z.object({ text: z.string(), physical: z.int(), label: z.string().nullable() })),
})
const Asked = z.object({
  question: z.string(),
  kind: z.enum(['prose', 'table', 'absent']),
  answers: z.array(z.string()),
  row_regexes: z.array(z.string()).optional(),
})

interface Options {
  readonly predictions?: string
  readonly caution: Caution
}

export async function evalCitations(
  folder: string,
  { predictions, caution }: Options,
): Promise<object> {
  const labels = linesOf(join(folder, 'labels.jsonl'), Label)
  const corpus = new WholeCorpus(makeMiniSearch)
  const documents = new Map<string, Document>()
  for (const { file } of labels) {
    const path = join(folder, file)
    const result = existsSync(path)
      ? await readFile({ name: file, bytes: new Uint8Array(readFileSync(path)) })
      : undefined
    const [first] = result?.documents ?? []
    if (result?.documents !== undefined) corpus.add(result.documents)
    if (first !== undefined) documents.set(file, first)
  }
  for (const [id, title] of titlesApart(documents.values())) {
    const document = corpus.documents.get(id)
    if (document === undefined) continue
    corpus.put({ ...document, title })
    documents.set(id, { ...document, title })
  }
  const lines: object[] = []
  const metadata = labels.map((label) => {
    const found = compared(label, documents.get(label.file))
    lines.push({ file: label.file, ...found })
    return found
  })
  const asker = new Asker({ corpus, model: loadModel(), aliases: {}, caution })
  const asked: { kind: string; first: boolean; three: boolean; refused: boolean }[] = []
  for (const one of linesOf(join(folder, 'questions.jsonl'), Asked)) {
    const reply = await asker.ask(one.question)
    const quotes = reply.kind === 'answer' ? reply.quotes : []
    const right = quotes.slice(0, 3).map((quote) => isRight(quote, one))
    const result = {
      kind: one.kind,
      first: right[0] === true,
      three: right.includes(true),
      refused: reply.kind !== 'answer',
    }
    asked.push(result)
    lines.push({ question: one.question, ...result, quote: quotes[0]?.text ?? null })
  }
  if (predictions !== undefined)
    writeFileSync(predictions, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  const of = (kind: string): typeof asked => asked.filter((one) => one.kind === kind)
  return {
    kind: 'citations',
    read: `${documents.size} of ${labels.length}`,
    title: shareOf(metadata.map(({ title }) => title.right)),
    date: shareOf(metadata.map(({ date }) => date.right)),
    publisher: shareOf(metadata.map(({ publisher }) => publisher.right)),
    language: shareOf(metadata.map(({ language }) => language.right)),
    page: shareOf(metadata.flatMap(({ pages }) => pages)),
    questions: Object.fromEntries(
      ['prose', 'table'].map((kind) => [
        kind,
        {
          count: of(kind).length,
          first: shareOf(of(kind).map(({ first }) => first)),
          three: shareOf(of(kind).map(({ three }) => three)),
        },
      ]),
    ),
    absentRefused: shareOf(of('absent').map(({ refused }) => refused)),
  }
}

/** `null` where nothing is stated, so that nothing can be wrong. */
type Right = boolean | null

interface Compared {
  readonly [part: string]: unknown
  readonly title: { readonly found: string | null; readonly right: Right }
  readonly date: { readonly found: string | null; readonly right: Right }
  readonly publisher: { readonly found: string | null; readonly right: Right }
  readonly language: { readonly found: string | null; readonly right: Right }
  readonly pages: readonly Right[]
}

function compared(label: z.infer<typeof Label>, document: Document | undefined): Compared {
  const { title, date, publisher } = document ?? {}
  const language = document?.writtenIn ?? document?.language
  const [day, name] = [date?.value ?? null, publisher?.value ?? null]
  return {
    title: {
      found: title?.value ?? null,
      right: label.titles.some((one) => plain(one) === plain(title?.value ?? '')),
    },
    // What is not stated may only be left out, or marked as inferred.
    date: {
      found: day,
      right: label.date === null ? isMarked(date) : day === label.date,
    },
    publisher: {
      found: name,
      right:
        label.publisher === null
          ? isMarked(publisher)
          : label.publisher.some((one) => plain(one) === plain(name ?? '')),
    },
    language: { found: language ?? null, right: language === label.language },
    pages: label.pages.map(({ text, physical, label: printed }) =>
      document === undefined
        ? false
        : isOnPage(document, text, [
            printed,
            String(physical),
            ...(printed === null ? [] : [`${physical} (printed ${printed})`]),
          ]),
    ),
  }
}

const isMarked = (value: { readonly inferred: boolean } | undefined): Right =>
  value === undefined || value.inferred ? null : false

/** Whether the text stands on the page that is cited for it. */
function isOnPage(
  { text, places }: Document,
  wanted: string,
  labels: readonly (string | null)[],
): boolean {
  const pattern = wanted
    .trim()
    .split(/\s+/u)
    .map((word) => RegExp.escape(word))
  const at = new RegExp(pattern.join(String.raw`\s+(?:\S+\s+){0,2}?`), 'u').exec(text)?.index
  if (at === undefined) return false
  const place = places.findLast(({ start }) => start <= at)
  return place !== undefined && labels.includes(place.label)
}

function isRight(
  quote: Quote,
  { answers, row_regexes: rows = [] }: z.infer<typeof Asked>,
): boolean {
  const text = squeezed(quote.text)
  const around = squeezed(
    [quote.text, quote.citation.section ?? '', quote.citation.title.value].join(' '),
  )
  return (
    answers.some((answer) => new RegExp(answer, 'u').test(text)) &&
    rows.every((row) => new RegExp(row, 'u').test(around))
  )
}

const squeezed = (text: string): string => text.replace(/\s+/gu, ' ')

const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
