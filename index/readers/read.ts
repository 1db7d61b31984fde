/** Bytes → documents: finds the format, has its reader read it, describes what was read. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { type Block, blockText, compose } from '../clean/blocks.ts'
import { endsSentence } from '../clean/lines.ts'
import { invisible, without } from '../clean/spans.ts'
import type { Document } from '../document.ts'
import { detect, type Detected, nearest, UNKNOWN } from '../languages/language.ts'
import { inLanguages } from '../languages/paragraphs.ts'
import { isDateLine } from '../metadata/date.ts'
import { describe } from '../metadata/describe.ts'
import { isPart } from '../metadata/title.ts'
import { type Format, formatOf } from './formats.ts'
import { markdownReading } from './markdown.ts'
import { type Input, type Reading, type Readings, Unreadable } from './reading.ts'
import { textReading } from './text.ts'
import { isMonthFirst } from '../languages/packs.ts'

export type ReadResult =
  | { readonly documents: readonly Document[]; readonly notes: readonly string[] }
  | { readonly documents?: undefined; readonly reason: string }

/** Files within files are read so deep. */
const DEEPEST = 2

/** Never rejects for what a file holds: what cannot be read is a reason. */
export async function readFile(input: Input): Promise<ReadResult> {
  const hash = createHash('sha256').update(input.bytes).digest('hex')
  return read(input, hash, 0)
}

async function read(input: Input, hash: string, depth: number): Promise<ReadResult> {
  const chosen = formatOf(input)
  if ('reason' in chosen) return chosen
  const result = await readings(chosen.format, input)
  if ('reason' in result) return result
  const notes = [...(chosen.note === undefined ? [] : [chosen.note]), ...result.notes]
  const documents: Document[] = []
  for (const reading of result.readings) {
    const text = composed(reading)
    if (text === undefined) continue
    const first = languageOf(reading, await detect(text.clean))
    const found = await inLanguages(text.clean, text.paragraphs, first)
    const { paragraphs, detected, others } = found
    const document = toDocument(input, reading, hash, { ...text, paragraphs }, detected)
    documents.push(others.length === 0 ? document : { ...document, alsoIn: others })
  }
  for (const { name, bytes } of result.attachments) {
    const inner = { name: `${input.name}/${name}`, bytes }
    const found =
      depth < DEEPEST
        ? await read(inner, hash, depth + 1)
        : { reason: 'is nested too deep; save it as a file of its own' }
    if (found.documents === undefined) notes.push(`${name}: ${found.reason}`)
    else {
      documents.push(...found.documents)
      notes.push(...found.notes.map((note) => `${name}: ${note}`))
    }
  }
  if (documents.length === 0)
    return { reason: `holds no text that can be quoted; ${mendOf(notes)}` }
  return { documents, notes }
}

const mendOf = (notes: readonly string[]): string =>
  notes.length === 0 ? 'open it to see why, or leave it out' : notes.join('; ')

async function readings(format: Format, input: Input): Promise<Readings | { reason: string }> {
  try {
    return await format.read(input)
  } catch (error) {
    if (error instanceof Unreadable) return { reason: error.message }
    const message = error instanceof Error ? error.message : String(error)
    return { reason: `could not be read as ${format.name} (${message}); open it and save it again` }
  }
}

/** A text as Markdown or plain text, by its name; `undefined` when nothing in it can be quoted. */
export function documentOf(
  name: string,
  text: string,
  hash: string,
): { document: Document | undefined; problems: readonly string[] } {
  const reader = /\.(?:md|markdown)$/iu.test(name) ? markdownReading : textReading
  const { reading, problems } = reader(text)
  const composedText = composed(reading)
  const document =
    composedText === undefined
      ? undefined
      : toDocument(
          { name },
          reading,
          hash,
          composedText,
          languageOf(reading, nearest(composedText.clean)),
        )
  return { document, problems }
}

type Composed = ReturnType<typeof compose> & { readonly blocks: readonly Block[] }

/** `undefined` when nothing in it can be quoted. */
function composed({ text, blocks: own }: Reading): Composed | undefined {
  const blocks = withoutDateHeading(text, withoutInvisible(text, own))
  const result = compose(text, blocks)
  return result.clean.trim() === '' ? undefined : { ...result, blocks }
}

/** What a person wrote above a text counts; what a template says of a page, where the text does not tell. */
function languageOf({ stated, bodyStart }: Reading, detected: Detected): Detected {
  const { language } = stated
  const isSaid = bodyStart > 0 || detected.written === UNKNOWN
  return language !== undefined && isSaid ? { language, written: language } : detected
}

