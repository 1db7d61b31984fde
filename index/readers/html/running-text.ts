/** The paragraph that is being read: its words with white space collapsed, and what of them is no text. */
import type { Span } from '../../document.ts'

export interface Words {
  readonly text: string
  /** What is no part of the sentences, in order: marks of notes, credits. */
  readonly cuts: readonly Span[]
  /** How many characters are links. */
  readonly linked: number
}

/** What points to a note: "1", "[12]", "*". */
const NOTE_MARK = /^\s*[[(]?(?:\d{1,3}|[a-z]|[*†‡§]{1,3})[\])]?\s*$/iu
const LONGEST_MARK = 8
const WHITE = /[ \t\n\r\f]+/gu

export class RunningText {
  /** Only ever added to: looking into a string that grows would copy it each time. */
  #text = ''
  /** Its last characters. */
  #tail = ''
  /** White space was read that shows once more words come. */
  #space = false
  #cuts: Span[] = []
  #linked = 0
  #links = 0
  /** Whether the innermost link leads to a place in the same page, and where the last such began. */
  #inner = false
  #innerAt = -1

  get length(): number {
    return this.#text.length
  }

  /** `verbatim` keeps white space as it is. */
  add(text: string, verbatim: boolean): void {
    if (verbatim) {
      this.#append(text.replace(/\r\n?/gu, '\n'))
      return
    }
    const words = text.replace(WHITE, ' ')
    const from = words.startsWith(' ') ? 1 : 0
    const to = words.length - (words.endsWith(' ') ? 1 : 0)
    if (from > 0) this.#space = true
    if (to <= from) return
    this.#append(words.slice(from, to))
    this.#space = to < words.length
  }

  /** Ends a line. Says whether it was empty: then the paragraph ends. */
  breakLine(): boolean {
    if (this.#tail === '' || this.#tail.endsWith('\n')) return true
    this.#space = false
    this.#append('\n')
    return false
  }

  openLink(target: string): void {
    this.#links++
    this.#inner = target.startsWith('#')
    if (this.#inner) this.#innerAt = this.#text.length
  }

  closeLink(): void {
    this.#links = Math.max(0, this.#links - 1)
    this.#inner = false
  }

  /** The words from `start` on are a mark when they look like one and lead to a place in the page. */
  cutMark(start: number): void {
    const length = this.#text.length - start
    const leads = this.#inner || this.#innerAt >= start
    if (leads && length > 0 && length <= LONGEST_MARK && NOTE_MARK.test(this.#tail.slice(-length)))
      this.cut(start)
  }

  /** The words from `start` on are no part of the sentence. */
  cut(start: number): void {
    if (start < this.#text.length) this.#cuts.push({ start, end: this.#text.length })
  }

  /** What was read so far, trimmed; nothing when it was white space. */
  take(): Words | undefined {
    const end = this.#text.trimEnd().length
    const start = this.#text.length - this.#text.trimStart().length
    const text = this.#text.slice(start, end)
    const cuts = this.#cuts.map((cut) => ({
      start: Math.max(cut.start, start) - start,
      end: Math.min(cut.end, end) - start,
    }))
    const linked = Math.min(this.#linked, text.length)
    this.#text = ''
    this.#tail = ''
    this.#space = false
    this.#cuts = []
    this.#linked = 0
    this.#innerAt = -1
    return end <= start ? undefined : { text, cuts, linked }
  }

  #append(words: string): void {
    const piece =
      this.#space && this.#tail !== '' && !this.#tail.endsWith('\n') ? ` ${words}` : words
    this.#space = false
    this.#text += piece
    this.#tail = (this.#tail + piece.slice(-LONGEST_MARK)).slice(-LONGEST_MARK)
    if (this.#links > 0) this.#linked += piece.length
  }
}
