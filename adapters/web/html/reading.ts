/** A document as a page: its headings, paragraphs and tables, built from our blocks alone. */
import { readerPath } from '../../../src/reader-address.ts'
import type { Block, Reading, Stretch } from '../../../src/reply.ts'
import type { Words } from '../words.ts'
import { type Html, html, inline, NONE, when } from './html.ts'
import { stretchHtml } from './stretch.ts'
import type { View } from './view.ts'

/** Gives each figure a name, and one mark of the page the name that addresses end with. */
class Names {
  #figures = 0
  #marked = false

  figures(count: number): (at: number) => string {
    const from = this.#figures
    this.#figures += count
    return (at) => `figure-${from + at}`
  }

  /** True once, for the first that has a mark. */
  isFirst(hasMark: boolean): boolean {
    const first = hasMark && !this.#marked
    this.#marked ||= hasMark
    return first
  }
}

export function readingHtml({ blocks }: Pick<Reading, 'blocks'>, { words }: View): Html {
  const names = new Names()
  const grouped = groupLists(blocks)
  return html`${grouped.map((group) =>
    Array.isArray(group)
      ? html`<ul class="items">
          ${group.map(({ stretch }) => inline`<li dir="auto">${wordsHtml(stretch, names, words)}</li>`)}
        </ul>`
      : blockHtml(group, names, words),
  )}`
}

type Paragraph = Extract<Block, { kind: 'paragraph' }>

/** Items that stand together are one list. */
function groupLists(blocks: readonly Block[]): (Block | Paragraph[])[] {
  const grouped: (Block | Paragraph[])[] = []
  for (const block of blocks) {
    const last = grouped.at(-1)
    if (block.kind !== 'paragraph' || !block.list) grouped.push(block)
    else if (Array.isArray(last)) last.push(block)
    else grouped.push([block])
  }
  return grouped
}

function blockHtml(block: Block, names: Names, words: Words): Html {
  if (block.kind === 'page')
    return html`<p class="page" role="separator" aria-label="${words.page} ${block.label}">
      <span>${words.page} ${block.label}</span>
    </p>`
  if (block.kind === 'heading') return headingHtml(block.level, block.text)
  if (block.kind === 'paragraph')
    return inline`<p dir="auto">${wordsHtml(block.stretch, names, words)}</p>`
  return tableHtml(block, names, words)
}

/** The title is the first; what is deeper than pages have levels is still a heading. */
function headingHtml(level: number, text: string): Html {
  if (level === 1) return html`<h2 dir="auto">${text}</h2>`
  if (level === 2) return html`<h3 dir="auto">${text}</h3>`
  if (level === 3) return html`<h4 dir="auto">${text}</h4>`
  return html`<h5 dir="auto">${text}</h5>`
}

function tableHtml(
  { heads, rows }: Extract<Block, { kind: 'table' }>,
  names: Names,
  words: Words,
): Html {
  const labelled = rows.some(({ label }) => label !== undefined)
  const headed = heads.some((head) => head !== '')
  return html`<div
    class="scroll"
    role="region"
    tabindex="0"
    aria-label="${
      heads
        .filter((head) => head !== '')

        .join(', ') || words.row
    }"
  >
    <table>
      ${
        headed
          ? html`<thead>
              <tr>
                ${labelled ? html`<th scope="col">${words.row}</th>` : NONE}
                ${heads.map((head) =>
                  head === '' ? html`<td></td>` : html`<th scope="col" dir="auto">${head}</th>`,
                )}
              </tr>
            </thead>`
          : NONE
      }
      <tbody>
        ${rows.map(
          ({ label, marked, cells }) =>
            html`<tr class="${marked ? 'marked' : 'cells'}">
              ${labelled ? html`<th scope="row">${label ?? ''}</th>` : NONE}
              ${heads.map((_, column) => {
                const cell = cells.find((one) => one.column === column)
                return cell === undefined
                  ? html`<td></td>`
                  : inline`<td dir="auto">${wordsHtml(cell.stretch, names, words)}</td>`
              })}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function wordsHtml(stretch: Stretch, names: Names, words: Words): Html {
  const { figures, marks } = stretch
  const idOf = names.figures(figures.length)
  const shown = stretchHtml(stretch, { idOf, first: names.isFirst(marks.length > 0) })
  return inline`${shown}${figures.map(({ what, who }, at) =>
    ownerHtml(idOf(at), what, `${words.says} ${who}`),
  )}`
}

const ownerHtml = (id: string, what: string, who: string): Html =>
  inline`<span popover id="${id}" class="owner"><span class="what">${what}</span> <span class="who">${who}</span></span>`

/** What is said of a version, and of a quote that was asked for. */
export function quoteState({ quote, until, citation }: Reading, { words, key }: View): Html {
  const then = when(
    until,
    (date) =>
      html`<p class="state gone" role="status">
        ${quote?.state === 'older' ? words.quoteOlder : words.olderVersion}
        <time datetime="${date}">${date.slice(0, 10)}</time>.
        ${quote?.found === undefined ? NONE : html`<a href="#quote">${words.toQuote}</a> · `}
        <a href="${readerPath(citation.document, undefined, key)}">${words.asItIsNow}</a>
      </p>`,
  )
  if (quote === undefined || quote.state === 'older') return then
  return html`${then}${
    quote.state === 'gone'
      ? html`<p class="state gone" role="status">${words.quoteGone}</p>`
      : html`<p class="state" role="status">
          ${quote.state === 'moved' ? words.quoteMoved : words.quoteHere}
          <a href="#quote">${words.toQuote}</a>
        </p>`
  }`
}
