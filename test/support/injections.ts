/**
 * Texts that mean harm in every field of every kind of reply, each to be told by a tag of its own, and
 * whether what a platform shows of them is what was written.
 */
import './properties.ts'
import * as fc from 'fast-check'
import { Reply } from '../../src/reply.ts'
import { pick, randomOf } from './random.ts'
import { citation, REPLIES } from './replies.ts'

/** What a platform makes of a message, by a reader of the platform's own syntax. */
export interface Shown {
  /** Lines as people read them, all markup gone. */
  readonly lines: readonly string[]
  /** Blocks of code, whose lines may be broken anywhere. */
  readonly code: readonly string[]
  /** What stands as a quote; all of it also among the lines. */
  readonly quotes: readonly string[]
  /** What does more than stand there. */
  readonly live: readonly string[]
}

/** A message, or several, as one. */
export const together = (all: readonly Shown[]): Shown => ({
  lines: all.flatMap(({ lines }) => lines),
  code: all.flatMap(({ code }) => code),
  quotes: all.flatMap(({ quotes }) => quotes),
  live: all.flatMap(({ live }) => live),
})

export type Kind = Reply['kind']
export const KINDS = Object.values(REPLIES).map(({ kind }) => kind)
export const kindOf = (word: string | undefined): Kind | undefined =>
  KINDS.find((kind) => kind === word)

/** Addresses of documents lead there, and a link that leads elsewhere is none of the bot's. */
const HOST = 'source.example'
export const isSource = (url: string): boolean =>
  URL.canParse(url) && new URL(url).host === HOST && !/[<>|\s]/u.test(url)

/** Of what strings are made of, what nobody sees. */
const UNSEEN = /[\u200b\u202e]/gu
/** As text reads on one line. */
const onOneLine = (raw: string): string => raw.replace(UNSEEN, '').replace(/\s+/gu, ' ').trim()

