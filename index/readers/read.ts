/** Bytes → Document: decodes, picks the reader of the format, describes what was read. */
import { createHash } from 'node:crypto'
import { basename, extname } from 'node:path'
import { type Block, blockText, compose } from '../clean/blocks.ts'
import { endsSentence } from '../clean/lines.ts'
import { invisible, without } from '../clean/spans.ts'
import type { Document } from '../document.ts'
import { detectLanguage } from '../language.ts'
import { readFrontMatter } from '../front-matter.ts'
import { describe } from '../metadata.ts'
import { decode } from './decode.ts'
import { isTooDeep, readMarkdown } from './markdown.ts'
import { readText } from './text.ts'

/** File names a reader exists for. */
export const READABLE = new Set(['.txt', '.text', '.md', '.markdown'])

export type ReadResult =
  | { readonly document: Document; readonly notes: readonly string[] }
  | { readonly document?: undefined; readonly reason: string }

/**
 * @param name the file's path below its folder, with `/`: the id unless the front matter gives one
 */
export function readDocument(name: string, bytes: Uint8Array): ReadResult {
  const decoded = decode(bytes)
  if (decoded === undefined)
    return { reason: 'a binary file, not text; convert it to text or Markdown' }
  const { text } = decoded
  const hash = createHash('sha256').update(bytes).digest('hex')
  const { document, problems } = documentOf(name, text, hash)
  if (document === undefined) return { reason: 'holds no text that can be quoted' }
  return { document, notes: [...(decoded.note === undefined ? [] : [decoded.note]), ...problems] }
}

/** Decoded text → Document; `undefined` when nothing in it can be quoted. */
export function documentOf(
  name: string,
  text: string,
  hash: string,
): { document: Document | undefined; problems: readonly string[] } {
  const { matter, bodyStart, problems: matterProblems } = readFrontMatter(text)
  const { headers, problems: more, ...read } = readBlocks(name, text, bodyStart)
  const problems = [...matterProblems, ...more]
  const blocks = withoutInvisible(text, read.blocks)
  const { clean, map, paragraphs, sections } = compose(text, blocks)
  if (clean.trim() === '') return { document: undefined, problems }
  const first = blocks.find((block) => block.kind === 'heading')
  const lead = blocks.find((block) => block.kind !== 'list')
  const titles = [
    ...(first === undefined ? [] : [blockText(text, first)]),
    ...headers,
    ...(lead === undefined
      ? []
      : [blockText(text, lead)].filter((line) => line.length <= 120 && !endsSentence(line))),
  ]
  const document: Document = {
    id: matter.id ?? name,
    ...describe(matter, { titles, text: text.slice(bodyStart), clean, fileName: basename(name) }),
    language: matter.language ?? detectLanguage(clean),
    text,
    clean: clean === text ? text : clean,
    map,
    paragraphs,
    sections,
    hash,
  }
  return { document, problems }
}

function readBlocks(
  name: string,
  text: string,
  bodyStart: number,
): { blocks: readonly Block[]; headers: readonly string[]; problems: readonly string[] } {
  const isMarkdown = /^\.(?:md|markdown)$/iu.test(extname(name))
  const tooDeep = isMarkdown && isTooDeep(text)
  if (isMarkdown && !tooDeep)
    return { blocks: readMarkdown(text, bodyStart), headers: [], problems: [] }
  // Offsets count from the start of the file, its front matter blanked out.
  const body = bodyStart === 0 ? text : ' '.repeat(bodyStart) + text.slice(bodyStart)
  return {
    ...readText(body),
    problems: tooDeep ? ['Markdown nested too deep; read as plain text'] : [],
  }
}

function withoutInvisible(text: string, blocks: readonly Block[]): readonly Block[] {
  const cuts = invisible(text)
  if (cuts.length === 0) return blocks
  return blocks.map((block) => ({ ...block, spans: without(block.spans, cuts) }))
}
