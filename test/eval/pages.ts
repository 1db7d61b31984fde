/** Saved news pages: the text that is read against the article expected, and what is known of it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { Document } from '../../index/document.ts'
import { parseLanguage } from '../../index/languages/language.ts'
import { BLOCKS } from '../../index/readers/html/elements.ts'
import { readEvents } from '../../index/readers/html/events.ts'
import { readFile } from '../../index/readers/read.ts'
import { round, share } from './measures.ts'

/** What the set expects of a page; nothing where its metadata has nothing. */
const Expected = z.object({
  title: z.string().nullish(),
  byline: z.string().nullish(),
  siteName: z.string().nullish(),
  publishedTime: z.string().nullish(),
  lang: z.string().nullish(),
})
type Expected = z.infer<typeof Expected>

/** Absent where nothing is expected. */
interface Matches {
  readonly title?: boolean
  readonly date?: boolean
  readonly byline?: boolean
  readonly publisher?: boolean
  readonly language?: boolean
}

interface Page extends Matches {
  readonly page: string
  /** Of the tokens of all the text that was read. */
  readonly f1: number
  readonly precision: number
  readonly recall: number
  /** F1 of what of the text can be quoted, headings included. */
  readonly quotable: number
  readonly milliseconds: number
}

/**
 * `path` holds folders with `source.html`, `expected.html` and, perhaps, `expected-metadata.json`, or is
 * one of them. A page that cannot be read counts as 0.
 */
export async function evalPages(
  path: string,
  options: { readonly predictions?: string },
): Promise<object> {
  const each: Page[] = []
  const predictions: string[] = []
  for (const folder of foldersOf(path)) {
    const { page, document } = await readPage(folder)
    each.push(page)
    const { text, title, publisher, byline, date, url, language } = document ?? {}
    predictions.push(
      JSON.stringify({ page: page.page, text, title, publisher, byline, date, url, language }),
    )
  }
  if (options.predictions !== undefined)
    writeFileSync(options.predictions, `${predictions.join('\n')}\n`)
  const mean = (of: (page: Page) => number): number =>
    each.length === 0 ? 0 : round(each.reduce((sum, page) => sum + of(page), 0) / each.length)
  return {
    kind: 'pages',
    pages: each.length,
    f1: mean(({ f1 }) => f1),
    precision: mean(({ precision }) => precision),
    recall: mean(({ recall }) => recall),
    quotable: mean(({ quotable }) => quotable),
    below90: each.filter(({ f1 }) => f1 < 0.9).map(({ page }) => page),
    title: matched(each, ({ title }) => title),
    date: matched(each, ({ date }) => date),
    byline: matched(each, ({ byline }) => byline),
    publisher: matched(each, ({ publisher }) => publisher),
    language: matched(each, ({ language }) => language),
    milliseconds: mean(({ milliseconds }) => milliseconds),
    each,
  }
}

function foldersOf(path: string): string[] {
  const isPage = (folder: string): boolean => existsSync(join(folder, 'source.html'))
  return isPage(path)
    ? [path]
    : readdirSync(path)
        .sort()
        .map((name) => join(path, name))
        .filter(isPage)
}

async function readPage(folder: string): Promise<{ page: Page; document: Document | undefined }> {
  const bytes = readFileSync(join(folder, 'source.html'))
  const start = performance.now()
  const { documents } = await readFile({ name: 'source.html', bytes })
  const milliseconds = Math.round(performance.now() - start)
  const document = documents?.[0]
  const wanted = tokens(wordsOf(readFileSync(join(folder, 'expected.html'), 'utf8')))
  const { f1, precision, recall } = overlap(tokens(document?.text ?? ''), wanted)
  const quotable = [
    document?.clean ?? '',
    ...(document?.sections ?? []).map(({ heading }) => heading.split(' › ').at(-1) ?? ''),
  ].join('\n')
  const file = join(folder, 'expected-metadata.json')
  const expected = existsSync(file) ? Expected.parse(JSON.parse(readFileSync(file, 'utf8'))) : {}
  return {
    page: {
      page: basename(folder),
      f1,
      precision,
      recall,
      quotable: overlap(tokens(quotable), wanted).f1,
      ...matches(document, expected),
      milliseconds,
    },
    document,
  }
}

/** All the words of an article; ours are read by other rules. */
function wordsOf(html: string): string {
  let text = ''
  const part = (name: string): void => {
    if (BLOCKS.has(name) || name === 'br') text += '\n'
  }
  readEvents(html, { open: part, close: part, text: (piece) => void (text += piece) })
  return text
}

const tokens = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Tokens as bags: what both have, against what each has. */
function overlap(
  found: readonly string[],
  wanted: readonly string[],
): { f1: number; precision: number; recall: number } {
  const left = new Map<string, number>()
  for (const token of wanted) left.set(token, (left.get(token) ?? 0) + 1)
  let both = 0
  for (const token of found) {
    const count = left.get(token) ?? 0
    if (count > 0) both++
    left.set(token, count - 1)
  }
  return {
    f1: share(2 * both, found.length + wanted.length),
    precision: share(both, found.length),
    recall: share(both, wanted.length),
  }
}

function matches(document: Document | undefined, expected: Expected): Matches {
  const { title, byline, siteName, publishedTime, lang } = expected
  const language = parseLanguage(lang ?? '')
  return {
    ...(title && { title: sameTitle(title, document?.title.value, siteName ?? '') }),
    ...(publishedTime && { date: document?.date?.value === publishedTime.slice(0, 10) }),
    ...(byline && { byline: person(byline) === person(document?.byline ?? '') }),
    ...(siteName && { publisher: plain(siteName) === plain(document?.publisher?.value ?? '') }),
    // Only these two are told apart.
    ...(language !== undefined && { language: document?.language === language }),
  }
}

/** The same, or the same without the name of the site behind it. */
function sameTitle(expected: string, found = '', site: string): boolean {
  const rest = plain(expected).slice(plain(found).length).trim()
  return (
    plain(expected) === plain(found) ||
    (found !== '' && plain(expected).startsWith(plain(found)) && rest === plain(site))
  )
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const person = (text: string): string => plain(text).replace(/^(?:by|par) /u, '')

/** The share of the pages that have something to match. */
function matched(pages: readonly Page[], of: (page: Page) => boolean | undefined): object {
  const judged = pages.filter((page) => of(page) !== undefined)
  const right = judged.filter((page) => of(page) === true)
  return { share: share(right.length, judged.length), of: judged.length }
}
