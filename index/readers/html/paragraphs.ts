/** Elements and texts → paragraphs as a browser shows them: white space collapsed, table rows on one line. */
import { BLOCKS, ENDED_BY, headingLevel, holdsNoWords } from './elements.ts'
import { type Attributes, type HtmlHandler, readEvents, VOID } from './events.ts'
import { isAside } from './furniture.ts'
import { type OpenCell, type Paragraph, rowParagraphs } from './rows.ts'
import { RunningText } from './running-text.ts'

export interface Choice {
  /** Whether an element is left out with all it holds. */
  readonly leavesOut?: (name: string, attributes: Attributes) => boolean
  /** Whether only what such an element holds is read. */
  readonly within?: (name: string, attributes: Attributes) => boolean
}

/** The paragraphs of a page or of a part of it, in reading order. Never throws, whatever the page. */
export function htmlParagraphs(html: string, choice: Choice = {}): Paragraph[] {
  const builder = new Builder(choice)
  readEvents(html, builder)
  return builder.finish()
}

interface Open {
  readonly name: string
  /** By how much it changed the count of reasons to skip what it holds. */
  readonly skips: number
  /** Of a row: its cells. */
  readonly cells?: OpenCell[]
  /** Of a mark that may point to a note: where it begins in the running text. */
  readonly markStart?: number
  /** Of what is said beside the text: where it begins in the running text. */
  readonly asideStart?: number
}

/** So far an end tag looks for its start; deeper nesting is a mistake, or hostile. */
const REACH = 300
/** Tables within so many tables only lay a page out. */
const DEEPEST_TABLE = 4
const ITEMS = new Set(['li', 'dt', 'dd'])

class Builder implements HtmlHandler {
  readonly #choice: Choice
  readonly #stack: Open[] = []
  readonly #text = new RunningText()
  readonly #out: Paragraph[] = []
  readonly #rows: OpenCell[][] = []
  /** Numbers of the tables that are open, and how many there were. */
  readonly #tables: number[] = []
  #tableCount = 0
  /** How many are open of each name. */
  readonly #open = new Map<string, number>()
  #skipping: number
  #asides = 0
  #items = 0
  #verbatim = 0
  #level: number | undefined

  constructor(choice: Choice) {
    this.#choice = choice
    this.#skipping = choice.within === undefined ? 0 : 1
  }

  finish(): Paragraph[] {
    this.#closeTo(0)
    this.#flush()
    return this.#out
  }

