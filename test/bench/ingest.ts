/** Folders of many files: the first index, a start when nothing has changed, one changed file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { Fetcher } from '../../index/fetch/fetcher.ts'
import { Library } from '../../index/library/library.ts'
import { LibraryWatch } from '../../index/library/watch.ts'
import { Parser } from '../../index/parsing/parser.ts'
import { generate } from './generate.ts'
import { say } from './measure.ts'

const PASSAGES_A_FILE = 8
const CHANGES = 20

export async function benchIngest(files: number): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'verbatim-ingest-'))
  try {
    await measure(root, files)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

async function measure(root: string, files: number): Promise<void> {
  process.stderr.write(`writing ${files} files\n`)
  const folder = mkdtempSync(join(root, 'files-'))
  const texts = markdown(files)
  for (const [at, text] of texts.entries()) writeFileSync(join(folder, `${at}.md`), text)
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
  const peer = peerSeconds(join(root, 'peer.sqlite'), texts)

  const first = await withLibrary(root, folder, (library) => library.refresh())
  const again = await withLibrary(root, folder, (library) => library.refresh())
  const changed = await withLibrary(root, folder, (library) => changes(library, folder))
  const rows = [
    ['files', String(texts.length), `${megabytes.toFixed(1)} MB of Markdown`],
    [
      'first index',
      `${first.seconds.toFixed(1)} s`,
      `${(megabytes / first.seconds).toFixed(2)} MB/s, figures found and snapshot saved; ${(first.seconds / peer).toFixed(1)} × SQLite FTS5, which only indexes`,
    ],
    ['nothing changed', `${again.seconds.toFixed(2)} s`, 'from the start to ready'],
    [
      'one file changed',
      `${Math.round(changed.median)} ms`,
      `median of ${CHANGES} until it can be searched; slowest ${Math.round(changed.most)} ms`,
    ],
  ]
  for (const row of rows) say(row.map((cell, at) => (at < 2 ? cell.padEnd(18) : cell)).join(''))
  if (first.result.read !== texts.length || again.result.unchanged !== texts.length)
    throw new Error(
      `not every file was read once: ${JSON.stringify([first.result, again.result]).slice(0, 500)}`,
    )
}

/** What they are made of is let go: it would be a burden on whatever is measured next. */
function markdown(files: number): string[] {
  const { documents } = generate(files * 10, 1)
  return documents
    .slice(0, files)
    .map(
      ({ title, text }) =>
        `# ${title.value}\n\n${text.split('\n\n').slice(0, PASSAGES_A_FILE).join('\n\n')}\n`,
    )
}

async function withLibrary<T>(
  root: string,
  folder: string,
  use: (library: Library) => Promise<T>,
): Promise<{ result: T; seconds: number } & T> {
  const begun = performance.now()
  const parser = new Parser()
  const fetcher = new Fetcher({ allow: [], maxBytes: 1e6 })
  const library = await Library.open({
    data: join(root, 'data'),
    name: 'library',
    sources: [{ location: folder, set: 'default' }],
    parser,
    fetcher,
    maxFileBytes: 50e6,
    pollSeconds: 3600,
  })
  const result = await use(library)
  const seconds = (performance.now() - begun) / 1000
  await library.close()
  await parser.close()
  await fetcher.close()
  return { ...result, result, seconds }
}

async function changes(
  library: Library,
  folder: string,
): Promise<{ median: number; most: number }> {
  await library.refresh()
  const watch = new LibraryWatch(library, {
    onError: (error) => process.stderr.write(`${String(error)}\n`),
  })
  await watch.start()
  const times: number[] = []
  for (let at = 0; at < CHANGES; at++) {
    const heard = Promise.withResolvers<void>()
    library.onChange(() => heard.resolve())
    const begun = performance.now()
    writeFileSync(
      join(folder, `${at}.md`),
      `# Changed\n\nThe well of Nadi${at} holds ${at} buckets.\n`,
    )
    await heard.promise
    times.push(performance.now() - begun)
    await sleep(50)
  }
  await watch.stop()
  times.sort((a, b) => a - b)
  return { median: times[times.length >> 1] ?? 0, most: times.at(-1) ?? 0 }
}

/** The same texts into SQLite's full-text index, by passages, without reading anything out of them. */
function peerSeconds(path: string, texts: readonly string[]): number {
  const begun = performance.now()
  const database = new DatabaseSync(path)
  database.exec('CREATE VIRTUAL TABLE passages USING fts5(text, tokenize = "porter unicode61")')
  const insert = database.prepare('INSERT INTO passages (text) VALUES (?)')
  database.exec('BEGIN')
  for (const text of texts) for (const passage of text.split('\n\n')) insert.run(passage)
  database.exec('COMMIT')
  database.close()
  return (performance.now() - begun) / 1000
}
