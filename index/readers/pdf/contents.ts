/** Pages that only say where things stand: tables of contents and indexes. */
import type { Draft } from './paragraphs.ts'

const CONTENTS_WORD =
  /^(?:(?:table of )?contents|in this (?:report|issue)|sommaire|table des mati[èe]res|[íi]ndice(?: general)?|contenido|sum[áa]rio|inhalt(?:sverzeichnis)?|sommario|содержание|оглавление|المحتويات|الفهرس)\s*:?$/iu
const ENDS_IN_PAGE = /(?<![\s.…_])[\s.…_]+(?<page>\d{1,4})$(?<=\p{L}.*)/u
/** "Wells, 12, 45–47". */
const INDEXED = /,? \d{1,4}(?:[–-]\d{1,4})?(?:, ?\d{1,4}(?:[–-]\d{1,4})?){0,40}$(?<=\p{L}[^.!?]*)/u

const LEAST_LINES = 5
/** Without its name a page needs more. */
const LEAST_UNNAMED = 12
const LEAST_INDEXED = 20
/** An index stands at the end of a book. */
const INDEX_FROM = 0.75

/** Whether the drafts of a page are a table of contents or an index, so that none of them is a quote. */
export function isContents(drafts: readonly Draft[], page: number, pages: number): boolean {
  const lines = drafts.flatMap((draft) => draft.lines.map(({ text }) => text.trim()))
  const ended = lines.flatMap((text) => {
    const found = text.length <= 160 ? ENDS_IN_PAGE.exec(text)?.groups?.['page'] : undefined
    return found === undefined ? [] : [Number(found)]
  })
  const rising = ended.filter((number, at) => number >= (ended[at - 1] ?? 0)).length
  const named = lines.some((text) => CONTENTS_WORD.test(text))
  const enough = named
    ? ended.length >= LEAST_LINES && ended.length >= lines.length * 0.4
    : ended.length >= LEAST_UNNAMED && ended.length >= lines.length * 0.8
  const pagesOnly = ended.every((number) => number <= pages + 100)
  if (enough && pagesOnly && rising >= ended.length * 0.9 && new Set(ended).size > 2) return true
  if (pages < 20 || page < pages * INDEX_FROM) return false
  const indexed = lines.filter((text) => text.length <= 120 && INDEXED.test(text)).length
  return indexed >= LEAST_INDEXED && indexed >= lines.length * 0.6
}