  text(text: string): void {
    if (this.#skipping === 0) this.#text.add(text, this.#verbatim > 0)
  }

  open(name: string, attributes: Attributes): void {
    this.#endOthers(name)
    if (this.#skipping === 0 && BLOCKS.has(name)) this.#flush()
    if (VOID.has(name)) {
      if (name === 'br' && this.#skipping === 0 && this.#text.breakLine()) this.#flush()
      return
    }
    const skips = this.#skips(name, attributes)
    this.#skipping += skips
    this.#open.set(name, (this.#open.get(name) ?? 0) + 1)
    this.#stack.push(
      this.#skipping > 0 || skips > 0
        ? { name, skips }
        : { name, skips, ...this.#begin(name, attributes) },
    )
  }

  close(name: string): void {
    if ((this.#open.get(name) ?? 0) === 0) return
    const block = BLOCKS.has(name)
    const last = Math.max(0, this.#stack.length - REACH)
    for (let at = this.#stack.length - 1; at >= last; at--) {
      const open = this.#stack[at]?.name ?? ''
      if (open === name) {
        this.#closeTo(at)
        return
      }
      // The end of `<b>` does not end a paragraph that began within it.
      if (!block && BLOCKS.has(open)) return
    }
  }

  #skips(name: string, attributes: Attributes): number {
    const { leavesOut, within } = this.#choice
    if (holdsNoWords(name, attributes) || leavesOut?.(name, attributes) === true) return 1
    return within?.(name, attributes) === true ? -1 : 0
  }

  #begin(name: string, attributes: Attributes): Partial<Open> {
    if (headingLevel(name) !== undefined) this.#level = headingLevel(name)
    else if (ITEMS.has(name)) this.#items++
    else if (name === 'pre') this.#verbatim++
    else if (name === 'q') this.#text.add('“', false)
    else if (name === 'a') this.#text.openLink(attributes.get('href') ?? '')
    else if (name === 'table') this.#tables.push(++this.#tableCount)
    else if (name === 'td' || name === 'th') this.#rows.at(-1)?.push(openCell(name, attributes))
    const marks = name === 'sup' || isNoteLink(attributes)
    const aside = isAside(name, attributes)
    if (aside) this.#asides++
    return {
      ...(name === 'tr' && this.#rows.length < DEEPEST_TABLE && { cells: this.#openRow() }),
      ...(marks && { markStart: this.#text.length }),
      ...(aside && { asideStart: this.#text.length }),
    }
  }

  #openRow(): OpenCell[] {
    const cells: OpenCell[] = []
    this.#rows.push(cells)
    return cells
  }

  /** Ends the elements from `at` on, the innermost first. */
  #closeTo(at: number): void {
    while (this.#stack.length > at) {
      const open = this.#stack.pop()
      if (open !== undefined) this.#end(open)
    }
  }

  #end({ name, skips, cells, markStart, asideStart }: Open): void {
    this.#open.set(name, (this.#open.get(name) ?? 1) - 1)
    this.#skipping -= skips
    if (this.#skipping > 0 && skips >= 0) return
    if (BLOCKS.has(name)) this.#flush()
    if (skips > 0) return
    if (headingLevel(name) !== undefined) this.#level = undefined
    else if (ITEMS.has(name)) this.#items--
    else if (name === 'pre') this.#verbatim--
    else if (name === 'table') this.#tables.pop()
    else if (name === 'q') this.#text.add('”', false)
    else if (name === 'a') this.#text.closeLink()
    if (markStart !== undefined) this.#text.cutMark(markStart)
    if (asideStart !== undefined) {
      this.#asides--
      this.#text.cut(asideStart)
    }
    if (cells !== undefined) {
      this.#rows.pop()
      for (const paragraph of rowParagraphs(cells, this.#tables.at(-1) ?? 0)) this.#emit(paragraph)
    }
  }

  /** Ends what cannot go on when `name` begins. */
  #endOthers(name: string): void {
    const last = Math.max(0, this.#stack.length - REACH)
    const [ended, within] = ENDED_BY.get(name) ?? []
    for (let at = this.#stack.length - 1; at >= last; at--) {
      const open = this.#stack[at]?.name ?? ''
      if (ended?.has(open) === true || (open === 'p' && BLOCKS.has(name))) this.#closeTo(at)
      else if (within === undefined ? BLOCKS.has(open) || !BLOCKS.has(name) : within.has(open))
        return
    }
  }

  #flush(): void {
    const words = this.#text.take()
    if (words === undefined) return
    const level = this.#level
    this.#emit({
      ...words,
      kind: level !== undefined ? 'heading' : this.#items > 0 ? 'list' : 'text',
      ...(level !== undefined && { level }),
      aside: this.#asides > 0,
      row: false,
    })
  }

  #emit(paragraph: Paragraph): void {
    const cell = this.#rows.findLast((cells) => cells.length > 0)?.at(-1)
    ;(cell?.paragraphs ?? this.#out).push(paragraph)
  }
}

/** Wider and higher ones are mistakes. */
const WIDEST = 100
const HIGHEST = 1000

function openCell(name: string, attributes: Attributes): OpenCell {
  const span = (attribute: string, most: number): number => {
    const count = Number(attributes.get(attribute) ?? 1)
    return Number.isInteger(count) && count >= 1 && count <= most ? count : 1
  }
  const [width, height] = [span('colspan', WIDEST), span('rowspan', HIGHEST)]
  return { paragraphs: [], width, height, head: name === 'th' }
}

const isNoteLink = (attributes: Attributes): boolean =>
  attributes.get('role') === 'doc-noteref' || attributes.get('epub:type') === 'noteref'
