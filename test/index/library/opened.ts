/** Libraries over folders that are new for each test; whoever imports it has them opened and closed. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { Fetcher } from '../../../index/fetch/fetcher.ts'
import { Library, type LibraryOptions } from '../../../index/library/library.ts'
import { Parser } from '../../../index/parsing/parser.ts'

let parser: Parser
export let root: string
export let data: string
export let papers: string
export const opened: { close(): Promise<void> }[] = []

beforeAll(() => {
  parser = new Parser({ processes: 1 })
})
afterAll(() => parser.close())
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'verbatim-library-'))
  data = join(root, 'data')
  papers = join(root, 'papers')
  await mkdir(papers)
})
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
  await rm(root, { recursive: true, force: true })
})

export async function open(over: Partial<LibraryOptions> = {}): Promise<Library> {
  const fetcher = new Fetcher({ allow: ['127.0.0.1'], maxBytes: 1e6 })
  const library = await Library.open({
    data,
    name: 'library',
    sources: [{ location: papers, set: 'default' }],
    parser,
    fetcher,
    maxFileBytes: 1e6,
    pollSeconds: 3600,
    ...over,
  })
  opened.push(fetcher, library)
  return library
}

export async function closed(library: Library): Promise<void> {
  opened.splice(opened.indexOf(library), 1)
  await library.close()
}

export const write = async (name: string, text: string): Promise<void> => {
  await mkdir(join(papers, name, '..'), { recursive: true })
  await writeFile(join(papers, name), text)
}

export const WELLS = '# Wells\n\nThe council dug 12 wells in Oss in 2021.\n'
export const BOATS = '# Boats\n\nSixty boats were sent to Tarwell after the flood.\n'

export const textOf = (library: Library, id: string): string =>
  library.corpus.documents.get(id)?.clean ?? ''