/** Moves cursors, hides text or turns it round. */
const HIDDEN =
  /[^\P{Cc}\n]|[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/u

const TAG = /q\d+z/gu
/** Of a quote, behind it. */
const NUMBER = / \[\d+\]$/u

/** Findings of a check are of all of its draft; what holds is counted, and its quotes are shown nowhere. */
function wholly(reply: Reply): Reply {
  if (reply.kind !== 'check') return reply
  const findings = reply.findings
    .filter(({ verdict }) => verdict !== 'supported')
    .map((finding) => ({ ...finding, start: 0, end: reply.draft.length }))
  return { ...reply, findings }
}

/** Of the figures of a summary their wording is shown, not the sentence; a page to be read is lines, no quotes. */
function quotedIn(reply: Reply): Reply {
  if (reply.kind === 'summary') return { ...reply, figures: [] }
  return reply.kind === 'document' ? { ...reply, blocks: [] } : reply
}

export class Injections {
  readonly #alphabet: readonly string[]
  readonly #random: () => number
  /** As they must be shown, by their tags. */
  readonly #strings = new Map<string, string>()
  readonly #quotes = new Set<string>()
  #unseen = new Set<string>()

  /** @param alphabet what the strings are made of, a sign or more each */
  constructor(alphabet: readonly string[]) {
    this.#alphabet = alphabet
    this.#random = randomOf(fc.readConfigureGlobal().seed ?? 1)
  }

  /** Text that means harm. */
  string(): string {
    const tag = `q${this.#strings.size}z`
    const length = 4 + this.#random() * 44
    const parts: string[] = []
    while (parts.join('').length < length) {
      parts.push(pick(this.#alphabet, this.#random))
      if (this.#random() < 0.2) parts.push(' ')
    }
    const at = pick([0, Math.floor(parts.length / 2), parts.length], this.#random)
    const text = [...parts.slice(0, at), tag, ...parts.slice(at)].join('')
    this.#strings.set(tag, onOneLine(text))
    return text
  }

  /** A reply in which every text is such a text. */
  reply(kind: Kind): Reply {
    const reply = wholly(Reply.parse(this.#poisoned(REPLIES[kind], '')))
    for (const quote of excerptsIn(quotedIn(reply))) {
      this.#quotes.add(quote)
      this.#unseen.add(quote)
    }
    return reply
  }

  /** What is wrong with what is shown, and the tags of the strings that are. */
  judge({ lines, code, quotes, live }: Shown): {
    readonly wrong: string[]
    readonly tags: string[]
  } {
    const tags: string[] = []
    const hidden = [...lines, ...code].filter((line) => HIDDEN.test(line))
    const wrong = [...live, ...hidden.map((line) => `hidden: ${JSON.stringify(line)}`)]
    const check = (line: string, form: (text: string) => string): void => {
      let rest = line
      for (const [tag] of form(line).matchAll(TAG)) {
        const words = form(this.#strings.get(tag) ?? tag)
        tags.push(tag)
        if (rest.includes(words)) rest = rest.replace(words, '')
        else if (isCut(line, words, tag)) rest = ''
        else if (!line.includes(words)) wrong.push(`not as written: ${words} in ${line}`)
      }
      // Of its own, the bot has no signs that mark up.
      if (form !== squeezed && !line.includes('…') && /[*_~`|\\<>]/u.test(rest))
        wrong.push(`left over: ${rest}`)
    }
    for (const line of lines) check(line, asItIs)
    for (const block of code) check(squeezed(block), squeezed)
    for (const shown of quotes) {
      const quote = shown.replace(NUMBER, '')
      this.#unseen.delete(quote)
      if (!this.#quotes.has(quote)) wrong.push(`no quote of a document: ${quote}`)
    }
    return { wrong, tags }
  }

  /** Quotes of replies that were shown nowhere since this was last asked. */
  missing(): string[] {
    const missing = [...this.#unseen].map((quote) => `never shown as written: ${quote}`)
    this.#unseen = new Set()
    return missing
  }

  #poisoned(value: unknown, key: string): unknown {
    if (typeof value === 'string') return this.#text(value, key)
    if (Array.isArray(value)) return value.map((item) => this.#poisoned(item, key))
    if (typeof value !== 'object' || value === null) return value
    const whole = 'title' in value && 'document' in value ? this.#cited(value) : value
    const poisoned = Object.fromEntries(
      Object.entries(whole).map(([name, item]) => [name, this.#poisoned(item, name)]),
    )
    return 'marks' in value && 'omitted' in value ? { ...poisoned, ...this.#marked() } : poisoned
  }

  #text(value: string, key: string): string {
    if (STRUCTURE.has(key)) return value
    if (key !== 'url') return this.string()
    return `${this.#random() < 0.8 ? `https://${HOST}/` : 'javascript:'}${this.string()}`
  }

  /** A quote may be longer, of several lines, and marked anywhere. */
  #marked(): object {
    const texts = Array.from({ length: 1 + Math.floor(this.#random() * 3) }, () => this.string())
    const marks = Array.from({ length: Math.floor(this.#random() * 4) }, () => {
      const start = Math.floor(this.#random() * 60)
      return { start, end: start + Math.floor(this.#random() * 30) }
    })
    const also = this.#random() < 0.5 ? [this.#poisoned(citation(), '')] : []
    return { text: texts.join(pick(['', ' ', '\n'], this.#random)), marks, also }
  }

  /** All that a citation can say, or some of it. */
  #cited(own: object): object {
    const more = Object.entries(CITED).filter(() => this.#random() < 0.7)
    return { ...own, ...Object.fromEntries(more) }
  }
}

const CITED = {
  kind: 'digest',
  source: { title: '-', publisher: '-' },
  revised: '-',
  section: '-',
  place: { kind: 'row', label: '-' },
  byline: '-',
  url: '-',
}

/** Fields that are read by the adapters, not shown. */
export const STRUCTURE = new Set([
  'verdict',
  'why',
  'kind',
  'language',
  'state',
  'marked',
  'stance',
  'origin',
  'at',
  'relation',
  'code',
  'from',
  'to',
])

/** Every stretch of a document in a reply, as it must be shown. */
function excerptsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(excerptsIn)
  if (typeof value !== 'object' || value === null) return []
  const own =
    'omitted' in value && 'text' in value && typeof value.text === 'string'
      ? [onOneLine(value.text)]
      : []
  return [...own, ...Object.values(value).flatMap(excerptsIn)]
}

const asItIs = (text: string): string => text
const squeezed = (text: string): string => text.replace(/\s+/gu, '')

/** Whether a line has the beginning of a string, the tag in it, and says that it goes on. */
function isCut(line: string, words: string, tag: string): boolean {
  for (let end = words.length; end >= words.indexOf(tag) + tag.length; end--) {
    const start = words.slice(0, end)
    const bare = start.replace(/[\s,;:]+$/u, '')
    if ([`${start}…`, `${start} …`, `${bare} …`].some((cut) => line.includes(cut))) return true
  }
  return false
}