function toDocument(
  { name, url }: Pick<Input, 'name' | 'url'>,
  reading: Reading,
  hash: string,
  { blocks, clean, map, paragraphs, sections }: Composed,
  detected: Detected,
): Document {
  const { text, stated, bodyStart, part, places } = reading
  const matter = { ...(url !== undefined && { url }), ...stated }
  const { language, written } = detected
  const titles = placedTitles(text, blocks, reading)
  const fileName = basename(name)
  return {
    id: stated.id ?? (part === undefined ? name : `${name}#${part}`),
    ...describe(matter, {
      titles,
      text: text.slice(bodyStart),
      clean,
      ...(places[1]?.kind === 'page' && { firstPageEnd: places[1].start - bodyStart }),
      running: reading.running ?? [],
      fileName,
      ...(reading.property !== undefined && { property: reading.property }),
      shown: reading.shown,
      isDayFirst: !isMonthFirst(written),
    }),
    language,
    ...(written !== language && { writtenIn: written }),
    text,
    clean: clean === text ? text : clean,
    map,
    paragraphs,
    sections,
    places,
    hash,
  }
}

/** Headings of a table name its columns; the largest words of a first page are a surer title than its first heading. */
function placedTitles(text: string, blocks: readonly Block[], reading: Reading): readonly string[] {
  const kind = reading.places[0]?.kind
  if (kind === 'row') return reading.titles
  if (kind === 'page') return [...reading.titles, ...titlesOf(text, blocks, [])]
  return titlesOf(text, blocks, reading.titles)
}

/** A longer paragraph is what the document has to say. */
const PROSE = 120
/** So many headings may stand above it: whose it is, what it is, its title. */
const MOST_HEADINGS = 5

/** Lines that may be the title: the first heading above the text, what a layout repeats, a first line that is no sentence. */
function titlesOf(text: string, blocks: readonly Block[], further: readonly string[]): string[] {
  const lead = blocks.find((block) => block.kind !== 'list')
  const prose = blocks.findIndex(
    (block) => block.kind === 'text' && blockText(text, block).length >= PROSE,
  )
  // One below is of a section, whatever the document is called.
  const above = (prose === -1 ? blocks : blocks.slice(0, prose))
    .filter(({ kind }) => kind === 'heading')
    .slice(0, MOST_HEADINGS)
    .map((block) => blockText(text, block))
  const part = above.findIndex(isPart)
  const [first, ...later] = part === -1 ? above : above.slice(0, part)
  return [
    ...(first === undefined ? [] : [first]),
    ...further,
    ...later,
    ...(first === undefined ? headlineBelow(text, blocks, prose) : []),
    ...(lead === undefined
      ? []
      : [blockText(text, lead)].filter((line) => line.length <= 120 && !endsSentence(line))),
  ]
}

/** Names of sections are shorter. */
const HEADLINE_WORDS = 8

/** A headline may stand below its standfirst, and is then longer than any name of a section. */
function headlineBelow(text: string, blocks: readonly Block[], lead: number): string[] {
  const below = blocks[lead + 1]
  if (lead !== 0 || below?.kind !== 'heading') return []
  const line = blockText(text, below)
  const others = blocks
    .filter((block) => block.kind === 'heading' && block !== below)
    .map((block) => blockText(text, block).length)
  return line.split(/\s+/u).length >= HEADLINE_WORDS &&
    others.every((length) => length < line.length)
    ? [line]
    : []
}

/** A date in large letters heads nothing, unless there are several: those part a chronicle. */
function withoutDateHeading(text: string, blocks: readonly Block[]): readonly Block[] {
  const dates = blocks.filter(
    (block) => block.kind === 'heading' && isDateLine(blockText(text, block).trim()),
  )
  const [only, ...others] = dates
  if (only === undefined || others.length > 0) return blocks
  return blocks.map((block) =>
    block === only ? { kind: 'text' as const, spans: block.spans } : block,
  )
}

function withoutInvisible(text: string, blocks: readonly Block[]): readonly Block[] {
  const cuts = invisible(text)
  if (cuts.length === 0) return blocks
  return blocks.map((block) => ({
    ...block,
    spans: without(block.spans, cuts),
    ...(block.cells !== undefined && {
      cells: block.cells.map(({ heads, spans }) => ({ heads, spans: without(spans, cuts) })),
    }),
  }))
}
